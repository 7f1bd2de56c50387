import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { Person } from '../people/people.ts';

/** Throws `teams.person-unknown` for who is neither an agent nor a supervisor: they may read nothing about customers. */
export function requireKnown({ agent, supervisor }: Person): void {
  if (agent === null && !supervisor) throw new ReachbackError('teams.person-unknown');
}
