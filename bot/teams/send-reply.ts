import type { Activity, TurnContext } from 'botbuilder';
import type { Clock } from '../../src/clock.ts';
import { connectorError } from './connector-error.ts';

const attempts = 3;
const longestWaitMs = 5_000;

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
      const asked = error.facts.retryAfterMs;
      const wait = typeof asked === 'number' ? asked : 250 * 2 ** attempt;
      await new Promise<void>((resolve) => clock.after(Math.min(wait, longestWaitMs), resolve));
    }
  }
}
