import type { Logger } from 'pino';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { CardRow } from '../../src/store/shapes/card-table.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { messageLink } from '../cards/message-link.ts';
import { shortCard } from '../cards/short-card.ts';
import { type CardNotes, withNotes } from '../cards/with-notes.ts';
import { codedError } from '../coded-error.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import type { Locale } from '../locales/locale.ts';
import type { TeamsPort } from '../teams/teams-port.ts';
import { afterRefusalOf } from './after-refusal.ts';

/** A conversation to show a card in, and why the agent's own chat cannot be told, where that is to be said there. */
export type ShownIn = ConversationReference & Pick<CardNotes, 'agentUntold'>;

export interface BringCardParts {
  readonly teams: Pick<TeamsPort, 'post' | 'update'>;
  /** The card of an outreach as it stands, and what notifications say of it, in the language of the conversation it is for. */
  readonly view: (outreach: Outreach, locale: Locale) => { card: AdaptiveCard; summary: string };
  readonly languages: Pick<ConversationLanguages, 'of'>;
  readonly log: Logger;
}

/**
 * Posts or updates a card, in a short form where Teams does not take the whole; gives the row as Teams now has it. Throws the
 * `teams.*` of the call that counts.
 */
export type BringCard = (outreach: Outreach, place: ShownIn, row: CardRow) => Promise<CardRow>;

export function createBringCard({ teams, view, languages, log }: BringCardParts): BringCard {
  /** Which version Teams did not take whole: with no room for the short form at once, the whole is not tried before it again. */
  const shrunk = new Map<string, number>();

  async function take(
    { version }: Outreach,
    place: ShownIn,
    row: CardRow,
    { card, summary }: ReturnType<BringCardParts['view']>,
  ): Promise<CardRow> {
    const shown = { shownVersion: version, failures: 0, nextTryAt: 0, lastError: null };
    if (row.activityId === null) {
      const { activityId } = await teams.post(place, card, summary);
      return { ...row, ...shown, activityId };
    }
    await teams.update(place, row.activityId, card, summary);
    return { ...row, ...shown };
  }

  return async (outreach, place, row) => {
    const key = `${row.outreachId} ${row.conversationId}`;
    const { locale } = await languages.of(place);
    const { card, summary } = view(outreach, locale);
    if (shrunk.get(key) !== outreach.version) {
      shrunk.delete(key);
      try {
        return await take(outreach, place, row, {
          card: withNotes(card, notesOf(place, row), locale),
          summary,
        });
      } catch (error) {
        const { code } = codedError(error, 'teams.failed');
        if (afterRefusalOf(code) !== 'shrink') throw error;
        log.warn(
          { code, outreachId: outreach.id },
          'Teams does not take a card; a short form is to be shown',
        );
        shrunk.set(key, outreach.version);
      }
    }
    return take(outreach, place, row, { card: shortCard(card, locale), summary });
  };
}

function notesOf(place: ShownIn, { replaces }: CardRow): CardNotes {
  return {
    agentUntold: place.agentUntold,
    replaces: replaces === null ? null : { link: messageLink({ ...place, activityId: replaces }) },
  };
}
