import { z } from 'zod';
import { platformId } from './platform-id.ts';

const address = z
  .object({ addressNormalized: z.string().nullish(), addressRaw: z.string().nullish() })
  .nullish()
  .catch(null);

const message = z.object({
  messageId: z.string().nullish(),
  messageTime: z.string().nullish(),
  messageStatus: z.string().nullish(),
});

const leg = z.object({
  /** The communicationId. */
  id: z.string().nullish(),
  state: z.string().nullish(),
  direction: z.string().nullish(),
  disconnectType: z.string().nullish(),
  type: z.string().nullish(),
  toAddress: address,
  fromAddress: address,
  connectedTime: z.string().nullish(),
  disconnectedTime: z.string().nullish(),
  messages: z.array(message).nullish(),
});

/** One side of a cobrowse session. */
const cobrowse = z.object({
  id: z.string().nullish(),
  cobrowseSessionId: z.string().nullish(),
  state: z.string().nullish(),
  disconnectType: z.string().nullish(),
  connectedTime: z.string().nullish(),
  disconnectedTime: z.string().nullish(),
});

const participant = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  purpose: z.string().nullish(),
  userId: z.string().nullish(),
  queueId: z.string().nullish(),
  externalContactId: platformId.or(z.literal('')).nullish(),
  attributes: z.record(z.string(), z.string()).nullish().catch(null),
  connectedTime: z.string().nullish(),
  endTime: z.string().nullish(),
  messages: z.array(leg).nullish(),
  cobrowsesessions: z.array(cobrowse).nullish().catch(null),
});

/**
 * A conversation as `GET /conversations/{id}` and the topics `v2.routing.queues.{id}.conversations` and
 * `v2.users.{id}.conversations` write it: flat ids, one leg per communication, messages without text.
 */
export const conversation = z.object({
  id: z.string().min(1),
  startTime: z.string().nullish(),
  endTime: z.string().nullish(),
  participants: z.array(participant),
});

export type ConversationWire = z.infer<typeof conversation>;
export type ParticipantWire = z.infer<typeof participant>;
export type LegWire = z.infer<typeof leg>;
