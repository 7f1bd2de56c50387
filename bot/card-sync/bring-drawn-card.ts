import type { PostedCard } from '../../src/store/shapes/posted-card.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { shortCard } from '../cards/short-card.ts';
import { codedError } from '../coded-error.ts';
import type { Locale } from '../locales/locale.ts';
import type { TeamsPort } from '../teams/teams-port.ts';
import { afterRefusalOf } from './after-refusal.ts';
import type { DrawnCard } from './own-chat-cards.ts';

/**
 * Posts a card or changes it in place, in a short form where Teams does not take the whole; gives the row as Teams now has it. Throws the
 * `teams.*` of the call that counts.
 */
export async function bringDrawnCard<Row extends PostedCard>(
  teams: Pick<TeamsPort, 'post' | 'update'>,
  place: ConversationReference,
  row: Row,
  { card, summary, version }: DrawnCard,
  locale: Locale,
): Promise<Row> {
  const shown = { ...row, shownVersion: version, failures: 0, nextTryAt: 0, lastError: null };
  async function take(whole: AdaptiveCard): Promise<Row> {
    if (row.activityId !== null) {
      await teams.update(place, row.activityId, whole, summary);
      return shown;
    }
    const { activityId } = await teams.post(place, whole, summary);
    return { ...shown, activityId };
  }
  try {
    return await take(card);
  } catch (error) {
    if (afterRefusalOf(codedError(error, 'teams.failed').code) !== 'shrink') throw error;
    return take(shortCard(card, locale));
  }
}
