import type { HandOff } from '../../src/store/shapes/hand-off-table.ts';

/** A hand-off with everything in its place. */
export function exampleHandOff(more: Partial<HandOff> = {}): HandOff {
  const at = Date.UTC(2026, 10, 21, 14, 0, 0);
  return {
    id: '5e0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a01',
    eventId: 'hand-off a:1 f:1',
    state: 'proposed',
    code: null,
    conversationId: '7a0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a02',
    channelType: 'webmessaging',
    channelId: '8a0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a03',
    guestId: '9a0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a04',
    externalContactId: null,
    customerName: 'Noor Haddad',
    partnerId: 'southridge',
    partnerName: 'Southridge Repairs',
    contract: 'bridge',
    queue: 'Claims',
    originalQueue: 'Support',
    reason: 'escalation',
    note: 'Third torn seam this year.',
    agentId: 'aa0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a05',
    agentName: 'Ada Brandt',
    ticketId: null,
    destinationConversationId: null,
    endedBy: null,
    endedByName: null,
    toPartner: 0,
    toCustomer: 0,
    waiting: 0,
    attemptedAt: null,
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...more,
  };
}
