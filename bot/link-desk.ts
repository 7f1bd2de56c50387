import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import { ReachbackError } from '../src/errors/reachback-error.ts';
import type { AgentLink, LinkAsk, Links, Overview } from '../src/journeys/journeys.ts';
import type { ConversationReference, ReferenceTable } from '../src/store/store.ts';
import { type LinkView, linkCard } from './cards/link-card.ts';
import { noticeCard } from './cards/notice-card.ts';
import { codedError } from './coded-error.ts';
import type { ConversationLanguages } from './conversation-languages.ts';
import type { IdentityBook } from './identity-book.ts';
import { wordsOf } from './locales/words.ts';
import { patiently } from './patiently.ts';
import type { Person } from './people.ts';
import { personKey } from './person-key.ts';
import type { Supervisors } from './supervisors.ts';
import type { TeamsPort, TeamsUser } from './teams/teams-port.ts';

/** Who asks or decides, and where. */
export interface LinkParty {
  readonly user: TeamsUser;
  readonly person: Person;
  readonly reference: ConversationReference;
}

export interface LinkDesk {
  /** What holds for somebody and what they have asked for. */
  present(party: LinkParty): Promise<{ readonly link: AgentLink | null; readonly asked: LinkAsk | null }>;
  /**
   * Puts before supervisors that somebody says to be the Genesys agent with this e-mail. Throws `teams.agent-unknown`,
   * `teams.link-needless`, `teams.link-pending`, and `teams.link-unshown` when no supervisor could be asked.
   */
  ask(party: LinkParty, email: string): Promise<LinkAsk>;
  /** Ends the link and takes an open request back; gives what there was. */
  remove(party: LinkParty): Promise<{ readonly link: AgentLink | null; readonly ask: LinkAsk | null }>;
  /** A press on a card: gives what it shows from now on. Throws `teams.not-a-supervisor`, `teams.link-own` and `teams.link-gone`. */
  decide(party: LinkParty, press: { askId: string; said: 'confirmed' | 'refused' }): Promise<LinkView>;
}

/** The proof of a link is a supervisor's word: here they are asked, and everybody concerned is told. */
export function createLinkDesk(parts: {
  links: Links;
  overview: Pick<Overview, 'agentByEmail' | 'agent'>;
  identities: IdentityBook;
  supervisors: Pick<Supervisors, 'why'>;
  references: Pick<ReferenceTable, 'installed'>;
  teams: Pick<TeamsPort, 'post' | 'update'>;
  languages: Pick<ConversationLanguages, 'of'>;
  clock: Clock;
  /** Aborted: nobody is told anything more. */
  cut: AbortSignal;
  log: Logger;
}): LinkDesk {
  const { links, overview, identities, supervisors, references, teams, languages, log } = parts;
  const patience = { clock: parts.clock, cut: parts.cut };

  async function keyOf({ user, reference }: LinkParty): Promise<string> {
    const { aadObjectId } = await identities.of(user, reference);
    return personKey({ id: user.id, aadObjectId });
  }

  async function placesToAsk(): Promise<ConversationReference[]> {
    const installed = await references.installed();
    const channels = installed.filter(({ kind }) => kind === 'channel');
    if (channels.length > 0) return channels;
    const chats = await Promise.all(
      installed.map(async (chat) => {
        const { userId, userEmail: email, aadObjectId } = chat;
        const asks = userId !== null && (await supervisors.why({ email, aadObjectId })) !== null;
        return asks ? [chat] : [];
      }),
    );
    return chats.flat();
  }

  async function view(asked: LinkAsk): Promise<LinkView> {
    const { id: askId, person, agent, verdict } = asked;
    const other = (await references.installed()).find(
      (chat) =>
        chat.userEmail?.toLowerCase() === agent.email.toLowerCase() &&
        personKey({ id: chat.userId ?? '', aadObjectId: chat.aadObjectId }) !== person.key,
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
    const chat = (await references.installed()).find(
      ({ kind, userId: id, aadObjectId }) =>
        kind === 'personal' && id !== null && personKey({ id, aadObjectId }) === person.key,
    );
    if (chat === undefined) return;
    const { locale } = await languages.of(chat);
    const words = wordsOf(locale);
    const line = words(`link.told.${verdict.said}`, { person: verdict.by, agent: agent.name });
    const tone = verdict.said === 'confirmed' ? 'good' : 'plain';
    const card = noticeCard({ title: words('link.title'), lines: [line], tone }, locale);
    await patiently(patience, () => teams.post(chat, card, line));
  }

  /** After the answer: nobody waits for these. */
  function spread(asked: LinkAsk, pressedIn: string | null): void {
    Promise.all([showElsewhere(asked, pressedIn), tellAsker(asked)]).catch((error: unknown) => {
      const { code } = codedError(error, 'teams.failed');
      log.warn({ code, askId: asked.id, err: error }, 'a decision on a link was not told everywhere');
    });
  }

  return {
    async present(party) {
      const key = await keyOf(party);
      const [linked, asked] = await Promise.all([links.linked(), links.openAsk(key)]);
      return { link: linked.get(key) ?? null, asked };
    },
    async ask(party, email) {
      const agent = overview.agentByEmail(email.trim());
      if (agent === null) throw new ReachbackError('teams.agent-unknown');
      if (agent.agentId === party.person.agent?.agentId) throw new ReachbackError('teams.link-needless');
      const key = await keyOf(party);
      const places = (await placesToAsk()).filter(
        ({ conversationId }) =>
          conversationId !== party.reference.conversationId || party.reference.kind === 'channel',
      );
      const { name, email: mail } = party.person;
      const asked = await links.ask(
        { key, name, email: mail },
        { id: agent.agentId, name: agent.name, email: email.trim().toLowerCase() },
      );
      const cards = await post(asked, places);
      if (cards.length === 0) {
        await links.drop(asked.id);
        throw new ReachbackError('teams.link-unshown');
      }
      await links.shown(asked.id, cards);
      log.info({ askId: asked.id, agentId: agent.agentId }, 'a link was asked for');
      return { ...asked, cards };
    },
    async remove(party) {
      const removed = await links.remove(await keyOf(party), party.person.name);
      if (removed.ask !== null) spread(removed.ask, null);
      return removed;
    },
    async decide(party, { askId, said }) {
      if (!party.person.supervisor) throw new ReachbackError('teams.not-a-supervisor');
      const { name, email } = party.person;
      const by = { key: await keyOf(party), name, email };
      const { ask, first } = await links.decide({ askId, said, by });
      if (first) spread(ask, party.reference.conversationId);
      return view(ask);
    },
  };
}
