import type { OutreachConfig } from '../config/config.ts';
import type { Outreach } from '../outreach/outreach.ts';
import type { Truth } from '../policy/facts.ts';
import type { HeldReason } from '../policy/held-reason.ts';
import { maySend } from '../policy/may-send.ts';
import type { OptOutTable } from '../store/store.ts';
import type { Pauses } from './journeys.ts';

/** The last look before a send, with the facts of this moment gathered for the rules. */
export function createMaySend(parts: {
  config: Pick<OutreachConfig, 'quietHours' | 'timeZone'>;
  pauses: Pauses;
  optOuts: OptOutTable;
  isAvailable: (agentId: string) => boolean;
  now: () => number;
}): (outreach: Outreach, truth: Truth | null) => Promise<HeldReason | null> {
  const { config, pauses, optOuts, isAvailable, now } = parts;
  return async (outreach, truth) =>
    maySend({
      now: now(),
      truth,
      sessionLastActivityAt: outreach.sessionLastActivityAt,
      paused: (await pauses.get('all')) !== null || (await pauses.get(outreach.agentId)) !== null,
      agentAvailable: isAvailable(outreach.agentId),
      optedOut: (await optOuts.among([outreach.customerKey])).size > 0,
      quietHours: config.quietHours,
      timeZone: config.timeZone,
    });
}
