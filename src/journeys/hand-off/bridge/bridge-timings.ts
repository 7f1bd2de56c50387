import type { BackOff } from '../../../back-off.ts';

/** How patient a bridge is, milliseconds. */
export interface BridgeTimings {
  /** Each conversation is read this often beside the wake-ups, at the most; */
  readonly readEveryMs: number;
  /** and with many hand-offs so rarely that all together leave the other work its budget: this long times their number. */
  readonly readShareMs: number;
  readonly backOff: BackOff;
  /** A message without an answer that is not in the conversation so long after was not taken. */
  readonly settleMs: number;
  /** The same while the conversation itself must be found by analytics, which is behind by seconds to minutes. */
  readonly settleFirstMs: number;
  /** So long nobody may know whether a message arrived, or a side may refuse everything. */
  readonly passOverMs: number;
  /** A reply waits so long while the partner's conversation cannot be read, which tells whether one before it is missing. */
  readonly orderPatienceMs: number;
  /** What another process sends is taken for lost after so long. */
  readonly leaseMs: number;
  /** The last words and the end may take so long: longer than a platform is usually away. */
  readonly endPatienceMs: number;
  /** The time limit is told so long before, or in the last fifth of a shorter time. */
  readonly warnBeforeMs: number;
  /** A message that is listed and cannot be read holds the others up so long. */
  readonly unreadableMs: number;
}

export const bridgeTimings: BridgeTimings = {
  readEveryMs: 5_000,
  readShareMs: 1_000,
  backOff: { baseMs: 1_000, maxMs: 30_000 },
  settleMs: 10_000,
  settleFirstMs: 60_000,
  passOverMs: 600_000,
  orderPatienceMs: 120_000,
  leaseMs: 45_000,
  endPatienceMs: 900_000,
  warnBeforeMs: 300_000,
  unreadableMs: 120_000,
};
