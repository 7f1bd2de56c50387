import type { Activity, TurnContext } from 'botbuilder';
import { backOffMs } from '../../src/back-off.ts';
import type { Clock } from '../../src/clock.ts';
import { wait } from '../../src/wait.ts';
import { connectorError } from './connector-error.ts';

const attempts = 3;
const backOff = { baseMs: 1_000, maxMs: 5_000 };

/**
 * Sends an answer within a turn; a person is waiting, so Teams' "later" and lost connections are tried again up to three
 * times, Retry-After first. The same answer twice does no harm. Throws the last `teams.*` error.
 */
export async function sendReply(
  context: TurnContext,
  activity: Partial<Activity>,
  clock: Clock,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await context.sendActivity(activity);
      return;
    } catch (cause) {
      const error = connectorError(cause, 'reply', clock.now());
      if (attempt === attempts || error.retry !== 'safe') throw error;
      const { retryAfterMs } = error.facts;
      const asked = typeof retryAfterMs === 'number' ? retryAfterMs : 0;
      const ms = Math.max(asked, backOffMs(attempt, backOff, Math.random()));
      await wait(clock, Math.min(ms, backOff.maxMs));
    }
  }
}
