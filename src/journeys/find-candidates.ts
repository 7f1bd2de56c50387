import { rankSessions } from '../outreach/rank-sessions.ts';
import type { HeldReason } from '../policy/held-reason.ts';
import { mayPropose } from '../policy/may-propose.ts';
import { latestPerCustomer } from '../sessions/latest-per-customer.ts';
import { queuesOfChannels } from '../sessions/queues-of-channels.ts';
import { customerKey, type Session } from '../sessions/session.ts';
import type { OptOutTable, OutreachTable, SessionTable } from '../store/store.ts';
import type { DirectoryAgent } from './agent-directory.ts';

/** The customers who may be proposed for an agent, best first, judged only as far as they are asked for. */
export type FindCandidates = (agent: DirectoryAgent) => AsyncGenerator<Session, void, undefined>;

const dayMs = 24 * 60 * 60_000;

/** How many of the latest sessions are looked at, and how many of the ranked are judged at a time. */
const mostSessions = 2_000;
const judgedAtOnce = 20;

/** One indexed query for the sessions, one each for caps and opt-outs per batch; no platform call. */
export function createFindCandidates(parts: {
  sessions: SessionTable;
  outreaches: OutreachTable;
  optOuts: OptOutTable;
  offers: () => { externalMessages: boolean };
  contactAgainAfterMs: number;
  now: () => number;
  /** Told of each customer left alone, with the one reason. */
  held: (reason: HeldReason) => void;
}): FindCandidates {
  const { sessions, outreaches, optOuts, offers, contactAgainAfterMs, now, held } = parts;
  return async function* findCandidates(agent) {
    const at = now();
    const recent = await sessions.activeSince(at - dayMs, mostSessions);
    const channelQueues = queuesOfChannels(recent);
    const ranked = rankSessions(latestPerCustomer(recent), agent);
    for (let start = 0; start < ranked.length; start += judgedAtOnce) {
      const batch = ranked.slice(start, start + judgedAtOnce);
      const keys = batch.map(customerKey);
      const lastSentAt = await outreaches.lastSentAt(keys);
      const optedOut = await optOuts.among(keys);
      for (const session of batch) {
        const key = customerKey(session);
        const reason = mayPropose({
          now: at,
          session,
          agent,
          channelQueueIds: [...(channelQueues.get(session.channelId) ?? [])],
          lastSentAt: lastSentAt.get(key) ?? null,
          contactAgainAfterMs,
          optedOut: optedOut.has(key),
          offersExternalMessages: offers().externalMessages,
        });
        if (reason === null) yield session;
        else held(reason);
      }
    }
  };
}
