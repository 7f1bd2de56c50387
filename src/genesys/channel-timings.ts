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
  /** How often the topics are put anew although nothing broke: a subscription can end on a socket that lives. */
  readonly refreshMs: number;
  /** A channel is replaced after nine tenths of its life; a life the platform does not name is a day. */
  readonly lifeMs: number;
  /** But never sooner than this, whatever it names. */
  readonly shortestLifeMs: number;
}

export const defaultTimings: ChannelTimings = {
  quietMs: 45_000,
  pongMs: 10_000,
  handshakeMs: 10_000,
  backOff: { baseMs: 500, maxMs: 30_000 },
  steadyMs: 60_000,
  refreshMs: 600_000,
  lifeMs: 86_400_000,
  shortestLifeMs: 300_000,
};
