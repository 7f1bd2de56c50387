import { isoTime } from '../iso-time.ts';
import type { Message } from '../world/conversation.ts';
import type { GuestEvent } from '../world/guest-event.ts';

/**
 * Body of a StructuredMessage frame and of a history entity, as captured traffic has it. An agent's name is in it only
 * when the deployment humanizes (`named`).
 */
export function structuredMessage(message: Message, named = true) {
  const id = message.id.replaceAll('-', '');
  const common = {
    id,
    type: message.content === undefined ? 'Text' : (message.type ?? 'Text'),
    text: message.text,
    ...(message.content !== undefined && { content: message.content }),
    metadata: { ...message.metadata, correlationId: message.id },
  };
  if (message.direction === 'inbound') {
    return {
      ...common,
      direction: 'Inbound',
      originatingEntity: '',
      channel: { time: isoTime(message.at), messageId: id },
    };
  }
  return {
    ...common,
    direction: 'Outbound',
    originatingEntity: message.originatingEntity ?? 'Bot',
    channel: {
      time: isoTime(message.at),
      type: 'Private',
      ...(named && message.fromName !== undefined && { from: { nickname: message.fromName } }),
    },
  };
}

/** Body of an event, in a frame and in the history. */
export function structuredEvent({ id, at, direction, event, metadata }: GuestEvent) {
  return eventBody(id, at, direction, [event], metadata);
}

/** Body of an agent's typing, `durationMs` long. */
export function agentTyping(id: string, at: number, durationMs: number) {
  return eventBody(id, at, 'outbound', [
    { eventType: 'Typing', typing: { type: 'On', duration: durationMs } },
  ]);
}

/** Body of what becomes of a cobrowse offer. unverified: that the token to join with is the join code. */
export function coBrowseEvent(
  id: string,
  at: number,
  type: 'Offering' | 'OfferingExpired' | 'OfferingAccepted' | 'OfferingRejected',
  session: { readonly id: string; readonly joinCode: string },
) {
  const coBrowse = { type, sessionId: session.id, sessionJoinToken: session.joinCode };
  return eventBody(id, at, 'outbound', [{ eventType: 'CoBrowse', coBrowse }]);
}

function eventBody(
  id: string,
  at: number,
  direction: GuestEvent['direction'],
  events: readonly object[],
  metadata: Readonly<Record<string, string>> = {},
) {
  const short = id.replaceAll('-', '');
  return {
    direction: direction === 'inbound' ? 'Inbound' : 'Outbound',
    id: short,
    channel: { time: isoTime(at), messageId: short },
    type: 'Event',
    events,
    metadata: { ...metadata, correlationId: id },
  };
}

/** The frame that shows a message to a guest. */
export function messageFrame(message: Message, tracingId?: string, named = true) {
  return shownFrame(structuredMessage(message, named), tracingId);
}

/** The frame of a body that is shown and answers nothing. */
export function shownFrame(body: object, tracingId?: string) {
  return {
    type: 'message',
    class: 'StructuredMessage',
    code: 200,
    body,
    ...(tracingId !== undefined && { tracingId }),
  };
}
