import { z } from 'zod';

const token = z.string().min(1).max(2048);
const tracingId = z.string().optional();
const words = z.record(z.string(), z.string());
const channel = z
  .object({
    messageId: z.string().optional(),
    metadata: z.object({ customAttributes: words.optional() }).optional(),
  })
  .optional();
const common = { token, tracingId };

const journeyContext = z
  .object({
    customer: z.object({ id: z.string(), idType: z.string() }).optional(),
    customerSession: z.object({ id: z.string().optional(), type: z.string() }).optional(),
    triggeringAction: z
      .object({
        id: z.string(),
        actionMap: z.object({ id: z.string(), version: z.number() }).optional(),
      })
      .optional(),
  })
  .optional();

const configure = {
  ...common,
  deploymentId: z.string(),
  startNew: z.boolean().default(false),
  journeyContext,
};

const event = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Presence'),
    presence: z.object({
      type: z.enum([
        'Join',
        'Clear',
        'Disconnect',
        'SignIn',
        'SessionExpired',
        'Authenticate',
        'AuthenticateCancel',
        'AuthenticateFailure',
      ]),
    }),
  }),
  z.object({
    eventType: z.literal('Typing'),
    typing: z.object({
      type: z.enum(['On', 'Off']),
      duration: z.number().nonnegative().optional(),
    }),
  }),
  z.object({
    eventType: z.literal('CoBrowse'),
    coBrowse: z.object({
      type: z.enum(['Offering', 'OfferingExpired', 'OfferingAccepted', 'OfferingRejected']),
      sessionId: z.string(),
      sessionJoinToken: z.string().optional(),
    }),
  }),
  z.object({ eventType: z.enum(['Reactions', 'Video']) }),
]);

const buttonResponse = z.object({
  contentType: z.literal('ButtonResponse'),
  buttonResponse: z.object({
    text: z.string(),
    payload: z.string(),
    type: z.enum(['Button', 'QuickReply', 'DatePicker', 'ListPicker', 'Form']),
    originatingMessageId: z.string().optional(),
  }),
});

const attachment = z.object({
  contentType: z.literal('Attachment'),
  attachment: z.object({ id: z.string() }),
});

const message = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('Text'),
    text: z.string().optional(),
    content: z.array(attachment).optional(),
    metadata: words.optional(),
    channel,
  }),
  z.object({
    type: z.literal('Structured'),
    text: z.string().optional(),
    content: z.array(buttonResponse).length(1),
    metadata: words.optional(),
    channel,
  }),
  z.object({ type: z.literal('Event'), events: z.array(event).min(1), metadata: words.optional(), channel }),
]);

/**
 * The requests a guest's messenger may send; `channel` stands beside or inside the message, depending on the client.
 * What it does not know beside them is let through. unverified: payloads of disconnectCustomer and resumeToken.
 */
export const guestFrame = z.discriminatedUnion('action', [
  z.object({ action: z.literal('configureSession'), ...configure, resumeToken: z.string().optional() }),
  z.object({
    action: z.literal('configureAuthenticatedSession'),
    ...configure,
    data: z.object({ code: z.string() }),
  }),
  z.object({ action: z.literal('onMessage'), ...common, time: z.string().optional(), channel, message }),
  z.object({
    action: z.literal('echo'),
    ...common,
    message: z.object({ type: z.literal('Text'), text: z.string() }),
  }),
  z.object({ action: z.literal('getConfiguration'), ...common, deploymentId: z.string() }),
  z.object({ action: z.literal('getJwt'), ...common }),
  z.object({ action: z.literal('closeSession'), ...common, closeAllConnections: z.boolean() }),
  z.object({ action: z.literal('disconnectCustomer'), ...common }),
  z.object({ action: z.literal('resumeToken'), ...common }),
  z.object({
    action: z.literal('onAttachment'),
    ...common,
    attachmentId: z.string().min(1),
    fileName: z.string(),
    fileType: z.string(),
    fileSize: z.number().nonnegative().optional(),
    fileMd5: z.string().optional(),
    errorsAsJson: z.boolean().default(false),
  }),
  z.object({ action: z.literal('getAttachment'), ...common, attachmentId: z.string().min(1) }),
  z.object({ action: z.literal('deleteAttachment'), ...common, attachmentId: z.string().min(1) }),
]);

export type GuestFrame = z.output<typeof guestFrame>;
/** One request, by its action. */
export type GuestRequest<Action extends GuestFrame['action']> = Extract<GuestFrame, { action: Action }>;
