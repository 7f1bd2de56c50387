import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';

const anHourMs = 3_600_000;
/** So many in an hour are no accident: somebody else makes channels as we do. */
const oftenFrom = 3;
const firstWaitMs = 5_000;
/** No longer, so that presence is known again within 75 s of every eviction. */
const longestWaitMs = 45_000;

/**
 * Remembers how often a channel was taken from us; gives how long to wait before making another, in milliseconds. The
 * platform keeps 20 channels for a client and ends the least used for the 21st: two programs that each make a new one at once
 * would take them from each other without end.
 */
export function createChannelEvictions({ clock, log }: { clock: Clock; log: Logger }): () => number {
  let times: number[] = [];
  return () => {
    const now = clock.now();
    times = [...times.filter((at) => at > now - anHourMs), now];
    if (times.length < oftenFrom) return 0;
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(times.length - oftenFrom, 10));
    log.error(
      { code: 'genesys.notifications.channel-evicted', inTheLastHour: times.length, waitMs },
      'another program uses the same OAuth client: our notification channel was ended for one of its own again',
    );
    return waitMs;
  };
}
