import type { OutreachConfig } from '../config/config.ts';
import type { Look } from '../delivery/delivery.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import type { Outreach } from '../outreach/outreach.ts';
import type { HeldReason } from '../policy/held-reason.ts';
import { maySend } from '../policy/may-send.ts';
import { customerKeys } from '../sessions/session.ts';
import { latestOf } from '../sessions/times.ts';
import type { OptOutTable, OutreachTable, SessionTable } from '../store/store.ts';
import type { Pauses } from './journeys.ts';

/**
 * The last look before a send, with the facts of this moment gathered for the rules. Throws what the platform or the store
 * throws, and `genesys.feed-stale` while presence is not known: nothing leaves on presence that may be old.
 */
export function createLastLook(parts: {
  config: Pick<OutreachConfig, 'quietHours' | 'timeZone' | 'contactAgainAfterMs'>;
  pauses: Pick<Pauses, 'holds'>;
  optOuts: Pick<OptOutTable, 'among'>;
  outreaches: Pick<OutreachTable, 'lastTries'>;
  sessions: Pick<SessionTable, 'connectedElsewhere'>;
  /** Null while that is not known. */
  isAvailable: (agentId: string) => boolean | null;
  now: () => number;
}): (outreach: Outreach, look: Look) => Promise<HeldReason | null> {
  const { config, pauses, optOuts, outreaches, sessions, isAvailable, now } = parts;
  return async (outreach, look) => {
    // First: it may have waited in line for minutes, in which somebody pressed pause.
    const truth = await look;
    const keys = [outreach.customerKey, ...customerKeys(outreach)];
    const [paused, optedOut, tries, connectedElsewhere] = await Promise.all([
      pauses.holds(outreach.agentId),
      optOuts.among(keys),
      outreaches.lastTries(keys),
      sessions.connectedElsewhere(outreach),
    ]);
    const agentAvailable = isAvailable(outreach.agentId);
    if (agentAvailable === null) throw new ReachbackError('genesys.feed-stale');
    return maySend({
      now: now(),
      truth,
      sessionLastActivityAt: outreach.sessionLastActivityAt,
      paused,
      agentAvailable,
      connectedElsewhere,
      lastSentAt: latestOf(keys.map((key) => tries.get(key)?.sentAt ?? null)),
      contactAgainAfterMs: config.contactAgainAfterMs,
      optedOut: optedOut.size > 0,
      quietHours: config.quietHours,
      timeZone: config.timeZone,
    });
  };
}
