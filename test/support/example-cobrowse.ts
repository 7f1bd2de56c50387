import { randomUUID } from 'node:crypto';
import type { CobrowseOffer } from '../../src/store/shapes/cobrowse-table.ts';

/** An offer of cobrowse on its way since 6,000, in a conversation of its own. */
export function exampleCobrowse(part: Partial<CobrowseOffer> = {}): CobrowseOffer {
  return {
    eventId: randomUUID(),
    sessionId: null,
    conversationId: randomUUID(),
    channelId: 'deployment',
    agentId: 'agent',
    customerName: 'Grüße, 日本 👋',
    contract: 'field',
    mode: 'control',
    state: 'asking',
    code: null,
    joinCode: null,
    offerEndsAt: null,
    acceptedAt: null,
    attemptedAt: 6_000,
    changedAt: 6_000,
    version: 1,
    ...part,
  };
}
