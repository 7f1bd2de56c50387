import type { ProposalFacts } from './facts.ts';
import type { HeldReason } from './held-reason.ts';
import { agentOnChannel } from './rules/agent-on-channel.ts';
import { noOpenOutreach } from './rules/no-open-outreach.ts';
import { notAttended } from './rules/not-attended.ts';
import { notContactedRecently } from './rules/not-contacted-recently.ts';
import { notDeclinedRecently } from './rules/not-declined-recently.ts';
import { notFailedRecently } from './rules/not-failed-recently.ts';
import { notOptedOut } from './rules/not-opted-out.ts';
import { routeExists } from './rules/route-exists.ts';
import { sessionNotExpired } from './rules/session-not-expired.ts';
import { within24Hours } from './rules/within-24-hours.ts';

/** May this customer be proposed for this agent? The first rule that says no gives the one reason; null: yes. */
export function mayPropose(facts: ProposalFacts): HeldReason | null {
  const { session, agent, now } = facts;
  return (
    notOptedOut(facts) ??
    within24Hours({ now, lastActivityAt: session.lastActivityAt }) ??
    notAttended({
      now,
      connected: session.endedAt === null,
      attended: session.attended,
      lastActivityAt: session.lastActivityAt,
    }) ??
    sessionNotExpired({
      now,
      connected: session.endedAt === null,
      lastActivityAt: session.lastActivityAt,
      guestSessionMs: facts.guestSessionMs,
    }) ??
    agentOnChannel({ agentQueueIds: agent.queueIds, channelQueueIds: facts.channelQueueIds }) ??
    routeExists({ externalContactId: session.externalContactId, offers: facts.offers }) ??
    noOpenOutreach(facts) ??
    notContactedRecently(facts) ??
    notDeclinedRecently(facts) ??
    notFailedRecently(facts)
  );
}
