import { z } from 'zod';

const text = z.string().optional().catch(undefined);

/** ErrorBody of every REST error (SDK 262); everything is optional. The field contract writes `errorCode` for `code`. */
export const errorBody = z.object({
  code: text,
  errorCode: text,
  message: text,
  contextId: text,
  errors: z
    .array(z.object({ code: text, message: text }))
    .optional()
    .catch(undefined),
  details: z
    .array(z.object({ errorCode: text }))
    .optional()
    .catch(undefined),
});
