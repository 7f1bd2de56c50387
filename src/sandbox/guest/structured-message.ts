import type { Message } from '../conversation.ts';
import { isoTime } from '../iso-time.ts';

/** Body of a StructuredMessage frame and of a history entity, as captured traffic has it. */
export function structuredMessage(message: Message) {
  const id = message.id.replaceAll('-', '');
  const common = { id, type: 'Text', text: message.text, metadata: { correlationId: message.id } };
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
      ...(message.fromName !== undefined && { from: { nickname: message.fromName } }),
    },
  };
}

/** The frame that shows a message to a guest. */
export function messageFrame(message: Message, tracingId?: string) {
  return {
    type: 'message',
    class: 'StructuredMessage',
    code: 200,
    body: structuredMessage(message),
    ...(tracingId !== undefined && { tracingId }),
  };
}
