import type { ProposalFacts } from './facts.ts';
import type { HeldReason } from './held-reason.ts';
import { agentOnChannel } from './rules/agent-on-channel.ts';
import { notConnected } from './rules/not-connected.ts';
import { notContactedRecently } from './rules/not-contacted-recently.ts';
import { notFailedRecently } from './rules/not-failed-recently.ts';
import { notOptedOut } from './rules/not-opted-out.ts';
import { routeExists } from './rules/route-exists.ts';
import { within24Hours } from './rules/within-24-hours.ts';

/** May this customer be proposed for this agent? The first rule that says no gives the one reason; null: yes. */
export function mayPropose(facts: ProposalFacts): HeldReason | null {
  const { session, agent, now } = facts;
  return (
    notOptedOut(facts) ??
    within24Hours({ now, lastActivityAt: session.lastActivityAt }) ??
    notConnected({ customerConnected: session.endedAt === null }) ??
    agentOnChannel({ agentQueueIds: agent.queueIds, channelQueueIds: facts.channelQueueIds }) ??
    routeExists({
      externalContactId: session.externalContactId,
      offersExternalMessages: facts.offersExternalMessages,
    }) ??
    notContactedRecently(facts) ??
    notFailedRecently(facts)
  );
}
