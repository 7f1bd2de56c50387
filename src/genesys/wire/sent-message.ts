import { z } from 'zod';

const id = z
  .string()
  .min(1)
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

/**
 * What a send answers. A JSON object with a 2xx means taken, whatever is in it. Text is not the platform's answer (a gateway's
 * page, half a body): whether the message was taken is then unknown, and it is looked up.
 */
export const sentMessage = z.object({ id, conversationId: id });
