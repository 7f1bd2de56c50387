import { retryAfterMs } from '../retry-after.ts';
import type { HttpAnswer } from './platform-http.ts';

/** When a 429 does not say how long, or says something absurd: a quarter of the platform's one-minute window. */
const untoldMs = 15_000;

/**
 * The wait a 429 of the platform asks for, in milliseconds. A date in it is by the platform's clock, which the answer's own
 * `Date` tells; `now` (ours, epoch milliseconds) stands in for that.
 */
export function throttledForMs(answer: Pick<HttpAnswer, 'header'>, now: number): number {
  const platformNow = Date.parse(answer.header('date') ?? '');
  return (
    retryAfterMs(answer.header('retry-after'), Number.isNaN(platformNow) ? now : platformNow) ?? untoldMs
  );
}
