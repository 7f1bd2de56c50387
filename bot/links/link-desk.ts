import type { Logger } from 'pino';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { AgentLink, LinkAsk, Links, Overview } from '../../src/journeys/journeys.ts';
import type { ConversationReference, ReferenceTable } from '../../src/store/shapes/reference-table.ts';
import type { LinkView } from '../cards/link-card.ts';
import type { IdentityBook } from '../people/identity-book.ts';
import { isSameMail } from '../people/is-same-mail.ts';
import { keyOfChat } from '../people/key-of-chat.ts';
import type { Person } from '../people/people.ts';
import { personKey } from '../people/person-key.ts';
import type { Supervisors } from '../people/supervisors.ts';
import type { TeamsUser } from '../teams/teams-port.ts';
import type { LinkTelling } from './link-telling.ts';

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
   * `teams.link-needless`, `teams.link-pending`, `teams.link-too-often`, and `teams.link-unshown` when no supervisor could be asked.
   */
  ask(party: LinkParty, email: string): Promise<LinkAsk>;
  /** Ends the link and takes an open request back; gives what there was. */
  remove(party: LinkParty): Promise<{ readonly link: AgentLink | null; readonly ask: LinkAsk | null }>;
  /**
   * Ends the link of whoever in Teams has this e-mail, and takes their open request back. Throws `teams.not-a-supervisor` for all but
   * supervisors.
   */
  removeOf(party: LinkParty, email: string): ReturnType<LinkDesk['remove']>;
  /** A press on a card: gives what it shows from now on. Throws `teams.not-a-supervisor`, `teams.link-own` and `teams.link-gone`. */
  decide(party: LinkParty, press: { askId: string; said: 'confirmed' | 'refused' }): Promise<LinkView>;
}

/** The proof of a link is a supervisor's word: here they are asked, and everybody concerned is told. */
export function createLinkDesk(parts: {
  links: Links;
  overview: Pick<Overview, 'agentByEmail' | 'agent'>;
  identities: IdentityBook;
  supervisors: Pick<Supervisors, 'why'>;
  references: Pick<ReferenceTable, 'installed' | 'personal'>;
  telling: LinkTelling;
  log: Logger;
}): LinkDesk {
  const { links, overview, identities, supervisors, references, telling, log } = parts;

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
      const cards = await telling.post(asked, places);
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
      if (removed.ask !== null) telling.spread(removed.ask, null);
      return removed;
    },
    async removeOf(party, email) {
      if (!party.person.supervisor) throw new ReachbackError('teams.not-a-supervisor');
      const chat = (await references.personal()).find((each) => isSameMail(each.userEmail, email));
      const key = chat === undefined ? null : keyOfChat(chat);
      if (key === null) return { link: null, ask: null };
      const { name: person } = party.person;
      const removed = await links.remove(key, person);
      if (removed.ask !== null) telling.spread(removed.ask, null);
      if (removed.link !== null) telling.removed(key, { person, agent: removed.link.agentName });
      return removed;
    },
    async decide(party, { askId, said }) {
      if (!party.person.supervisor) throw new ReachbackError('teams.not-a-supervisor');
      const { name, email } = party.person;
      const by = { key: await keyOf(party), name, email };
      const { ask, first } = await links.decide({ askId, said, by });
      if (first) telling.spread(ask, party.reference.conversationId);
      return telling.view(ask);
    },
  };
}
