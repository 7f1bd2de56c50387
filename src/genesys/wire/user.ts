import { z } from 'zod';
import { presence } from './presence.ts';
import { routingStatus } from './routing-status.ts';

/** A user, as far as we need it (SDK 262 User). Expanded parts are best effort: absent or broken ones become null. */
export const user = z.object({
  id: z.string().min(1),
  name: z
    .string()
    .nullish()
    .transform((name) => name ?? ''),
  email: z
    .string()
    .nullish()
    .transform((email) => email ?? null),
  presence: presence.nullable().catch(null).default(null),
  routingStatus: routingStatus.nullable().catch(null).default(null),
});

export type User = z.infer<typeof user>;
