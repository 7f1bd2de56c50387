import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import { codedError } from '../coded-error.ts';
import type { TeamsCall, TeamsPace } from '../pace/teams-pace.ts';
import { isThrottling } from './is-throttling.ts';
import type { TeamsPort } from './teams-port.ts';

/**
 * A Teams port that keeps the budgets: a call whose moment is far off is not made and throws `teams.budget-spent` with
 * `retryAfterMs`. Who is asked for by a person comes before the upkeep of cards. Nothing is tried again here.
 */
export function createPacedPort(teams: TeamsPort, pace: TeamsPace, cut: AbortSignal): TeamsPort {
  async function paced<T>(
    { conversationId, tenantId }: ConversationReference,
    { kind, urgency }: Pick<TeamsCall, 'kind' | 'urgency'>,
    call: () => Promise<T>,
  ): Promise<T> {
    const turn = await pace.turn({ conversationId, tenantId, kind, urgency }, cut);
    if (turn !== 'now') throw new ReachbackError('teams.budget-spent', { facts: { retryAfterMs: turn } });
    try {
      const answer = await call();
      pace.taken(conversationId);
      return answer;
    } catch (error) {
      const { code, facts } = codedError(error, 'teams.failed');
      const { retryAfterMs } = facts;
      if (isThrottling(code))
        pace.throttled(conversationId, typeof retryAfterMs === 'number' ? retryAfterMs : null);
      throw error;
    }
  }

  return {
    post: (reference, card, summary) =>
      paced(reference, { kind: reference.kind === 'channel' ? 'create' : 'send', urgency: 'upkeep' }, () =>
        teams.post(reference, card, summary),
      ),
    update: (reference, activityId, card, summary) =>
      paced(reference, { kind: 'send', urgency: 'upkeep' }, () =>
        teams.update(reference, activityId, card, summary),
      ),
    member: (reference, userId) =>
      paced(reference, { kind: 'members', urgency: 'answer' }, () => teams.member(reference, userId)),
  };
}
