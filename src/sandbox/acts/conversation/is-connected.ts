import type { Conversation } from '../../world/conversation.ts';
import { customerLeg } from './customer-leg.ts';

/** Still going on, from the customer's side. */
export function isConnected(conversation: Conversation): boolean {
  return customerLeg(conversation)?.state === 'connected';
}
