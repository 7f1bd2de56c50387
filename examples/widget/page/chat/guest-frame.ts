import { z } from 'zod';

const body = z.object({
  id: z.string().optional(),
  type: z.string().optional(),
  text: z.string().optional(),
  direction: z.enum(['Inbound', 'Outbound']).optional(),
  originatingEntity: z.string().optional(),
  channel: z
    .object({
      time: z.string().nullish(),
      from: z.object({ nickname: z.string().optional() }).optional(),
    })
    .optional(),
  events: z
    .array(
      z.object({
        eventType: z.string(),
        typing: z.object({ type: z.string(), duration: z.number().optional() }).optional(),
        presence: z.object({ type: z.string() }).optional(),
      }),
    )
    .optional(),
  metadata: z.record(z.string(), z.string()).optional(),
});

/** A frame of the guest protocol as far as this widget reads it. */
export const guestFrame = z.object({
  type: z.string(),
  class: z.string(),
  code: z.number(),
  tracingId: z.string().optional(),
  body: z.unknown(),
});

export const shownBody = body;
export const sessionBody = z.object({ connected: z.boolean(), readOnly: z.boolean().default(false) });
export const jwtBody = z.object({ jwt: z.string() });
export const historyPage = z.object({ entities: z.array(body) });

export type ShownBody = z.infer<typeof body>;
