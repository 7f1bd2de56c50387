import type { HeldReason } from '../held-reason.ts';

/** The agent must serve a queue the customer's channel routes to: only such a user may send on it (field report). */
export function agentOnChannel(facts: {
  agentQueueIds: readonly string[];
  channelQueueIds: readonly string[];
}): HeldReason | null {
  return facts.agentQueueIds.some((id) => facts.channelQueueIds.includes(id)) ? null : 'agent-not-on-channel';
}
