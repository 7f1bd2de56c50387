import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import type { LinkAsk } from '../../src/journeys/journeys.ts';
import type { ConversationReference, ReferenceTable } from '../../src/store/shapes/reference-table.ts';
import { type LinkView, linkCard } from '../cards/link-card.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { codedError } from '../coded-error.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import { wordsOf } from '../locales/words.ts';
import { patiently } from '../patiently.ts';
import { isSameMail } from '../people/is-same-mail.ts';
import { keyOfChat } from '../people/key-of-chat.ts';
import type { TeamsPort } from '../teams/teams-port.ts';

export interface LinkTelling {
  view(asked: LinkAsk): Promise<LinkView>;
  /** Asks in these conversations; gives where Teams took it, and logs what it did not take. */
  post(asked: LinkAsk, places: readonly ConversationReference[]): Promise<LinkAsk['cards']>;
  /** Tells a decision to the other cards and to who asked, in the background: nobody waits for it. */
  spread(asked: LinkAsk, pressedIn: string | null): void;
  /** Tells somebody, by key, in the background, that their link was ended. */
  removed(key: string, names: { readonly person: string; readonly agent: string }): void;
}

/** What people see of a link: the card that asks, in every place it was posted, and word to whom it is about. */
export function createLinkTelling(parts: {
  references: Pick<ReferenceTable, 'installed'>;
  teams: Pick<TeamsPort, 'post' | 'update'>;
  languages: Pick<ConversationLanguages, 'of'>;
  clock: Clock;
  /** Aborted: nobody is told anything more. */
  cut: AbortSignal;
  log: Logger;
}): LinkTelling {
  const { references, teams, languages, log } = parts;
  const patience = { clock: parts.clock, cut: parts.cut };

  async function view(asked: LinkAsk): Promise<LinkView> {
    const { id: askId, person, agent, verdict } = asked;
    const other = (await references.installed()).find(
      (chat) => isSameMail(chat.userEmail, agent.email) && keyOfChat(chat) !== person.key,
    );
    const alsoKnown = other === undefined ? null : (other.userName ?? other.userEmail);
    return { askId, person, agent, alsoKnown, verdict };
  }

  /** Gives where it was taken; what Teams does not take is logged. */
  async function post(asked: LinkAsk, places: readonly ConversationReference[]): Promise<LinkAsk['cards']> {
    const shown = await view(asked);
    const posted = await Promise.all(
      places.map(async (place) => {
        try {
          const { locale } = await languages.of(place);
          const card = linkCard(shown, locale);
          const { activityId } = await patiently(patience, () => teams.post(place, card, card.fallbackText));
          return [{ conversationId: place.conversationId, activityId }];
        } catch (error) {
          const { code } = codedError(error, 'teams.failed');
          log.warn({ code, askId: asked.id, err: error }, 'a request for a link was not shown');
          return [];
        }
      }),
    );
    return posted.flat();
  }

  /** The cards elsewhere follow as far as Teams lets them; a press on one that does not is answered by what holds. */
  async function showElsewhere(asked: LinkAsk, pressedIn: string | null): Promise<void> {
    const shown = await view(asked);
    const places = new Map((await references.installed()).map((place) => [place.conversationId, place]));
    await Promise.all(
      asked.cards.map(async ({ conversationId, activityId }) => {
        const place = places.get(conversationId);
        if (place === undefined || conversationId === pressedIn) return;
        const { locale } = await languages.of(place);
        const card = linkCard(shown, locale);
        await patiently(patience, () => teams.update(place, activityId, card, card.fallbackText));
      }),
    );
  }

  async function tellAsker({ person, agent, verdict }: LinkAsk): Promise<void> {
    if (verdict === null || verdict.said === 'withdrawn') return;
    await say(person.key, verdict.said, { person: verdict.by, agent: agent.name });
  }

  async function say(
    key: string,
    what: 'confirmed' | 'refused' | 'removed',
    names: { person: string; agent: string },
  ): Promise<void> {
    const chat = (await references.installed()).find((each) => keyOfChat(each) === key);
    if (chat === undefined) return;
    const { locale } = await languages.of(chat);
    const words = wordsOf(locale);
    const line = words(`link.told.${what}`, names);
    const tone = what === 'confirmed' ? 'good' : 'plain';
    const card = noticeCard({ title: words('link.title'), lines: [line], tone }, locale);
    await patiently(patience, () => teams.post(chat, card, line));
  }

  function inBackground(telling: Promise<unknown>): void {
    telling.catch((error: unknown) => {
      const { code } = codedError(error, 'teams.failed');
      log.warn({ code, err: error }, 'what became of a link was not told everywhere');
    });
  }

  return {
    view,
    post,
    spread(asked, pressedIn) {
      inBackground(Promise.all([showElsewhere(asked, pressedIn), tellAsker(asked)]));
    },
    removed: (key, names) => inBackground(say(key, 'removed', names)),
  };
}
