import type { Insertable, Selectable, Updateable } from 'kysely';
import { z } from 'zod';
import { ReachbackError } from '../errors/reachback-error.ts';
import {
  declineReasons,
  type Outreach,
  type OutreachPatch,
  outreachKinds,
  outreachModes,
  outreachStates,
  routes,
} from '../outreach/outreach.ts';
import { guestKey, sessionEnds } from '../sessions/session.ts';
import type { Schema } from './schema.ts';

const message = z.object({
  type: z.literal('proactive'),
  channelId: z.string(),
  to: z.object({ type: z.literal('web'), id: z.string() }),
  from: z.object({ type: z.literal('agent'), id: z.string() }),
  body: z.object({ contentType: z.literal('text/plain'), content: z.string() }),
});

const answer = z.object({
  status: z.number(),
  messageId: z.string().nullable(),
  conversationId: z.string().nullable(),
  correlationId: z.string().nullable().default(null),
});

const briefing = z.object({
  at: z.number(),
  said: z.array(z.object({ by: z.enum(['customer', 'agent']), text: z.string() })).nullable(),
  standsInTheWay: z.array(z.string()).nullable(),
  timeZone: z.string().nullable(),
});

const row = z.object({
  id: z.string(),
  kind: z.enum(outreachKinds),
  eventId: z.string(),
  state: z.enum(outreachStates),
  reason: z.string().nullable(),
  mode: z.enum(outreachModes),
  agentId: z.string(),
  agentName: z.string(),
  customerKey: z.string(),
  customerName: z.string().nullable(),
  conversationId: z.string(),
  channelId: z.string(),
  guestId: z.string(),
  externalContactId: z.string().nullable(),
  queueId: z.string().nullable(),
  queueName: z.string().nullable(),
  sessionLastActivityAt: z.number(),
  sessionEndedAt: z.number().nullable(),
  sessionEndedBy: z.enum(sessionEnds).nullable(),
  text: z.string(),
  proposedText: z.string().nullable(),
  route: z.enum(routes).nullable(),
  message: z.string().nullable(),
  answer: z.string().nullable(),
  sendAt: z.number().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.number().nullable(),
  declineReason: z.enum(declineReasons).nullable(),
  declineNote: z.string().nullable(),
  snoozedUntil: z.number().nullable(),
  snoozedBy: z.string().nullable(),
  backAtVersion: z.number(),
  briefing: z.string().nullable(),
  attemptedAt: z.number().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
  expiresAt: z.number().nullable(),
  version: z.number(),
});

/** A stored row as the product's type. Throws `store.row-invalid` when it is not what this version writes. */
export function outreachFromRow(stored: Selectable<Schema['outreach']>): Outreach {
  try {
    const plain = row.parse(stored);
    return {
      ...plain,
      message: plain.message === null ? null : message.parse(JSON.parse(plain.message)),
      answer: plain.answer === null ? null : answer.parse(JSON.parse(plain.answer)),
      briefing: plain.briefing === null ? null : briefing.parse(JSON.parse(plain.briefing)),
    };
  } catch (cause) {
    throw new ReachbackError('store.row-invalid', { cause, facts: { table: 'outreach', id: stored.id } });
  }
}

/** All columns of a new outreach. */
export function outreachToRow(outreach: Outreach): Insertable<Schema['outreach']> {
  return {
    ...outreach,
    message: toJson(outreach.message),
    answer: toJson(outreach.answer),
    briefing: toJson(outreach.briefing),
    guestKey: guestKey(outreach),
    landedOn: outreach.answer?.conversationId ?? null,
  };
}

/** The columns a patch names; what it does not name stays as it is. */
export function outreachPatchToRow(patch: OutreachPatch): Updateable<Schema['outreach']> {
  const { message: theMessage, answer: theAnswer, briefing: theBriefing, ...plain } = patch;
  return {
    ...plain,
    ...(theMessage === undefined ? {} : { message: toJson(theMessage) }),
    ...(theBriefing === undefined ? {} : { briefing: toJson(theBriefing) }),
    ...(theAnswer === undefined
      ? {}
      : { answer: toJson(theAnswer), landedOn: theAnswer?.conversationId ?? null }),
  };
}

function toJson(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
