import type { Clock } from '../clock.ts';
import type { PlatformClock } from './platform-clock.ts';
import type { PlatformHttp } from './platform-http.ts';

/** The same way out, on which every answer also tells what time it is on the platform. */
export function datedHttp(
  http: PlatformHttp,
  platformClock: Pick<PlatformClock, 'told'>,
  clock: Pick<Clock, 'now'>,
): PlatformHttp {
  return {
    ...http,
    async ask(question) {
      const askedAt = clock.now();
      const answer = await http.ask(question);
      platformClock.told(answer.header('date'), askedAt, clock.now());
      return answer;
    },
  };
}
