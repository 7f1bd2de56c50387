import type { SendingFacts } from './facts.ts';
import type { HeldReason } from './held-reason.ts';
import { agentStillAvailable } from './rules/agent-still-available.ts';
import { conversationExists } from './rules/conversation-exists.ts';
import { notConnected } from './rules/not-connected.ts';
import { notContactedRecently } from './rules/not-contacted-recently.ts';
import { notOptedOut } from './rules/not-opted-out.ts';
import { notPaused } from './rules/not-paused.ts';
import { notWaiting } from './rules/not-waiting.ts';
import { outsideQuietHours } from './rules/outside-quiet-hours.ts';
import { sessionNotExpired } from './rules/session-not-expired.ts';
import { within24Hours } from './rules/within-24-hours.ts';

/** May it leave now, by what the platform says this moment? The first rule that says no gives the one reason; null: yes. */
export function maySend(facts: SendingFacts): HeldReason | null {
  const { truth, now } = facts;
  if (truth === null) return conversationExists(truth);
  return (
    notPaused(facts) ??
    notOptedOut(facts) ??
    within24Hours({ now, lastActivityAt: truth.lastActivityAt ?? facts.sessionLastActivityAt }) ??
    notWaiting(truth) ??
    notConnected({ customerConnected: truth.customer === 'connected' || facts.connectedElsewhere }) ??
    notContactedRecently(facts) ??
    sessionNotExpired(truth) ??
    agentStillAvailable(facts) ??
    outsideQuietHours({
      now,
      quietHours: facts.quietHours,
      timeZone: truth.timeZone,
      otherwise: facts.timeZone,
    })
  );
}
