import { customerKeys, type Session } from '../../src/sessions/session.ts';
import type { SessionTable } from '../../src/store/shapes/session-table.ts';

/** The session table in memory; `rows` is open to the test. */
export function memorySessionTable(
  stored: readonly Session[] = [],
): SessionTable & { readonly rows: Map<string, Session> } {
  const rows = new Map(stored.map((session) => [session.conversationId, session]));
  return {
    rows,
    upsert: async (sessions) => {
      for (const session of sessions) rows.set(session.conversationId, session);
    },
    get: async (conversationId) => rows.get(conversationId) ?? null,
    activeSince: async (since, limit) =>
      [...rows.values()]
        .filter(({ lastActivityAt }) => lastActivityAt >= since)
        .toSorted((a, b) => b.lastActivityAt - a.lastActivityAt)
        .slice(0, limit),
    endedSince: async (since, limit) =>
      [...rows.values()]
        .filter(({ lastActivityAt, endedAt }) => lastActivityAt >= since && endedAt !== null)
        .toSorted((a, b) => b.lastActivityAt - a.lastActivityAt)
        .slice(0, limit),
    connectedElsewhere: async ({ conversationId, externalContactId, channelId, guestId }) =>
      [...rows.values()].some(
        (session) =>
          session.endedAt === null &&
          session.conversationId !== conversationId &&
          ((session.guestId === guestId && session.channelId === channelId) ||
            (externalContactId !== null && session.externalContactId === externalContactId)),
      ),
    othersOf: async ({ conversationId, externalContactId, channelId, guestId }, since, limit) =>
      [...rows.values()]
        .filter(
          (session) =>
            session.lastActivityAt > since &&
            session.conversationId !== conversationId &&
            ((session.guestId === guestId && session.channelId === channelId) ||
              (externalContactId !== null && session.externalContactId === externalContactId)),
        )
        .toSorted((a, b) => b.lastActivityAt - a.lastActivityAt)
        .slice(0, limit)
        .map((session) => session.conversationId),
    knownAs: async (customer) => {
      const { externalContactId, channelId, guestId } = customer;
      const all = [...rows.values()];
      const contacts = all.flatMap((session) =>
        session.channelId === channelId && session.guestId === guestId ? [session.externalContactId] : [],
      );
      const same = externalContactId === null ? contacts : [externalContactId];
      const seen = all.filter((session) =>
        same.some((id) => id !== null && id === session.externalContactId),
      );
      return [...new Set([customer, ...seen].flatMap(customerKeys))];
    },
    latestOf: async ({ externalContactId, channelId, guestId }) =>
      [...rows.values()]
        .filter(
          (session) =>
            (session.guestId === guestId && session.channelId === channelId) ||
            (externalContactId !== null && session.externalContactId === externalContactId),
        )
        .filter(
          (session) =>
            [null, session.externalContactId].includes(externalContactId) ||
            session.externalContactId === null,
        )
        .toSorted((a, b) => b.lastActivityAt - a.lastActivityAt)[0] ?? null,
    queuesOf: async (channelId) => [
      ...new Set(
        [...rows.values()].flatMap((session) =>
          session.channelId === channelId && session.queueId !== null ? [session.queueId] : [],
        ),
      ),
    ],
    prune: async (before) => {
      const old = [...rows.values()].filter(({ lastActivityAt }) => lastActivityAt < before);
      for (const { conversationId } of old) rows.delete(conversationId);
      return old.length;
    },
    count: async () => rows.size,
  };
}
