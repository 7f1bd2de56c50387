import { z } from 'zod';

const from = z.strictObject({
  id: z.string().min(1).max(255),
  idType: z.enum(['Email', 'Phone', 'Opaque']),
  nickname: z.string().optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  image: z.string().optional(),
  email: z.string().optional(),
});
const time = z.iso.datetime();
const texts = z.record(z.string(), z.string());

/** OpenInboundNormalizedMessage of SDK 262. unverified: the longest text; attachments are not taken. */
export const inboundMessage = z.strictObject({
  channel: z.strictObject({
    from,
    time,
    messageId: z.string().max(255).optional(),
    metadata: z
      .strictObject({ customAttributes: texts.optional(), subType: z.string().optional() })
      .optional(),
  }),
  text: z.string().trim().min(1).max(5000),
  metadata: texts.optional(),
});

/** OpenInboundNormalizedEvent of SDK 262. */
export const inboundEvent = z.strictObject({
  channel: z.strictObject({ from, time }),
  events: z
    .array(z.looseObject({ eventType: z.enum(['Typing', 'Presence', 'Reactions']) }))
    .min(1)
    .max(100),
});

/** OpenInboundNormalizedReceipt of SDK 262. */
export const inboundReceipt = z.strictObject({
  id: z.string().min(1),
  channel: z.strictObject({ to: z.looseObject({ id: z.string() }), time }),
  status: z.enum(['Sent', 'Delivered', 'Failed', 'Published', 'Removed']),
  reasons: z.array(z.strictObject({ code: z.string().optional(), message: z.string() })).optional(),
  isFinalReceipt: z.boolean().optional(),
});
