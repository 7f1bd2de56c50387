import { backOffMs } from '../src/back-off.ts';
import type { Clock } from '../src/clock.ts';
import { wait } from '../src/wait.ts';
import { codedError } from './coded-error.ts';

const attempts = 5;
const backOff = { baseMs: 500, maxMs: 8_000 };

/**
 * Tells Teams something that is no card of an outreach, again where trying again is safe: up to five times, what Teams asked to wait
 * for first. Told twice it does no harm. Throws the last error, or the present one once `cut` is aborted.
 */
export async function patiently<T>(
  { clock, cut }: { readonly clock: Clock; readonly cut: AbortSignal },
  tell: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tell();
    } catch (cause) {
      const error = codedError(cause, 'teams.failed');
      const { retryAfterMs } = error.facts;
      const asked = typeof retryAfterMs === 'number' ? retryAfterMs : 0;
      if (attempt === attempts || error.retry !== 'safe' || asked > backOff.maxMs || cut.aborted) throw error;
      await wait(clock, Math.max(asked, backOffMs(attempt, backOff, Math.random())), cut);
    }
  }
}
