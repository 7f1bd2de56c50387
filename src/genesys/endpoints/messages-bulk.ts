import { z } from 'zod';
import type { CallPriority } from '../budget-meter.ts';
import { inChunks } from '../in-chunks.ts';
import type { PlatformCall } from '../platform-call.ts';
import { type MessageWire, message } from '../wire/message.ts';

const answer = z.object({
  entities: z
    .array(message)
    .nullish()
    .transform((entities) => entities ?? []),
});

/**
 * Messages of one conversation by id, in no order to rely on. `POST …/messages/bulk`, 1,000 ids a call, permission
 * `conversation:webmessaging:view` (SDK 262). It only reads, so it may be repeated.
 */
export async function messagesBulk(
  call: PlatformCall,
  conversationId: string,
  messageIds: readonly string[],
  priority: CallPriority = 'ask',
): Promise<MessageWire[]> {
  const messages: MessageWire[] = [];
  for (const chunk of inChunks(messageIds, 1_000)) {
    const { body } = await call({
      method: 'POST',
      path: '/api/v2/conversations/messages/{conversationId}/messages/bulk',
      ids: { conversationId },
      body: chunk,
      answer,
      priority,
      idempotent: true,
    });
    messages.push(...body.entities);
  }
  return messages;
}
