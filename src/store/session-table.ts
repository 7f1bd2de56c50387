import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import type { CustomerIds, Session } from '../sessions/session.ts';
import { guarded } from './guarded.ts';
import type { Schema } from './schema.ts';
import type { SessionTable } from './store.ts';

/** The rolling local index of who was here. */
export function sessionTable(db: Kysely<Schema>): SessionTable {
  return {
    upsert: (sessions) =>
      guarded(async () => {
        if (sessions.length === 0) return;
        await db.transaction().execute(async (tx) => {
          for (const session of sessions) {
            const { conversationId, ...rest } = {
              ...session,
              abandoned: session.abandoned ? 1 : 0,
              attended: session.attended ? 1 : 0,
              cleared: session.cleared === null ? null : session.cleared ? 1 : 0,
            };
            await tx
              .insertInto('session')
              .values({ conversationId, ...rest })
              .onConflict((conflict) => conflict.column('conversationId').doUpdateSet(rest))
              .execute();
          }
        });
      }),

    get: (conversationId) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('session')
          .selectAll()
          .where('conversationId', '=', conversationId)
          .executeTakeFirst();
        return stored === undefined ? null : fromRow(stored);
      }),

    activeSince: (since, limit) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('session')
          .selectAll()
          .where('lastActivityAt', '>=', since)
          .orderBy('lastActivityAt', 'desc')
          .limit(limit)
          .execute();
        return stored.map(fromRow);
      }),

    endedSince: (since, limit) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('session')
          .selectAll()
          .where('lastActivityAt', '>=', since)
          .where('endedAt', 'is not', null)
          .orderBy('lastActivityAt', 'desc')
          .limit(limit)
          .execute();
        return stored.map(fromRow);
      }),

    connectedElsewhere: ({ externalContactId, channelId, guestId, conversationId }) =>
      guarded(async () => {
        const found = await db
          .selectFrom('session')
          .select('conversationId')
          .where('endedAt', 'is', null)
          .where('conversationId', '!=', conversationId)
          .where(ofCustomer({ externalContactId, channelId, guestId }))
          .limit(1)
          .executeTakeFirst();
        return found !== undefined;
      }),

    latestOf: (customer) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('session')
          .selectAll()
          .where(ofCustomer(customer))
          .orderBy('lastActivityAt', 'desc')
          .limit(1)
          .executeTakeFirst();
        return stored === undefined ? null : fromRow(stored);
      }),

    queuesOf: (channelId) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('session')
          .select('queueId')
          .distinct()
          .where('channelId', '=', channelId)
          .where('queueId', 'is not', null)
          .execute();
        return stored.flatMap(({ queueId }) => (queueId === null ? [] : [queueId]));
      }),

    prune: (before) =>
      guarded(async () => {
        const result = await db.deleteFrom('session').where('lastActivityAt', '<', before).executeTakeFirst();
        return Number(result.numDeletedRows);
      }),

    count: () =>
      guarded(async () => {
        const { count } = await db
          .selectFrom('session')
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow();
        return Number(count);
      }),
  };
}

/** By browser, and by contact where there is one. */
function ofCustomer({ externalContactId, channelId, guestId }: CustomerIds) {
  return ({ or, and, eb }: ExpressionBuilder<Schema, 'session'>) =>
    or([
      and([eb('guestId', '=', guestId), eb('channelId', '=', channelId)]),
      ...(externalContactId === null ? [] : [eb('externalContactId', '=', externalContactId)]),
    ]);
}

function fromRow(stored: Selectable<Schema['session']>): Session {
  return {
    ...stored,
    abandoned: stored.abandoned === 1,
    attended: stored.attended === 1,
    cleared: stored.cleared === null ? null : stored.cleared === 1,
  };
}
