import type { Truth } from '../../src/policy/facts.ts';

/** A closed conversation whose customer is gone; name what matters to the test. */
export function exampleTruth(part: Partial<Truth> = {}): Truth {
  return {
    customer: 'disconnected',
    agents: [],
    waiting: false,
    endedAt: null,
    guestSessionExpired: false,
    cleared: false,
    timeZone: null,
    lastActivityAt: null,
    lastWroteAt: null,
    wrote: [],
    channelId: null,
    guestId: null,
    externalContactId: null,
    ...part,
  };
}
