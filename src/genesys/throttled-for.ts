import { retryAfterMs } from '../retry-after.ts';
import type { HttpAnswer } from './platform-http.ts';

/** When a 429 does not say how long, or says something absurd: a quarter of the platform's one-minute window. */
const untoldMs = 15_000;

/** The wait a 429 of the platform asks for, in milliseconds from `now` (epoch milliseconds). */
export function throttledForMs(answer: Pick<HttpAnswer, 'header'>, now: number): number {
  return retryAfterMs(answer.header('retry-after'), now) ?? untoldMs;
}
