import { randomUUID } from 'node:crypto';
import type { Outreach } from '../../src/outreach/outreach.ts';

/** A proposed outreach to a customer of its own; name what matters to the test. */
export function exampleOutreach(part: Partial<Outreach> = {}): Outreach {
  return {
    id: randomUUID(),
    kind: 'presence',
    eventId: randomUUID(),
    state: 'proposed',
    reason: null,
    mode: 'automatic',
    agentId: 'b9a3d2c4-0000-4000-8000-000000000001',
    agentName: 'Ada Lovelace',
    customerKey: `contact:${randomUUID()}`,
    customerName: 'Grace Hopper',
    conversationId: randomUUID(),
    channelId: randomUUID(),
    guestId: randomUUID(),
    externalContactId: randomUUID(),
    queueId: randomUUID(),
    queueName: 'Support',
    sessionLastActivityAt: 1_000_000,
    sessionEndedAt: 1_000_000,
    text: 'Hello Grace, this is Ada.',
    route: null,
    message: null,
    answer: null,
    sendAt: null,
    decidedBy: null,
    decidedAt: null,
    attemptedAt: null,
    createdAt: 2_000_000,
    updatedAt: 2_000_000,
    expiresAt: null,
    version: 1,
    ...part,
  };
}
