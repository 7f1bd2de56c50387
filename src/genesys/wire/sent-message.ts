import { z } from 'zod';

const id = z
  .string()
  .min(1)
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

/**
 * What a send answers. A 2xx means taken, whatever the body looks like, so nothing here is required: an answer we
 * cannot read must not turn a sent message into an error.
 */
export const sentMessage = z.object({ id, conversationId: id }).catch({ id: null, conversationId: null });
