import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { OverviewOfAgent } from '../../src/journeys/journeys.ts';
import type { AgentPerson } from '../../src/journeys/replying/replying.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { Person } from '../people/people.ts';
import { personKey } from '../people/person-key.ts';
import type { TeamsUser } from '../teams/teams-port.ts';

/** Who may sign in, and as which agent. Throws `reply.sign-in.personal-only` and `teams.person-unknown`. Pure. */
export function signingIn(
  { kind }: Pick<ConversationReference, 'kind'>,
  user: TeamsUser,
  { agent }: Pick<Person, 'agent'>,
): { readonly asking: AgentPerson; readonly agent: OverviewOfAgent } {
  if (kind !== 'personal') throw new ReachbackError('reply.sign-in.personal-only');
  if (agent === null) throw new ReachbackError('teams.person-unknown');
  return { asking: { personKey: personKey(user), agentId: agent.agentId }, agent };
}
