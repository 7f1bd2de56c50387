import { randomUUID } from 'node:crypto';
import type { Bridge, Carried } from '../../src/store/shapes/bridge-table.ts';

/** A bridge as it begins at 1,000,000. */
export function exampleBridge(part: Partial<Bridge> = {}): Bridge {
  return {
    handOffId: randomUUID(),
    partnerId: 'southridge',
    sourceConversationId: randomUUID(),
    channelId: randomUUID(),
    guestId: randomUUID(),
    externalContactId: null,
    customerName: 'Hannah Weiß',
    attributes: { handOffReason: 'escalation' },
    destinationConversationId: null,
    state: 'open',
    endedBy: null,
    endCode: null,
    sideIsOver: false,
    endingAt: null,
    endTold: false,
    startedAt: 1_000_000,
    warnAt: 4_000_000,
    limitAt: 4_300_000,
    warned: false,
    transcriptTaken: false,
    lastError: null,
    version: 1,
    ...part,
  };
}

/** A message that waits, said at 1,000,000. */
export function exampleCarried(part: Partial<Carried> = {}): Carried {
  return {
    id: randomUUID(),
    handOffId: 'hand-off',
    direction: 'to-partner',
    kind: 'message',
    sourceId: randomUUID(),
    text: 'Grüße, 日本 👋',
    place: 1_000_000_000,
    saidAt: 1_000_000,
    state: 'waiting',
    failures: 0,
    firstAttemptAt: null,
    attemptedAt: null,
    unknownSince: null,
    nextTryAt: 1_000_000,
    code: null,
    sentAs: null,
    lastPart: true,
    receiptDue: null,
    receiptSent: null,
    createdAt: 1_000_000,
    version: 1,
    ...part,
  };
}
