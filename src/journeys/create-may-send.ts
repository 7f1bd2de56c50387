import type { OutreachConfig } from '../config/config.ts';
import type { Look } from '../delivery/create-delivery.ts';
import type { Outreach } from '../outreach/outreach.ts';
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
}): (outreach: Outreach, look: Look) => Promise<HeldReason | null> {
  const { config, pauses, optOuts, isAvailable, now } = parts;
  return async (outreach, look) => {
    const [truth, paused, optedOut] = await Promise.all([
      look,
      pauses.holds(outreach.agentId),
      optOuts.among([outreach.customerKey]),
    ]);
    return maySend({
      now: now(),
      truth,
      sessionLastActivityAt: outreach.sessionLastActivityAt,
      paused,
      agentAvailable: isAvailable(outreach.agentId),
      optedOut: optedOut.size > 0,
      quietHours: config.quietHours,
      timeZone: config.timeZone,
    });
  };
}
