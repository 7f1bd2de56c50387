import type {
  HandOff,
  HandOffCardRow,
  HandOffTable,
  TicketAudit,
} from '../../src/store/shapes/hand-off-table.ts';
import { openHandOffStates } from '../../src/store/shapes/hand-off-table.ts';
import { claimCardIn } from './claim-card-in.ts';

/** Hand-offs in maps, as the store keeps them. */
export function memoryHandOffs(): HandOffTable & {
  readonly rows: Map<string, HandOff>;
  readonly audit: TicketAudit[];
} {
  const rows = new Map<string, HandOff>();
  const spent = new Set<string>();
  const audit: TicketAudit[] = [];
  const cards = new Map<string, HandOffCardRow>();
  const keyOf = ({ handOffId, conversationId }: HandOffCardRow) => `${handOffId} ${conversationId}`;
  const open = () =>
    [...rows.values()].filter(({ state }) => openHandOffStates.some((each) => each === state));
  const ofEvent = (eventId: string) => [...rows.values()].find((row) => row.eventId === eventId) ?? null;
  const openOn = (conversationId: string) =>
    open().find((row) => row.conversationId === conversationId) ?? null;
  return {
    rows,
    audit,
    async add(handOff) {
      if (ofEvent(handOff.eventId) !== null) return 'counted';
      if (openOn(handOff.conversationId) !== null) return 'one-under-way';
      rows.set(handOff.id, handOff);
      return 'added';
    },
    async step(from, patch, at) {
      if (rows.get(from.id)?.version !== from.version) return null;
      const next = { ...from, ...patch, updatedAt: at, version: from.version + 1 };
      rows.set(from.id, next);
      return next;
    },
    get: async (id) => rows.get(id) ?? null,
    ofEvent: async (eventId) => ofEvent(eventId),
    openOn: async (conversationId) => openOn(conversationId),
    unsettled: async () => open().filter(({ state }) => state !== 'bridged'),
    latest: async (partnerId, limit) =>
      [...rows.values()]
        .filter((row) => row.partnerId === partnerId)
        .slice(-limit)
        .reverse(),
    openWith: async (partnerId) => open().filter((row) => row.partnerId === partnerId).length,
    async spendTicket({ issuer, id }) {
      const key = `${issuer} ${id}`;
      const first = !spent.has(key);
      spent.add(key);
      return first;
    },
    addAudit: async (entry) => void audit.push(entry),
    audits: async (limit, refused) =>
      audit
        .filter(({ code }) => {
          if (refused === undefined) return true;
          if (code === null) return refused.accepted === true;
          return refused.strangers.includes(code) === refused.theirs;
        })
        .slice(-limit)
        .reverse(),
    prune: async () => {},
    cards: async (handOffId) => [...cards.values()].filter((row) => row.handOffId === handOffId),
    putCard: async (row) => void cards.set(keyOf(row), row),
    claimCard: async (row, until) => claimCardIn(cards, keyOf(row), row, until),
    changedSince: async (since) =>
      [...rows.values()].filter(({ updatedAt }) => updatedAt >= since).map(({ id }) => id),
  };
}
