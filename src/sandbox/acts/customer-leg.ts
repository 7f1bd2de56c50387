import type { Conversation, Participant } from '../conversation.ts';

/** The leg of the customer, who is on every conversation. */
export function customerLeg(conversation: Conversation): Participant | undefined {
  return conversation.participants.find(({ purpose }) => purpose === 'customer');
}
