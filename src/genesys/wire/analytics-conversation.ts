import { z } from 'zod';
import { platformId } from './platform-id.ts';

const segment = z.object({
  segmentStart: z.string(),
  segmentEnd: z.string().nullish(),
  segmentType: z.string().nullish(),
  disconnectType: z.string().nullish(),
  queueId: z.string().nullish(),
});

/** Made by customers' browsers, of up to 2,048 characters (the platform's documentation); PostgreSQL takes no NUL in a text. */
const address = z
  .string()
  .max(2_048)
  .refine((text) => !text.includes('\0'));

const session = z.object({
  mediaType: z.string().nullish(),
  messageType: z.string().nullish(),
  direction: z.string().nullish(),
  addressFrom: address.nullish(),
  addressTo: address.nullish(),
  cleared: z.boolean().nullish(),
  metrics: z.array(z.object({ emitDate: z.string().nullish() })).nullish(),
  segments: z.array(segment).nullish(),
});

const participant = z.object({
  participantName: z.string().nullish(),
  purpose: z.string().nullish(),
  userId: z.string().nullish(),
  externalContactId: platformId.or(z.literal('')).nullish(),
  sessions: z.array(session).nullish(),
});

/** One conversation of the details query (SDK 262 AnalyticsConversationWithoutAttributes). Absent fields are omitted. */
export const analyticsConversation = z.object({
  conversationId: z.string().min(1),
  conversationStart: z.string(),
  conversationEnd: z.string().nullish(),
  participants: z.array(participant),
});

export type AnalyticsConversation = z.infer<typeof analyticsConversation>;
export type AnalyticsSession = z.infer<typeof session>;
export type AnalyticsSegment = z.infer<typeof segment>;

/** The envelope alone: each conversation is read by itself, so that one bad record never costs the page. */
export const analyticsPage = z.object({
  conversations: z
    .array(z.unknown())
    .nullish()
    .transform((conversations) => conversations ?? []),
  totalHits: z.number().nullish(),
});
