import type { Conversation, Participant } from '../../world/conversation.ts';
import { type Leg, liveLeg } from '../../world/leg.ts';

/** The customer, who is on every conversation. */
export function customerOf({ participants }: Conversation): Participant | undefined {
  return participants.find(({ purpose }) => purpose === 'customer');
}

/** The customer's last leg. */
export function customerLeg(conversation: Conversation): Leg | undefined {
  const customer = customerOf(conversation);
  return customer && liveLeg(customer);
}
