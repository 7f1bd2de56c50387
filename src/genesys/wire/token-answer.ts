import { z } from 'zod';

/** `POST /oauth/token`, client credentials (SDK 262 reads these two keys only). */
export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number().optional().catch(undefined),
});

/** The login host's own error body: not the platform's ErrorBody (field report). */
export const tokenRefusal = z.object({ error: z.string() });
