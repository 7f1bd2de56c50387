import { z } from 'zod';

const token = z.string().min(1).max(2048);
const tracingId = z.string().optional();
const attributes = z.record(z.string(), z.string());
const channel = z
  .object({ metadata: z.object({ customAttributes: attributes.optional() }).optional() })
  .optional();

const configure = {
  token,
  tracingId,
  deploymentId: z.string(),
  startNew: z.boolean().default(false),
};

const event = z.object({
  eventType: z.string(),
  presence: z.object({ type: z.string() }).optional(),
});

/** The requests a guest's messenger may send; `channel` stands beside or inside the message, depending on the client. */
export const guestFrame = z.discriminatedUnion('action', [
  z.object({ action: z.literal('configureSession'), ...configure }),
  z.object({
    action: z.literal('onMessage'),
    token,
    tracingId,
    channel,
    message: z.discriminatedUnion('type', [
      z.object({ type: z.literal('Text'), text: z.string().min(1), channel }),
      z.object({ type: z.literal('Event'), events: z.array(event).min(1), channel }),
    ]),
  }),
  z.object({
    action: z.literal('echo'),
    token,
    tracingId,
    message: z.object({ type: z.literal('Text'), text: z.string() }),
  }),
  z.object({ action: z.literal('getConfiguration'), token, tracingId, deploymentId: z.string() }),
  z.object({ action: z.literal('getJwt'), token, tracingId }),
  z.object({
    action: z.literal('closeSession'),
    token,
    tracingId,
    closeAllConnections: z.boolean().default(false),
  }),
]);

export type GuestFrame = z.output<typeof guestFrame>;
