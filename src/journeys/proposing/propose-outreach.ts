import type { Outreach, OutreachKind, OutreachMode } from '../../outreach/outreach.ts';
import { type CustomerIds, customerKey, type Session } from '../../sessions/session.ts';

/** What of a session a message is addressed by. */
export type SessionToAddress = CustomerIds &
  Pick<Session, 'conversationId' | 'customerName' | 'queueId' | 'lastActivityAt' | 'endedAt' | 'endedBy'>;

/** The proposed row: everything of the customer comes from the one session it is built from. */
export function proposeOutreach(from: {
  id: string;
  kind: OutreachKind;
  eventId: string;
  session: SessionToAddress;
  agent: { readonly id: string; readonly name: string };
  queueName: string | null;
  text: string;
  mode: OutreachMode;
  /** Null: it leaves as soon as it may. */
  sendAt: number | null;
  now: number;
}): Outreach {
  const { id, kind, eventId, session, agent, queueName, text, mode, sendAt, now } = from;
  return {
    id,
    kind,
    eventId,
    state: 'proposed',
    reason: null,
    mode,
    agentId: agent.id,
    agentName: agent.name,
    customerKey: customerKey(session),
    customerName: session.customerName,
    conversationId: session.conversationId,
    channelId: session.channelId,
    guestId: session.guestId,
    externalContactId: session.externalContactId,
    queueId: session.queueId,
    queueName,
    sessionLastActivityAt: session.lastActivityAt,
    sessionEndedAt: session.endedAt,
    sessionEndedBy: session.endedBy,
    text,
    proposedText: null,
    route: null,
    message: null,
    answer: null,
    sendAt,
    decidedBy: null,
    decidedAt: null,
    declineReason: null,
    declineNote: null,
    snoozedUntil: null,
    snoozedBy: null,
    backAtVersion: 0,
    briefing: null,
    attemptedAt: null,
    createdAt: now,
    updatedAt: now,
    expiresAt: null,
    version: 1,
  };
}
