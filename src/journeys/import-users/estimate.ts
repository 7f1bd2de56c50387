/** What importing so many users costs of a client's budget, at least and at most. */
export interface Estimate {
  readonly calls: { readonly least: number; readonly most: number };
  readonly minutes: { readonly least: number; readonly most: number };
}

/** The part of a minute's requests reads and new contacts may use; the rest is for messages to customers. */
const usable = 0.95;

/**
 * Somebody who has a contact costs a look-up for each id, somebody new one request more. `ids` is how many ids the users have between
 * them; `perMinute` what the client may ask a minute. Pure.
 */
export function estimateOf(users: number, ids: number, perMinute: number): Estimate {
  const calls = { least: ids, most: ids + users };
  const perMinuteUsed = Math.max(1, Math.floor(perMinute * usable));
  return {
    calls,
    minutes: {
      least: Math.ceil(calls.least / perMinuteUsed),
      most: Math.ceil(calls.most / perMinuteUsed),
    },
  };
}
