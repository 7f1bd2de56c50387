import { z } from 'zod';

/**
 * What can stand in a header (RFC 6750 allows less) of a length servers take, 8 KB mostly: any other would be kept for a day, and no request
 * could leave with it.
 */
const bearer = /^[\x21-\x7e]{1,8000}$/;

/** `POST /oauth/token`, client credentials (SDK 262 reads these two keys only). */
export const tokenAnswer = z.object({
  access_token: z.string().regex(bearer),
  /** Seconds. */
  expires_in: z.number().optional().catch(undefined),
});

/** The same of a person's sign-in (SDK 262: a refresh token only where the client proved itself by its secret). */
export const userTokenAnswer = tokenAnswer.extend({
  refresh_token: z.string().min(1).optional().catch(undefined),
});

/** The login host's own error body: not the platform's ErrorBody (field report). */
export const tokenRefusal = z.object({ error: z.string() });
