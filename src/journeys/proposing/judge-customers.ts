import type { OutreachPolicy } from '../../config/config.ts';
import { type RankingAgent, rankSessions } from '../../outreach/rank-sessions.ts';
import { type HeldReason, lastingReasons } from '../../policy/held-reason.ts';
import { mayPropose } from '../../policy/may-propose.ts';
import type { Offers } from '../../policy/route-table.ts';
import { type CustomerSeen, latestPerCustomer } from '../../sessions/latest-per-customer.ts';
import { queuesOfChannels } from '../../sessions/queues-of-channels.ts';
import { recentMs, type Session } from '../../sessions/session.ts';
import { latestOf } from '../../sessions/times.ts';
import type { OptOutTable } from '../../store/shapes/opt-out-table.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';
import type { SessionTable } from '../../store/shapes/session-table.ts';

/** A customer's latest session, and why the customer is left alone by this agent; null: may be proposed. */
interface JudgedCustomer {
  readonly session: Session;
  readonly leftAlone: HeldReason | null;
}

/**
 * The customers who were here in the last 24 hours, best first for an agent, judged only as far as they are asked for; nothing is asked
 * of those to `skip` when their turn comes.
 */
export type JudgeCustomers = (
  agent: RankingAgent,
  skip?: (session: Session) => boolean,
) => AsyncGenerator<JudgedCustomer, void, undefined>;

/** How many of the latest sessions are looked at, and of the latest that have ended where those are not all. */
const mostSessions = 2_000;

/** How many of the ranked are judged first, for mostly one of those may be written to; then more and more at a time. */
const judgedFirst = 2;
const growth = 8;

/** Events so close together are one burst. */
const sharedForMs = 1_000;

/** One indexed query for the sessions (a second in large organisations), one each for caps and opt-outs per batch; no platform call. */
export function createJudgeCustomers(parts: {
  sessions: Pick<SessionTable, 'activeSince' | 'endedSince' | 'connectedElsewhere'>;
  outreaches: Pick<OutreachTable, 'lastTries' | 'openAmong'>;
  optOuts: Pick<OptOutTable, 'among'>;
  offers: () => Offers;
  /** How long guests' sessions live on a channel, milliseconds; null: not known. */
  guestSessionMs: (channelId: string) => number | null;
  /** What holds now; throws what the store throws. */
  policy: () => Promise<Pick<OutreachPolicy, 'contactAgainAfterMs'>>;
  now: () => number;
}): JudgeCustomers {
  const { sessions, outreaches, optOuts, offers, guestSessionMs, policy, now } = parts;
  async function* judged(
    agent: RankingAgent,
    seen: readonly CustomerSeen[],
    channelQueues: ReturnType<typeof queuesOfChannels>,
    at: number,
    skip: (session: Session) => boolean,
  ): AsyncGenerator<JudgedCustomer, void, undefined> {
    const { contactAgainAfterMs } = await policy();
    const customers = new Map(seen.map(({ latest, keys }) => [latest, keys]));
    const ranked = rankSessions([...customers.keys()], agent).values();
    for (let size = judgedFirst; ; size *= growth) {
      const batch: Session[] = [];
      for (const session of ranked) {
        if (!skip(session)) batch.push(session);
        if (batch.length === size) break;
      }
      if (batch.length === 0) return;
      const keysOf = (session: Session) => customers.get(session) ?? [];
      const all = batch.flatMap(keysOf);
      const tries = await outreaches.lastTries(all, lastingReasons);
      const [open, optedOut] = await Promise.all([outreaches.openAmong(all), optOuts.among(all)]);
      for (const session of batch) {
        const keys = keysOf(session);
        const leftAlone = mayPropose({
          now: at,
          session,
          agent,
          channelQueueIds: [...(channelQueues.get(session.channelId) ?? [])],
          openOutreach: keys.some((key) => open.has(key)),
          lastSentAt: latestOf(keys.map((key) => tries.get(key)?.sentAt ?? null)),
          lastFailedAt: latestOf(keys.map((key) => tries.get(key)?.failedAt ?? null)),
          lastDeclinedAt: latestOf(keys.map((key) => tries.get(key)?.declinedAt ?? null)),
          contactAgainAfterMs,
          optedOut: keys.some((key) => optedOut.has(key)),
          offers: offers(),
          guestSessionMs: guestSessionMs(session.channelId),
        });
        yield { session, leftAlone };
      }
    }
  }

  /** Who was here, read once for the events of a burst; what of it has changed meanwhile is seen before a send. */
  let shared: { readonly at: number; readonly glance: Promise<Glance> } | null = null;

  function glanceAt(at: number): Promise<Glance> {
    if (shared !== null && at >= shared.at && at - shared.at < sharedForMs) return shared.glance;
    const glance = readGlance(at);
    shared = { at, glance };
    glance.catch(() => {
      shared = null;
    });
    return glance;
  }

  async function readGlance(at: number): Promise<Glance> {
    const recent = await sessions.activeSince(at - recentMs, mostSessions);
    let ended: Promise<readonly Session[]> | null = null;
    return {
      recent,
      seen: latestPerCustomer(recent),
      channelQueues: queuesOfChannels(recent),
      ended() {
        ended ??= sessions.endedSince(at - recentMs, mostSessions);
        return ended;
      },
    };
  }

  return async function* judgeCustomers(agent, skip = () => false) {
    const at = now();
    const glance = await glanceAt(at);
    const { recent, seen } = glance;
    yield* judged(agent, seen, glance.channelQueues, at, skip);
    if (recent.length < mostSessions) return;
    // Where thousands talk at a time, the latest are all connected: then those who have left are looked at by themselves.
    const known = new Set(seen.flatMap(({ keys }) => keys));
    const ended = await glance.ended();
    const others = latestPerCustomer(ended).filter(({ keys }) => !keys.some((key) => known.has(key)));
    for await (const one of judged(agent, others, queuesOfChannels([...recent, ...ended]), at, skip)) {
      const elsewhere = one.leftAlone === null && (await sessions.connectedElsewhere(one.session));
      yield elsewhere ? { ...one, leftAlone: 'connected-now' } : one;
    }
  };
}

interface Glance {
  readonly recent: readonly Session[];
  readonly seen: readonly CustomerSeen[];
  readonly channelQueues: ReturnType<typeof queuesOfChannels>;
  /** Those who have left, for where they are not all among the recent. */
  ended(): Promise<readonly Session[]>;
}
