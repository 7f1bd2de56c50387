import type { ReachbackError } from '../errors/reachback-error.ts';

/** Whoever must write down that a request is about to leave, and cannot have it leave twice. */
export interface Departure {
  /**
   * Nothing but the request itself is left to do: it has its token and its place in the budget, and no other request with a departure is
   * between this and its last byte. Nothing leaves before this resolves, or when it throws.
   */
  about(): Promise<void>;
  /** Its first byte leaves as soon as this returns. Nothing leaves when it throws; that is what the call throws then. */
  leaving(): void;
  /** It surely was not taken, for this reason, and is about to be tried again: `about` is called once more. */
  back(error: ReachbackError): Promise<void>;
}
