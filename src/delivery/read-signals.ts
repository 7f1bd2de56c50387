import { getConversation } from '../genesys/endpoints/get-conversation.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { ConversationSignal } from '../sessions/conversation-signal.ts';
import { signalsOfConversation } from '../sessions/signals-of-conversation.ts';

/** The signals a conversation gives when it is read instead of notified. Throws what the platform call throws. */
export async function readSignals(call: PlatformCall, conversationId: string): Promise<ConversationSignal[]> {
  return signalsOfConversation(await getConversation(call, conversationId, 'refill'));
}
