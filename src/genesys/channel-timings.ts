import type { BackOff } from '../back-off.ts';

/** How patient a notification channel is, in milliseconds. */
export interface ChannelTimings {
  /** Without any frame for so long, ask. The platform sends a heartbeat about every 30 s. */
  readonly quietMs: number;
  /** Without any frame for so long after asking, the socket is dead. */
  readonly pongMs: number;
  /** For opening a socket. */
  readonly handshakeMs: number;
  readonly backOff: BackOff;
  /** A socket that held so long was a good one: the next fault starts the back-off afresh. */
  readonly steadyMs: number;
  /** How often the platform is asked whether channel and topics are still there: either can end on a socket that lives. */
  readonly checkMs: number;
  /** How often the topics are put anew although nothing broke, which also renews the channel. */
  readonly refreshMs: number;
  /** A channel is replaced after nine tenths of its life; a life the platform does not name is a day. */
  readonly lifeMs: number;
  /** But never sooner than this, whatever it names. */
  readonly shortestLifeMs: number;
}

/**
 * A fault is noticed within 60 s: silence after 35 + 10 s, a lost channel or topic after 40 s and an answer. That leaves 30 s to be
 * connected again within 75 s, even when the first try takes its whole 10 s and fails.
 */
export const defaultTimings: ChannelTimings = {
  quietMs: 35_000,
  pongMs: 10_000,
  handshakeMs: 10_000,
  backOff: { baseMs: 500, maxMs: 10_000 },
  steadyMs: 60_000,
  checkMs: 40_000,
  refreshMs: 600_000,
  lifeMs: 86_400_000,
  shortestLifeMs: 300_000,
};
