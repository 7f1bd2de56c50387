import type { Links, Overview, OverviewOfAgent } from '../../src/journeys/journeys.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { TeamsUser } from '../teams/teams-port.ts';
import type { IdentityBook } from './identity-book.ts';
import { personKey } from './person-key.ts';
import type { Supervisors } from './supervisors.ts';

/** A Teams user of our own organisation, as far as the product knows them. */
export interface Person {
  readonly name: string;
  readonly email: string | null;
  /** The watched Genesys agent linked by a supervisor, else the one with the same e-mail. */
  readonly agent: OverviewOfAgent | null;
  readonly supervisor: boolean;
}

export interface People {
  /** Throws `teams.guest` and `teams.other-tenant` for outsiders, `teams.*` when somebody cannot be looked up just now. */
  of(user: TeamsUser, reference: ConversationReference): Promise<Person>;
  /** Whose personal chat each of these is, as a Genesys user id; null where that is nobody's we know. */
  agentIdsIn(references: readonly ConversationReference[]): Promise<(string | null)[]>;
}

/** Who is who, asked anew each time: by link, and by e-mail, upper and lower case alike. */
export function createPeople(parts: {
  identities: IdentityBook;
  links: Pick<Links, 'linked'>;
  overview: Pick<Overview, 'agent' | 'agentByEmail'>;
  supervisors: Pick<Supervisors, 'why'>;
}): People {
  const { identities, links, overview, supervisors } = parts;

  function agentOf(linkedId: string | undefined, email: string | null): OverviewOfAgent | null {
    const linked = linkedId === undefined ? null : overview.agent(linkedId);
    return linked ?? (email === null ? null : overview.agentByEmail(email));
  }

  return {
    async of(user, reference) {
      const { email, aadObjectId } = await identities.of(user, reference);
      const [linked, why] = await Promise.all([links.linked(), supervisors.why({ email, aadObjectId })]);
      const agent = agentOf(linked.get(personKey({ id: user.id, aadObjectId }))?.agentId, email);
      return { name: user.name ?? agent?.name ?? email ?? user.id, email, agent, supervisor: why !== null };
    },
    async agentIdsIn(references) {
      const linked = await links.linked();
      return references.map(({ kind, userId: id, aadObjectId, userEmail }) => {
        if (kind !== 'personal' || id === null) return null;
        return agentOf(linked.get(personKey({ id, aadObjectId }))?.agentId, userEmail)?.agentId ?? null;
      });
    },
  };
}
