import type { ConversationWire } from '../genesys/wire/conversation.ts';
import { signalsOfConversation } from './signals-of-conversation.ts';

/** What the customer wrote in a conversation, as far as it is told by an id; times are epoch milliseconds. Pure. */
export function writtenByCustomer(
  conversation: ConversationWire,
): { readonly messageId: string; readonly at: number }[] {
  return signalsOfConversation(conversation).flatMap(({ kind, messageId, at }) =>
    kind === 'replied' && messageId !== null ? [{ messageId, at }] : [],
  );
}
