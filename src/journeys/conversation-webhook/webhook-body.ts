import type { Session } from '../../sessions/session.ts';
import type { ConversationEventKind } from '../../store/shapes/conversation-event-table.ts';

/** An id a customer has in another system. */
export interface KnownExternalId {
  /** The external source's name, such as Zendesk. */
  readonly source: string;
  readonly value: string;
}

/** The body of one event, JSON: ids and times, never a name nor what anybody wrote. Pure. */
export function webhookBody(told: {
  readonly id: string;
  readonly kind: ConversationEventKind;
  readonly at: number;
  readonly session: Session;
  readonly queueName: string | null;
  readonly externalIds: readonly KnownExternalId[];
}): string {
  const { id, kind, at, session, queueName, externalIds } = told;
  const { conversationId, channelId, queueId, externalContactId } = session;
  return JSON.stringify({
    id,
    type: `conversation.${kind}`,
    at: new Date(at).toISOString(),
    conversationId,
    channel: { type: 'webmessaging', deploymentId: channelId },
    queue: queueId === null ? null : { id: queueId, name: queueName },
    customer: { externalContactId, externalIds },
    ...(kind === 'ended' && { endedBy: session.endedBy }),
  });
}
