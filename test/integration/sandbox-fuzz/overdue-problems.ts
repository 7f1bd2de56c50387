import { customerLeg } from '../../../src/sandbox/acts/conversation/customer-leg.ts';
import { inactiveAt } from '../../../src/sandbox/acts/conversation/inactive-at.ts';
import { liveLeg } from '../../../src/sandbox/world/leg.ts';
import type { Org } from '../../../src/sandbox/world/org.ts';

/** What should have happened by `now` (epoch ms) and has not. */
export function overdueProblems(org: Org, now: number): string[] {
  return org.conversations.open().flatMap((conversation) => {
    const { id, customerId, messageType, participants } = conversation;
    const problems: string[] = [];
    const connected = customerLeg(conversation)?.state === 'connected';
    const expiresAt = org.customers.get(customerId)?.sessionExpiresAt ?? 0;
    if (connected && (inactiveAt(org, conversation) ?? now) < now)
      problems.push(`${id} is inactive and goes on`);
    if (connected && messageType !== 'open' && expiresAt < now)
      problems.push(`${id} goes on after its session`);
    for (const participant of participants) {
      const { state, parks } = liveLeg(participant);
      if (state === 'parked' && (parks?.at(-1)?.resumeAt ?? now) < now)
        problems.push(`${id} is parked for too long`);
    }
    return problems;
  });
}
