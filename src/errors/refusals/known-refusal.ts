import type { ErrorCode } from '../catalogue.ts';

/** Who refuses: each has its own form of saying so. */
export type Refuser =
  | 'genesys'
  | 'genesys-login'
  | 'genesys-socket'
  | 'genesys-guest'
  | 'genesys-network'
  | 'teams'
  | 'teams-network'
  | 'teams-token'
  | 'microsoft-login'
  | 'graph'
  | 'store';

/** How a raw refusal is recognised, and which code it is. Whatever is absent is not looked at. */
export interface KnownRefusal {
  readonly code: ErrorCode;
  readonly by: Refuser;
  /** Part of `METHOD /path`, ids as `{}`; a `$` at its end is the end of the path. */
  readonly at?: string;
  readonly status?: readonly number[];
  /** The refuser's own code, or one of its nested ones; of a network or an engine: the system's code. */
  readonly says?: readonly string[];
  /** Part of what it says in words, lower case. */
  readonly words?: string;
  /** Where the fact is from. */
  readonly source: string;
  /** No published source confirms it. */
  readonly unverified?: true;
}

/** A refusal as it came. */
export interface Refusal {
  readonly by: Refuser;
  /** `METHOD /path` with `{…}` for ids; absent when not known. */
  readonly at?: string | undefined;
  readonly status?: number | undefined;
  readonly says?: readonly string[];
  readonly words?: readonly string[];
}
