import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { PauseScope } from '../../src/journeys/journeys.ts';
import type { Person } from '../people/people.ts';

const alone = /^me\b\s*/i;

/**
 * Whom a person's `pause` and `resume` are about, and what else was said: a supervisor's about everybody, an agent's in their personal chat
 * about themselves, as is that of a supervisor who is an agent and says "me" there. Throws `teams.person-unknown` or
 * `teams.not-a-supervisor`.
 */
export function pauseScope(
  { supervisor, agent }: Person,
  kind: 'personal' | 'channel',
  said: string,
): { readonly scope: PauseScope; readonly rest: string } {
  const rest = said.replace(alone, '');
  if (supervisor && !(alone.test(said) && agent !== null && kind === 'personal'))
    return { scope: 'all', rest: said };
  if (agent === null) throw new ReachbackError('teams.person-unknown');
  if (kind === 'channel') throw new ReachbackError('teams.not-a-supervisor');
  return { scope: agent.agentId, rest };
}
