import { z } from 'zod';

/** ErrorBody of every REST error (SDK 262); everything is optional. The field contract writes `errorCode` for `code`. */
export const errorBody = z.object({
  code: z.string().optional().catch(undefined),
  errorCode: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  contextId: z.string().optional().catch(undefined),
});
