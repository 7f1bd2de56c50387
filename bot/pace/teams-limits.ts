import type { CallLimit } from './room-at.ts';

/** What Teams counts apart: a message or its update, a new thread or chat, and questions for people. */
export type CallKind = 'send' | 'create' | 'members';

/** Calls travel unequally long: those sent a second apart may arrive closer together. */
const spareMs = 100;

const writing = limits([7, 1], [8, 2], [60, 30], [1_800, 3_600]);

/**
 * What one bot may ask of one conversation (Microsoft: rate limits of bots, which calls them estimates that may change). Updates
 * are not named there; they are counted as sends.
 */
export const conversationLimits: Readonly<Record<CallKind, readonly CallLimit[]>> = {
  send: writing,
  create: writing,
  members: limits([14, 1], [16, 2], [120, 30], [3_600, 3_600]),
};

/** What one app may ask of one tenant, all calls together (the same page). */
export const tenantLimits: readonly CallLimit[] = limits([50, 1]);

/** What keeping cards true may use of a limit: of five calls one is kept for people who wait for an answer. Pure. */
export function shareOfUpkeep(whole: readonly CallLimit[]): CallLimit[] {
  return whole.map(({ calls, inMs }) => ({ calls: Math.floor(calls * 0.8), inMs }));
}

function limits(...pairs: readonly (readonly [calls: number, inSeconds: number])[]): CallLimit[] {
  return pairs.map(([calls, inSeconds]) => ({ calls, inMs: inSeconds * 1_000 + spareMs }));
}
