import type { Outreach } from '../../src/outreach/outreach.ts';

/** An outreach with every field filled plausibly; times around 2026-11-21 14:00 UTC. */
export function sampleOutreach(changes: Partial<Outreach> = {}): Outreach {
  const proposedAt = Date.UTC(2026, 10, 21, 14, 0, 0);
  return {
    id: '6a1f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e01',
    eventId: 'presence:agent-1:1',
    state: 'proposed',
    reason: null,
    mode: 'supervisor',
    agentId: '11111111-1111-4111-8111-111111111111',
    agentName: 'Ada Lindqvist',
    customerKey: 'contact:c-1',
    customerName: 'Noor Haddad',
    conversationId: '22222222-2222-4222-8222-222222222222',
    channelId: '33333333-3333-4333-8333-333333333333',
    guestId: '44444444-4444-4444-8444-444444444444',
    externalContactId: '55555555-5555-4555-8555-555555555555',
    queueId: '66666666-6666-4666-8666-666666666666',
    queueName: 'Orders and returns',
    sessionLastActivityAt: proposedAt - 40 * 60_000,
    sessionEndedAt: proposedAt - 38 * 60_000,
    text: 'Hello Noor, this is Ada from Northwind. I saw our chat broke off earlier.\nCan I still help you with your return?',
    route: null,
    message: null,
    answer: null,
    decidedBy: null,
    decidedAt: null,
    attemptedAt: null,
    createdAt: proposedAt,
    updatedAt: proposedAt,
    expiresAt: null,
    version: 1,
    ...changes,
  };
}
