import type { Models } from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { id, none, text } from './scalars.ts';
import { shapeOf } from './shape-of.ts';

/** ErrorBody of every REST error; `contextId` is the ININ-Correlation-Id header's. */
export const errorBody = shapeOf<Models.ErrorBody>()({
  message: text,
  code: z.string().regex(/^[a-z]+(?:\.[a-z]+)*$/),
  status: z.int().min(400).max(599),
  messageWithParams: text.exactOptional(),
  messageParams: z.record(z.string(), z.string()).exactOptional(),
  contextId: id,
  details: none,
  errors: none,
});

/** The login service has its own keys. */
export const loginError = z.strictObject({
  error: z.enum(['invalid_client', 'invalid_request', 'unsupported_grant_type', 'invalid_grant']),
  description: text,
  error_description: text,
});

export const token = z.strictObject({
  access_token: text,
  token_type: z.literal('bearer'),
  expires_in: z.int().min(300).max(172_800),
});
