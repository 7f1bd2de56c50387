import { conversationEvent } from '../../platform/views/conversation-view.ts';
import { messageConversationEvent } from '../../platform/views/message-conversation-view.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Conversation } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';

/** Tells everyone subscribed that the conversation changed, as it is now. */
export function publishConversation(
  sandbox: Sandbox,
  org: Org,
  conversation: Conversation,
  customer: Customer,
): void {
  sandbox.changed();
  sandbox.live.emit('conversation', { orgId: org.id, conversationId: conversation.id });
  // unverified: a queue or user whose leg has ended keeps hearing of the conversation.
  const stems = new Set(
    conversation.participants.flatMap(({ userId, queueId, purpose }) => [
      ...(userId !== undefined && purpose === 'agent' ? [`v2.users.${userId}`] : []),
      ...(queueId !== undefined ? [`v2.routing.queues.${queueId}`] : []),
    ]),
  );
  const whole = conversationEvent(org, conversation, customer, sandbox.now());
  const messages = messageConversationEvent(org, conversation);
  for (const stem of stems) {
    sandbox.publish(`${stem}.conversations`, whole);
    sandbox.publish(`${stem}.conversations.messages`, messages);
  }
}
