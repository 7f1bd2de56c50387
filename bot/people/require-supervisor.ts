import type { ErrorCode } from '../../src/errors/catalogue.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { Person } from './people.ts';

/** Throws this code for anybody who is no supervisor. */
export function requireSupervisor({ supervisor }: Pick<Person, 'supervisor'>, code: ErrorCode): void {
  if (!supervisor) throw new ReachbackError(code);
}
