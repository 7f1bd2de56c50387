import type { PlatformCall } from '../platform-call.ts';
import { sentMessage } from '../wire/sent-message.ts';
import type { Sent } from './send-agentless.ts';

/** The field contract's message: channel, browser session, agent, text. */
export interface ExternalMessage {
  readonly type: 'proactive';
  readonly channelId: string;
  readonly to: { readonly type: 'web'; readonly id: string };
  readonly from: { readonly type: 'agent'; readonly id: string };
  readonly body: { readonly contentType: 'text/plain'; readonly content: string };
}

/**
 * Sends a message into the guest session of a customer's browser, where the organisation offers the endpoint. Never
 * repeated unless the platform surely did not take it; `retry: 'unknown'` means it may have been sent.
 * `POST /conversations/messaging/external-messages` (field report; not in SDK 262). Which body it answers with is not reported: without
 * one it is not known to be sent, and is looked up.
 */
export async function sendExternalMessage(call: PlatformCall, message: ExternalMessage): Promise<Sent> {
  const { type, channelId, to, from, body } = message;
  const {
    body: sent,
    status,
    correlationId,
  } = await call({
    method: 'POST',
    path: '/api/v2/conversations/messaging/external-messages',
    body: {
      type,
      channelId,
      to: { type: to.type, id: to.id },
      from: { type: from.type, id: from.id },
      body: { contentType: body.contentType, content: body.content },
    },
    answer: sentMessage,
    priority: 'send',
    idempotent: false,
  });
  return { status, messageId: sent.id, conversationId: sent.conversationId, correlationId };
}
