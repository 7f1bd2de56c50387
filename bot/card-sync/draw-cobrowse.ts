import type { Cobrowses } from '../../src/journeys/cobrowse/cobrowsing.ts';
import type { CobrowseOffer } from '../../src/store/shapes/cobrowse-table.ts';
import { cobrowseCard, cobrowseSummary } from '../cards/cobrowse-card.ts';
import type { CobrowseView } from '../cards/cobrowse-view.ts';
import type { Locale } from '../locales/locale.ts';
import type { DrawnCard } from './own-chat-cards.ts';

/** The card of an offer as it stands, for the agent who made it. Throws what the store throws. */
export type DrawCobrowse = (offer: CobrowseOffer, reader: { readonly locale: Locale }) => Promise<DrawnCard>;

export function createDrawCobrowse(parts: {
  cobrowses: Pick<Cobrowses, 'address' | 'ofEvent'>;
}): DrawCobrowse {
  const { cobrowses } = parts;
  return async (offer, { locale }) => {
    const view: CobrowseView = {
      ...offer,
      openAt: cobrowses.address(offer.conversationId),
      offeredAgain: (await cobrowses.ofEvent(againEvent(offer.eventId))) !== null,
    };
    return {
      card: cobrowseCard(view, locale),
      summary: cobrowseSummary(view, locale),
      version: offer.version,
    };
  };
}

/** The event of pressing "Offer again" on the card of an offer: one for each. */
export function againEvent(eventId: string): string {
  return `again ${eventId}`;
}
