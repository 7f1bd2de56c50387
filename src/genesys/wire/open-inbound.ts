import { z } from 'zod';

/** A customer of an Open Messaging channel, as our side names them. */
interface OpenSender {
  /** Ours alone: the partner's platform makes one customer of it. */
  readonly id: string;
  /** Shown to the agent; null: nobody knows. */
  readonly name: string | null;
}

/** Body of `POST …/inbound/open/message` (SDK 262 OpenInboundNormalizedMessage). `saidAt`: epoch milliseconds. */
export function openInboundMessage(message: {
  readonly from: OpenSender;
  readonly messageId: string;
  readonly saidAt: number;
  readonly text: string;
}) {
  const { from, messageId, saidAt, text } = message;
  return {
    channel: {
      messageId,
      from: { id: from.id, idType: 'Opaque', ...(from.name !== null && { nickname: from.name }) },
      time: new Date(saidAt).toISOString(),
    },
    text,
  };
}

/**
 * The same with attributes for the participant, which a flow can read. The platform's guide to inbound open messages has them here; the model of
 * SDK 262 does not (*unverified*).
 */
export function withAttributes(
  message: ReturnType<typeof openInboundMessage>,
  attributes: Readonly<Record<string, string>>,
) {
  return { ...message, channel: { ...message.channel, metadata: { customAttributes: { ...attributes } } } };
}

/** Body of `POST …/inbound/open/receipt` (SDK 262 OpenInboundNormalizedReceipt). `at`: epoch milliseconds. */
export function openInboundReceipt(receipt: {
  readonly messageId: string;
  readonly to: string;
  readonly at: number;
  readonly status: 'Delivered' | 'Failed';
  readonly reason: string | null;
}) {
  const { messageId, to, at, status, reason } = receipt;
  return {
    id: messageId,
    channel: { to: { id: to }, time: new Date(at).toISOString() },
    status,
    ...(reason !== null && { reasons: [{ message: reason }] }),
    isFinalReceipt: status === 'Delivered',
  };
}

/** What the inbound message answers; the conversation is named when it was asked for. */
export const openInboundAnswer = z.object({
  id: z.string().min(1).nullish().catch(null),
  conversationId: z.string().min(1).nullish().catch(null),
});
