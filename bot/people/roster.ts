import { isErrorCode } from '../../src/errors/is-error-code.ts';
import type { AgentLink, Links, Overview } from '../../src/journeys/journeys.ts';
import type { ConversationReference, ReferenceTable } from '../../src/store/shapes/reference-table.ts';
import type { WhoRow, WhoView } from '../cards/who-card.ts';
import type { ClosedPlace } from '../cards/with-closed-places.ts';
import { personKey } from './person-key.ts';
import type { Supervisors } from './supervisors.ts';

/** More than any card holds. */
const mostRows = 100;
const mostUnmatched = 20;

export interface Roster {
  /** Everybody known, or whose name, e-mail or agent has these words in it; supervisors first. */
  who(part: string): Promise<WhoView>;
  /** Where Teams lets the bot write no more, although nobody removed it, and why: a person's name, null for a channel. */
  closed(): Promise<readonly ClosedPlace[]>;
  /** Everybody who may decide, by name where it is known, else by e-mail. */
  supervisorNames(): Promise<string[]>;
}

/** Who is known in Teams and what they are here. Throws `store.*`. */
export function createRoster(parts: {
  references: Pick<ReferenceTable, 'personal' | 'refused'>;
  links: Pick<Links, 'linked'>;
  supervisors: Supervisors;
  overview: Pick<Overview, 'agent' | 'agentByEmail' | 'agents'>;
  /** The name of whom the bot has no chat with; null: it is not known. */
  nameByMail: (email: string) => Promise<string | null>;
  /** Whether a team owns the right to decide. */
  hasTeam: boolean;
}): Roster {
  const { references, links, supervisors, overview, nameByMail, hasTeam } = parts;

  interface Known extends WhoRow {
    readonly agentId: string | null;
  }

  async function rowOf(chat: ConversationReference, linked: ReadonlyMap<string, AgentLink>): Promise<Known> {
    const { userId, userName, userEmail: email, aadObjectId, installed } = chat;
    const link = linked.get(personKey({ id: userId ?? '', aadObjectId }));
    const byLink = link === undefined ? null : overview.agent(link.agentId);
    const agent = byLink ?? (email === null ? null : overview.agentByEmail(email));
    return {
      name: userName ?? email ?? userId ?? '',
      email,
      supervisor: await supervisors.why({ email, aadObjectId }),
      agent:
        agent === null ? null : { name: agent.name, linkedBy: byLink === null ? null : (link?.by ?? null) },
      agentId: agent?.agentId ?? null,
      app: installed ? 'installed' : 'removed',
    };
  }

  /** Supervisors the bot has no chat with. */
  async function absent(chats: readonly ConversationReference[]): Promise<Known[]> {
    const { named, owners } = await supervisors.all();
    const mails = new Set(chats.map(({ userEmail }) => userEmail?.toLowerCase()));
    const ids = new Set(chats.map(({ aadObjectId }) => aadObjectId?.toLowerCase()));
    const base = (email: string | null) => {
      const agent = email === null ? null : overview.agentByEmail(email);
      const known = agent === null ? null : { name: agent.name, linkedBy: null };
      return { agent: known, agentId: agent?.agentId ?? null, app: 'never' } as const;
    };
    const unseen = (email: string | null) => email === null || !mails.has(email.toLowerCase());
    return [
      ...(await Promise.all(
        named.filter(unseen).map(async (email): Promise<Known> => {
          const name = overview.agentByEmail(email)?.name ?? (await nameByMail(email));
          const told = name === null ? { name: email, email: null } : { name, email };
          return { ...base(email), ...told, supervisor: 'named' };
        }),
      )),
      ...owners
        .filter(({ aadObjectId, email }) => !ids.has(aadObjectId.toLowerCase()) && unseen(email))
        .filter(({ email }) => email === null || !named.some((each) => isSame(each, email)))
        .map(
          ({ name, email, aadObjectId }): Known => ({
            ...base(email),
            name: name ?? email ?? aadObjectId,
            email,
            supervisor: 'owner',
          }),
        ),
    ];
  }

  async function everybody(): Promise<Known[]> {
    const chats = [
      ...new Map(
        (await references.personal()).map((chat) => [
          personKey({ id: chat.userId ?? chat.conversationId, aadObjectId: chat.aadObjectId }),
          chat,
        ]),
      ).values(),
    ];
    const linked = await links.linked();
    const rows = [...(await Promise.all(chats.map((chat) => rowOf(chat, linked)))), ...(await absent(chats))];
    return rows.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  }

  return {
    async who(part) {
      const asked = part.trim().toLowerCase();
      const all = await everybody();
      const fitting = all.filter(({ name, email, agent }) =>
        [name, email, agent?.name].some((each) => each?.toLowerCase().includes(asked)),
      );
      const matched = new Set(all.map(({ agentId }) => agentId));
      const unmatched = asked === '' ? overview.agents().filter(({ agentId }) => !matched.has(agentId)) : [];
      const { ownersReadAt } = await supervisors.all();
      return {
        rows: fitting.slice(0, mostRows),
        more: Math.max(0, fitting.length - mostRows),
        unmatched: unmatched.slice(0, mostUnmatched).map(({ name }) => name),
        unmatchedMore: Math.max(0, unmatched.length - mostUnmatched),
        ownersReadAt: hasTeam ? (ownersReadAt ?? 'unread') : null,
      };
    },
    async closed() {
      return (await references.refused()).flatMap(({ kind, userName, userEmail, refusedWith: code }) =>
        code !== null && isErrorCode(code)
          ? [{ name: kind === 'channel' ? null : (userName ?? userEmail ?? ''), code }]
          : [],
      );
    },
    async supervisorNames() {
      return (await everybody()).filter(({ supervisor }) => supervisor !== null).map(({ name }) => name);
    },
  };
}

function rank({ supervisor }: WhoRow): number {
  return supervisor === null ? 1 : 0;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
