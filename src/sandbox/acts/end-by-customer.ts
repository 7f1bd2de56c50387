import { liveLeg } from '../leg.ts';
import type { Customer, Org } from '../org.ts';
import type { Sandbox } from '../sandbox.ts';
import { endLeg } from './end-leg.ts';
import { isConnected } from './is-connected.ts';
import { latestConversation } from './latest-conversation.ts';
import { publishConversation } from './publish-conversation.ts';

/** The customer ends the running conversation; without one nothing happens. unverified: `client` on the customer's leg. */
export function endByCustomer(sandbox: Sandbox, org: Org, customer: Customer): void {
  const conversation = latestConversation(org, customer);
  if (conversation === undefined || !isConnected(conversation)) return;
  const now = sandbox.now();
  for (const participant of conversation.participants) {
    endLeg(liveLeg(participant), now, participant.purpose === 'customer' ? 'client' : 'peer');
  }
  conversation.endedAt = now;
  sandbox.later(sandbox.settings.deliveryStepMs, () =>
    publishConversation(sandbox, org, conversation, customer),
  );
}
