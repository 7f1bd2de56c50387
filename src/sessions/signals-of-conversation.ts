import type { ConversationWire } from '../genesys/wire/conversation.ts';
import type { ConversationSignal } from './conversation-signal.ts';
import { isOutboundStatus } from './is-outbound-status.ts';
import { timeOf } from './times.ts';

/** What a conversation, read or notified, tells of its messages. The same signals come again each time. Pure. */
export function signalsOfConversation(conversation: ConversationWire): ConversationSignal[] {
  return conversation.participants.flatMap(({ purpose, messages: legs }) =>
    (legs ?? [])
      .flatMap(({ messages }) => messages ?? [])
      .flatMap(({ messageId, messageTime, messageStatus }): ConversationSignal[] => {
        const at = timeOf(messageTime);
        if (at === null) return [];
        const conversationId = conversation.id;
        if (purpose === 'customer' || purpose === 'external')
          return isOutboundStatus(messageStatus)
            ? outbound(conversationId, messageId, messageStatus, at)
            : [{ kind: 'replied', conversationId, messageId: messageId ?? null, at }];
        return outbound(conversationId, messageId, messageStatus, at);
      }),
  );
}

function outbound(
  conversationId: string,
  messageId: string | null | undefined,
  status: string | null | undefined,
  at: number,
): ConversationSignal[] {
  if (!messageId) return [];
  if (status === 'delivery-success' || status === 'read')
    return [{ kind: 'delivered', conversationId, messageId, at }];
  return status === 'delivery-failed' ? [{ kind: 'undelivered', conversationId, messageId, at }] : [];
}
