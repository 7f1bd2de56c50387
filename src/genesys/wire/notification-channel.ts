import { z } from 'zod';

/** `POST /notifications/channels`: the URI is the secret; the id is no UUID (`streaming-0-…`). */
export const channel = z.object({
  id: z.string().min(1),
  /** Checked here: a WebSocket's own complaint about a bad one would quote it. */
  connectUri: z.url({ protocol: /^wss?$/ }),
  expires: z.string().nullish(),
});

export type Channel = z.infer<typeof channel>;

/** `PUT …/subscriptions`; entities with an id only have been seen, so the rest is optional. */
export const subscriptions = z.object({
  entities: z
    .array(
      z.object({
        id: z.string(),
        state: z.string().nullish(),
        rejectionReason: z.string().nullish(),
        missingPermissions: z.array(z.string()).nullish(),
      }),
    )
    .nullish()
    .transform((entities) => entities ?? []),
});
