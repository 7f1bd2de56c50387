import type { CobrowseCardRow, CobrowseOffer } from '../../src/store/shapes/cobrowse-table.ts';
import type { Store } from '../../src/store/store.ts';

const over = new Set(['rejected', 'expired', 'ended', 'missing', 'refused']);

import { claimCardIn } from './claim-card-in.ts';

/** Cobrowse offers and their cards in memory, by the rules of the real table. */
export function memoryCobrowses(): Store['cobrowses'] & {
  readonly offers: Map<string, CobrowseOffer>;
  readonly cards: Map<string, CobrowseCardRow>;
  /** Ids a customer is known by. */
  readonly customers: Set<string>;
} {
  const offers = new Map<string, CobrowseOffer>();
  const cards = new Map<string, CobrowseCardRow>();
  const customers = new Set<string>();
  const open = () => [...offers.values()].filter(({ state }) => !over.has(state));
  return {
    offers,
    cards,
    customers,
    async add(offer) {
      if (offers.has(offer.eventId)) return 'counted';
      if (open().some(({ conversationId }) => conversationId === offer.conversationId))
        return 'one-under-way';
      offers.set(offer.eventId, offer);
      return 'added';
    },
    async settle(from, patch) {
      if (offers.get(from.eventId)?.version !== from.version) return null;
      const settled = { ...from, ...patch, version: from.version + 1 };
      offers.set(from.eventId, settled);
      return settled;
    },
    ofEvent: async (eventId) => offers.get(eventId) ?? null,
    of: async (conversationId) =>
      [...offers.values()].filter((offer) => offer.conversationId === conversationId),
    open: async () => open(),
    namesCustomer: async (id) => customers.has(id),
    conversationsWith: async () => [],
    card: async (eventId) => cards.get(eventId) ?? null,
    putCard: async (row) => void cards.set(row.eventId, row),
    claimCard: async (row, until) => claimCardIn(cards, row.eventId, row, until),
    behind: async () =>
      [...offers.values()]
        .filter(({ eventId, version }) => (cards.get(eventId)?.shownVersion ?? 0) < version)
        .map(({ eventId }) => eventId),
  };
}
