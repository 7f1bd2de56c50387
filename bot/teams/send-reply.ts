import type { Activity, TurnContext } from 'botbuilder';
import { backOffMs } from '../../src/back-off.ts';
import type { Clock } from '../../src/clock.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import { wait } from '../../src/wait.ts';
import type { TeamsPace } from '../pace/teams-pace.ts';
import { connectorError } from './connector-error.ts';
import { isThrottling } from './is-throttling.ts';

const attempts = 3;
const backOff = { baseMs: 1_000, maxMs: 5_000 };

/**
 * Sends an answer within a turn; a person is waiting, so Teams' "later" and lost connections are tried again up to three
 * times, Retry-After first, and it goes before the upkeep of cards. The same answer twice does no harm. Throws the last
 * `teams.*` error.
 */
export async function sendReply(
  context: TurnContext,
  activity: Partial<Activity>,
  parts: {
    readonly to: Pick<ConversationReference, 'conversationId' | 'tenantId'>;
    readonly pace: TeamsPace;
    readonly clock: Clock;
  },
): Promise<void> {
  const { to, pace, clock } = parts;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const turn = await pace.turn({ ...to, kind: 'send', urgency: 'answer' });
      if (turn !== 'now') throw new ReachbackError('teams.budget-spent', { facts: { retryAfterMs: turn } });
      await context.sendActivity(activity);
      return pace.taken(to.conversationId);
    } catch (cause) {
      const error = connectorError(cause, 'reply', clock.now());
      const { retryAfterMs } = error.facts;
      const asked = typeof retryAfterMs === 'number' ? retryAfterMs : null;
      if (isThrottling(error.code)) pace.throttled(to.conversationId, asked);
      if (attempt === attempts || error.retry !== 'safe') throw error;
      const ms = Math.max(asked ?? 0, backOffMs(attempt, backOff, Math.random()));
      await wait(clock, Math.min(ms, backOff.maxMs));
    }
  }
}
