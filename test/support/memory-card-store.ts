import type { Outreach } from '../../src/outreach/outreach.ts';
import type { ActivityTable } from '../../src/store/shapes/activity-table.ts';
import type { CardRow } from '../../src/store/shapes/card-table.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { Store } from '../../src/store/store.ts';
import { claimCardIn } from './claim-card-in.ts';
import { memoryBursts } from './memory-bursts.ts';
import { memoryCobrowses } from './memory-cobrowses.ts';
import { memoryHandOffs } from './memory-hand-offs.ts';
import { memoryReplies } from './memory-replies.ts';

/** The parts of the store that Teams' side needs, in memory; what is in them can be looked at and changed. */
export function memoryCardStore() {
  const ledger = new Map<string, Outreach>();
  const rows = new Map<string, CardRow>();
  const places = new Map<string, ConversationReference>();
  const counted = new Set<string>();
  const keyOf = (row: Pick<CardRow, 'outreachId' | 'conversationId'>) =>
    `${row.outreachId} ${row.conversationId}`;
  const cardsOf = (outreachId: string) => [...rows.values()].filter((row) => row.outreachId === outreachId);

  const outreaches: Pick<Store['outreaches'], 'get' | 'inStates'> = {
    get: async (id) => ledger.get(id) ?? null,
    inStates: async (states) => [...ledger.values()].filter(({ state }) => states.includes(state)),
  };
  const { bursts, all: burstCards, seats } = memoryBursts(ledger);
  const cards: Store['cards'] = {
    of: async (outreachId) => cardsOf(outreachId),
    put: async (row) => void rows.set(keyOf(row), row),
    claim: async (row, until) => claimCardIn(rows, keyOf(row), row, until),
    outreachesBehind: async (changedSince, limit) =>
      [...ledger.values()]
        .filter(({ id, updatedAt, version }) => {
          const known = cardsOf(id);
          const behind = known.some(
            (row) => row.shownVersion < version && places.get(row.conversationId)?.installed === true,
          );
          return updatedAt >= changedSince && (known.length === 0 || behind);
        })
        .toSorted((a, b) => b.updatedAt - a.updatedAt)
        .slice(0, limit)
        .map(({ id }) => id),
  };
  const references: Store['references'] = {
    async put(reference) {
      const known = places.get(reference.conversationId);
      if (known === undefined || known.toldAt <= reference.toldAt)
        places.set(reference.conversationId, reference);
    },
    get: async (conversationId) => places.get(conversationId) ?? null,
    installed: async () => [...places.values()].filter(({ installed }) => installed),
    personal: async () => [...places.values()].filter(({ kind }) => kind === 'personal'),
    refused: async () => [...places.values()].filter(({ refusedWith }) => refusedWith !== null),
    async markRefused(conversationId, at, code) {
      const known = places.get(conversationId);
      if (known !== undefined)
        places.set(conversationId, { ...known, installed: false, refusedWith: code, updatedAt: at });
    },
  };
  const activities: ActivityTable = {
    async firstSeen(id) {
      const first = !counted.has(id);
      counted.add(id);
      return first;
    },
    prune: async () => {},
  };
  const replies = memoryReplies();
  return {
    engine: 'sqlite' as const,
    outreaches,
    bursts,
    burstCards,
    seats,
    cards,
    references,
    activities,
    replies,
    cobrowses: memoryCobrowses(),
    handOffs: memoryHandOffs(),
    ledger,
    rows,
    places,
  };
}
