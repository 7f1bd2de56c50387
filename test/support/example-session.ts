import { randomUUID } from 'node:crypto';
import type { Session } from '../../src/sessions/session.ts';

/** A disconnected session of an identified customer; name what matters to the test. */
export function exampleSession(part: Partial<Session> = {}): Session {
  return {
    conversationId: randomUUID(),
    channelId: '11111111-1111-4111-8111-111111111111',
    guestId: randomUUID(),
    externalContactId: randomUUID(),
    customerName: 'Grace Hopper',
    queueId: 'queue-support',
    lastAgentId: null,
    startedAt: 1_000,
    lastActivityAt: 2_000,
    endedAt: 2_000,
    endedBy: 'agent',
    abandoned: false,
    attended: false,
    cleared: null,
    ...part,
  };
}
