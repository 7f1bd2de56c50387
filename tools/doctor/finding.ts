import type { ErrorCode } from '../../src/errors/catalogue.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';

/** What was looked at; several findings may be of one check. */
export type Check =
  | 'config'
  | 'supervisors'
  | 'quiet-hours'
  | 'api'
  | 'login'
  | 'clock'
  | 'credentials'
  | 'region'
  | 'permissions'
  | 'budget'
  | 'streaming'
  | 'topics'
  | 'queues'
  | 'deployments'
  | 'threading'
  | 'offers'
  | 'partners'
  | 'widget'
  | 'teams'
  | 'directory'
  | 'endpoint'
  | 'store'
  | 'disk';

interface Good {
  readonly check: Check;
  readonly level: 'ok';
  readonly said: string;
}

interface Bad {
  readonly check: Check;
  readonly level: 'warning' | 'problem';
  /** Where the catalogue has one; `said`, `likely` and `next` are then its words. */
  readonly code?: ErrorCode;
  readonly said: string;
  readonly likely?: string;
  /** What a person does now: where to click or which variable to set. */
  readonly next: string;
}

export type Finding = Good | Bad;

export function good(check: Check, said: string): Finding {
  return { check, level: 'ok', said };
}

/** Something that works and could be better, or could not be looked at. */
export function warning(check: Check, said: string, next: string): Finding {
  return { check, level: 'warning', said, next };
}

export function problem(check: Check, said: string, next: string): Finding {
  return { check, level: 'problem', said, next };
}

/** A finding in the words of the catalogue, with the facts of this case; `more` is a sentence added to what is said. */
export function coded(
  check: Check,
  level: Bad['level'],
  code: ErrorCode,
  facts: ReachbackError['facts'] = {},
  more = '',
): Finding {
  const { message, likely, next } = new ReachbackError(code, { facts });
  return { check, level, code, said: more === '' ? message : `${message} ${more}`, likely, next };
}

/** What a failed look stands for: an error of the catalogue in its own words, anything else as `otherwise`. */
export function failed(check: Check, level: Bad['level'], cause: unknown, otherwise: ErrorCode): Finding {
  return cause instanceof ReachbackError
    ? coded(check, level, cause.code, cause.facts)
    : coded(check, level, otherwise, { reason: cause instanceof Error ? cause.name : 'unknown' });
}
