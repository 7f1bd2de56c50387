import type { Conversation, Message, Participant } from '../world/conversation.ts';
import type { Customer } from '../world/customer.ts';
import type { Random } from './random.ts';

/** A conversation while it is being written; once in the organisation's collection it changes through that alone. */
export interface DraftConversation extends Conversation {
  endedAt?: number;
  readonly participants: Participant[];
  readonly messages: Message[];
}

/** An empty one of this customer, begun at `startedAt` (epoch ms). */
export function draftConversation(
  { id: customerId, deploymentId }: Customer,
  orgId: string,
  startedAt: number,
  random: Random,
): DraftConversation {
  return { id: random.id(), orgId, customerId, deploymentId, startedAt, participants: [], messages: [] };
}
