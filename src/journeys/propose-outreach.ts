import type { Outreach, OutreachMode } from '../outreach/outreach.ts';
import { customerKey, type Session } from '../sessions/session.ts';

/** The proposed row: everything of the customer comes from the one session it is built from. */
export function proposeOutreach(from: {
  id: string;
  eventId: string;
  session: Session;
  agent: { readonly id: string; readonly name: string };
  queueName: string | null;
  text: string;
  mode: OutreachMode;
  now: number;
}): Outreach {
  const { id, eventId, session, agent, queueName, text, mode, now } = from;
  return {
    id,
    kind: 'presence',
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
    text,
    route: null,
    message: null,
    answer: null,
    sendAt: null,
    decidedBy: null,
    decidedAt: null,
    attemptedAt: null,
    createdAt: now,
    updatedAt: now,
    expiresAt: null,
    version: 1,
  };
}
