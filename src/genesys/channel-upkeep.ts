import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { ChannelSubscriptions } from './channel-subscriptions.ts';
import type { ChannelTimings } from './channel-timings.ts';
import { saysGone } from './says-gone.ts';

export interface ChannelUpkeep {
  /** Begins anew: a connection has just been made, and its topics put. */
  start(): void;
  stop(): void;
}

/** Looks after a connected channel on which nothing seems to be wrong: a subscription, or the channel, can end on a socket that lives. */
export function createChannelUpkeep(parts: {
  subscriptions: Pick<ChannelSubscriptions, 'put' | 'countMissing'>;
  /** Of the channel connected now, if any. */
  channelId: () => string | null;
  /** Topics are missing. */
  onMissing: () => void;
  /** The platform does not know the channel any more. */
  onGone: () => void;
  timings: Pick<ChannelTimings, 'checkMs' | 'refreshMs'>;
  clock: Clock;
  log: Logger;
}): ChannelUpkeep {
  const { subscriptions, channelId, onMissing, onGone, timings, clock, log } = parts;
  let cancelRefresh = () => {};
  let cancelCheck = () => {};

  /** Puts the same topics again. What was not told meanwhile is found by those who read it now and then. */
  function refresh(): void {
    cancelRefresh();
    cancelRefresh = clock.after(timings.refreshMs, () => {
      refresh();
      const id = channelId();
      if (id === null) return;
      subscriptions.put(id).catch((error: unknown) => {
        log.warn({ err: error }, 'topics not put anew');
        if (channelId() === id && saysGone(error)) onGone();
      });
    });
  }

  /** Asks whether the channel is still there, with its topics. No answer (or no budget to ask) is no verdict. */
  function check(): void {
    cancelCheck();
    cancelCheck = clock.after(timings.checkMs, () => {
      const id = channelId();
      if (id === null) return;
      subscriptions.countMissing(id).then(
        (missing) => {
          if (channelId() !== id) return;
          check();
          if (missing === 0) return;
          log.warn(
            { code: 'genesys.notifications.subscription-lost', topics: missing },
            'topics were lost: putting them again',
          );
          onMissing();
        },
        (error: unknown) => {
          if (channelId() !== id) return;
          // Once is enough: another channel is on its way.
          if (saysGone(error)) return onGone();
          log.warn({ err: error }, 'topics not checked');
          check();
        },
      );
    });
  }

  return {
    start() {
      refresh();
      check();
    },
    stop() {
      cancelRefresh();
      cancelCheck();
    },
  };
}
