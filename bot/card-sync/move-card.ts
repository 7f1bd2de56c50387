import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { CardRow } from '../../src/store/shapes/card-table.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { Store } from '../../src/store/store.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { codedError } from '../coded-error.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import type { Locale } from '../locales/locale.ts';
import type { TeamsPort } from '../teams/teams-port.ts';
import { createCardTurns, lookAgainMs } from './card-turns.ts';

/**
 * Lets go of the card of an outreach that was put off and is asked again: an update would tell nobody, so a new one is to be posted.
 * Gives the card's row as it is then, or as it was where nothing is to be moved; a number where it has to wait so many
 * milliseconds, for another instance that is at it or for room in Teams' limits. Throws `store.*`.
 */
export type MoveCard = (
  outreach: Outreach,
  place: ConversationReference,
  known: CardRow | undefined,
) => Promise<CardRow | number | undefined>;

export function createMoveCard(parts: {
  store: { readonly engine: Store['engine']; readonly cards: Pick<Store['cards'], 'claim' | 'put'> };
  teams: Pick<TeamsPort, 'update'>;
  /** What the old card says from then on, and what notifications say of it. */
  movedView: (outreach: Outreach, locale: Locale) => { card: AdaptiveCard; summary: string };
  languages: Pick<ConversationLanguages, 'of'>;
  clock: Clock;
  log: Logger;
}): MoveCard {
  const { store, teams, movedView, languages, clock, log } = parts;
  const { engine, cards } = store;
  const turns = createCardTurns<CardRow>({ engine, claim: cards.claim, put: cards.put, clock });
  return async (outreach, place, known) => {
    if (known === undefined || known.activityId === null || known.shownVersion >= outreach.backAtVersion)
      return known;
    if (!(await turns.take(known))) return lookAgainMs;
    try {
      const { locale } = await languages.of(place);
      const { card, summary } = movedView(outreach, locale);
      await teams.update(place, known.activityId, card, summary);
    } catch (error) {
      const { code, facts } = codedError(error, 'teams.failed');
      if (code === 'teams.budget-spent' && typeof facts.retryAfterMs === 'number') {
        await turns.giveBack(known);
        return facts.retryAfterMs;
      }
      // The newer card is what matters; a press on the old one is answered with how things stand.
      log.info({ code, outreachId: outreach.id }, 'a card that was put off does not say that it moved');
    }
    const moved = { ...known, activityId: null, replaces: null, shownVersion: 0, failures: 0, nextTryAt: 0 };
    await cards.put(moved);
    return moved;
  };
}
