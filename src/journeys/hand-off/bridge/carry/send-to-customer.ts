import { ReachbackError } from '../../../../errors/reachback-error.ts';
import { getConversation } from '../../../../genesys/endpoints/get-conversation.ts';
import { offersExternalMessages } from '../../../../genesys/endpoints/offers-external-messages.ts';
import { offersWebchatMessages } from '../../../../genesys/endpoints/offers-webchat-messages.ts';
import { sendAgentless } from '../../../../genesys/endpoints/send-agentless.ts';
import { sendExternalMessage } from '../../../../genesys/endpoints/send-external-message.ts';
import { sendWebchatMessage } from '../../../../genesys/endpoints/send-webchat-message.ts';
import type { PlatformCall } from '../../../../genesys/platform-call.ts';
import type { Bridge, Carried } from '../../../../store/shapes/bridge-table.ts';

/** Writes to the customer in the conversation that was handed off; gives the ids of the message and of where it went, as far as these were told. */
export type SendToCustomer = (
  bridge: Bridge,
  message: Carried,
) => Promise<{ readonly messageId: string | null; readonly conversationId: string | null }>;

/**
 * By the platform's own contract where the customer has an external contact (the message joins the connected conversation); an anonymous visitor
 * by the field contract for browser sessions, in the name of the last agent there, or else by the one for a conversation. Throws `bridge.no-route`
 * when there is none of these, and what the platform calls throw.
 */
export function createSendToCustomer(call: PlatformCall, senderId: string): SendToCustomer {
  let external: Promise<boolean> | null = null;
  let webchat: Promise<boolean> | null = null;

  const offered = {
    external() {
      external ??= offersExternalMessages(call).catch(forgetting(() => (external = null)));
      return external;
    },
    webchat(conversationId: string) {
      webchat ??= offersWebchatMessages(call, conversationId).catch(forgetting(() => (webchat = null)));
      return webchat;
    },
  };

  return async (bridge, { text }) => {
    const { channelId, externalContactId, guestId, sourceConversationId: conversationId } = bridge;
    if (externalContactId !== null) {
      return sendAgentless(call, { channelId, externalContactId, text, intoConnected: true });
    }
    const agentId = (await offered.external()) ? await lastAgentOf(call, conversationId) : null;
    if (agentId !== null) {
      const sent = await sendExternalMessage(call, {
        type: 'proactive',
        channelId,
        to: { type: 'web', id: guestId },
        from: { type: 'agent', id: agentId },
        body: { contentType: 'text/plain', content: text },
      });
      return { messageId: sent.messageId, conversationId };
    }
    if (await offered.webchat(conversationId)) {
      const { messageId } = await sendWebchatMessage(call, { conversationId, senderId, text });
      return { messageId, conversationId };
    }
    throw new ReachbackError('bridge.no-route');
  };
}

/** Asked again the next time. */
function forgetting(forget: () => void): (cause: unknown) => never {
  return (cause) => {
    forget();
    throw cause;
  };
}

async function lastAgentOf(call: PlatformCall, conversationId: string): Promise<string | null> {
  const { participants } = await getConversation(call, conversationId);
  return participants.findLast(({ purpose, userId }) => purpose === 'agent' && userId)?.userId ?? null;
}
