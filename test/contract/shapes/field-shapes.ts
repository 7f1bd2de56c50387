import { z } from 'zod';
import { id, text } from './scalars.ts';

/** What the field reports' endpoints answer with is unverified: the least a caller needs. */
export const sentByField = z.strictObject({ id, conversationId: id });
export const conversationByField = z.strictObject({
  id,
  channelId: id,
  userId: id,
  external_id: text.exactOptional(),
  sessionId: id,
});
export const handedOff = z.strictObject({
  id,
  conversationId: id,
  destinationOrgId: id,
  destinationConversationId: id,
});
export const cobrowseByField = z.strictObject({
  id: text,
  type: z.literal('cobrowse'),
  initiator: z.strictObject({ id, type: z.literal('user') }),
  target: z.strictObject({ id, type: z.literal('interaction') }),
  settings: z.strictObject({ mode: z.enum(['view', 'control']) }),
});
