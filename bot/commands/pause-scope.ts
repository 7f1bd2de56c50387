import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { PauseScope } from '../../src/journeys/journeys.ts';
import type { Person } from '../people.ts';

/**
 * Whom a person's `pause` and `resume` are about: a supervisor's about everybody, an agent's in their personal chat about
 * themselves. Throws `teams.person-unknown` or `teams.not-a-supervisor`.
 */
export function pauseScope(person: Person, kind: 'personal' | 'channel'): PauseScope {
  if (person.supervisor) return 'all';
  if (person.agent === null) throw new ReachbackError('teams.person-unknown');
  if (kind === 'channel') throw new ReachbackError('teams.not-a-supervisor');
  return person.agent.agentId;
}
