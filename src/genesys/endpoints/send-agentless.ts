import type { PlatformCall } from '../platform-call.ts';
import { agentlessRequest } from '../wire/agentless-request.ts';
import { sentMessage } from '../wire/sent-message.ts';

/** What the platform said to a send: 2xx, and the ids as far as it named them. */
export interface Sent {
  readonly status: number;
  readonly messageId: string | null;
  readonly conversationId: string | null;
  /** The platform's own id of the exchange, for a support case. */
  readonly correlationId: string | null;
}

/**
 * Sends a web message to an external contact on a deployment, with no agent on the conversation. Never repeated unless the
 * platform surely did not take it; an error with `retry: 'unknown'` means it may have been sent.
 * `POST /conversations/messages/agentless`, permission `conversation:message:create` (SDK 262: for web messaging
 * `fromAddress` is the deployment id and `toAddress` must not be there).
 */
export async function sendAgentless(
  call: PlatformCall,
  message: {
    readonly channelId: string;
    readonly externalContactId: string;
    /** 1 to 2,000 characters. */
    readonly text: string;
    /** May join a connected conversation; else the platform refuses the message there. */
    readonly intoConnected: boolean;
  },
): Promise<Sent> {
  const { body, status, correlationId } = await call({
    method: 'POST',
    path: '/api/v2/conversations/messages/agentless',
    body: agentlessRequest(message),
    answer: sentMessage,
    priority: 'send',
    idempotent: false,
  });
  return { status, messageId: body.id, conversationId: body.conversationId, correlationId };
}
