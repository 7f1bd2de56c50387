import { isoTime } from '../iso-time.ts';
import type { Conversation } from '../world/conversation.ts';
import type { Leg } from '../world/leg.ts';
import { conversationState } from './state-view.ts';

/** One conversation as control answers show it: who is on it, leg by leg, times as ISO-8601. */
export function conversationDetail(conversation: Conversation): Record<string, unknown> {
  const { id, startedAt, endedAt, participants, transfers = [], gone } = conversation;
  return {
    id,
    state: conversationState(conversation),
    startedAt: isoTime(startedAt),
    endedAt: endedAt === undefined ? null : isoTime(endedAt),
    ...(gone !== undefined && { gone }),
    participants: participants.map(({ id: participantId, purpose, name, userId, queueId, legs }) => ({
      id: participantId,
      purpose,
      name,
      ...(userId !== undefined && { userId }),
      ...(queueId !== undefined && { queueId }),
      legs: legs.map(legDetail),
    })),
    transfers: transfers.map(({ at, ...transfer }) => ({ at: isoTime(at), ...transfer })),
  };
}

function legDetail(leg: Leg): Record<string, unknown> {
  const { communicationId, state, alertedAt, connectedAt, disconnectedAt, disconnectType, wrapUp } = leg;
  const time = (name: string, at: number | undefined) => (at === undefined ? {} : { [name]: isoTime(at) });
  return {
    communicationId,
    state,
    ...time('alertedAt', alertedAt),
    ...time('connectedAt', connectedAt),
    ...time('disconnectedAt', disconnectedAt),
    ...(disconnectType !== undefined && { disconnectType }),
    ...(wrapUp !== undefined && {
      wrapUp: { ...wrapUp, from: isoTime(wrapUp.from), ...time('to', wrapUp.to) },
    }),
  };
}
