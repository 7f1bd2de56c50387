import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { NotificationFeed } from '../genesys/notification-feed.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { PresenceTable } from '../store/shapes/presence-table.ts';
import type { AgentPresence } from './agent-presence.ts';
import {
  type BecameAvailable,
  isSeenElsewhere,
  type KnownAgent,
  knownFromStored,
  onTheWayMs,
  presenceChange,
  type Told,
} from './presence-change.ts';
import { presenceFrame, presenceTopic } from './presence-frame.ts';
import type { PresenceObservation } from './presence-observation.ts';
import { presenceSnapshot } from './presence-snapshot.ts';
import { createPresenceWriter } from './presence-writer.ts';
import {
  createReadingSchedule,
  defaultReadingTimings,
  type ReadingTimings,
  type WhyRead,
} from './reading-schedule.ts';

interface WatchedAgent {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

export interface PresenceFeed {
  /** Takes up the stored states and joins the notifications; the first reading comes with their connection. */
  start(): Promise<void>;
  /** Watches these agents too; those watched already stay as they are. Throws what the store throws. */
  watch(agents: readonly WatchedAgent[]): Promise<void>;
  /** Writes what is not stored yet. */
  stop(): Promise<void>;
  status(): PresenceFeedStatus;
  stateOf(agentId: string): AgentPresence | null;
  /**
   * Whether what is known of this agent may be acted on: connected, read since the last gap, and read at all within ten minutes
   * (for want of budget a reading may have to wait, but not for ever). Another channel's trouble does not matter, except to an
   * agent nobody watches: of them it is known that nothing is, once everything is read.
   */
  isFresh(agentId: string): boolean;
}

interface PresenceFeedStatus {
  /** `live`: every agent is fresh. */
  readonly state: 'live' | 'stale';
  /** Since the last frame of the quietest channel, milliseconds. */
  readonly ageMs: number;
  readonly agentsWatched: number;
}

export interface PresenceFeedParts {
  readonly call: PlatformCall;
  /** Started and stopped by its owner. */
  readonly notifications: NotificationFeed;
  readonly agents: readonly WatchedAgent[];
  readonly presences: PresenceTable;
  readonly clock: Clock;
  /** The platform's clock, which presence is dated by; epoch milliseconds. */
  readonly platformNow: () => number;
  readonly log: Logger;
  /** Called at once with the frame that told it, before anything is stored. The same event may come again after a crash. */
  readonly onAvailable: (event: BecameAvailable) => void | Promise<void>;
  /** Told when agents have been read after a gap: what they do is known again. */
  readonly onRead: () => void;
  readonly timings?: Partial<ReadingTimings>;
}

/** An agent nobody could read for so long is not known any more, however well the socket seems: its events may be lost. */
const unreadMs = 600_000;
/** What two frames with one time leave open is read after this long. */
const tieReadMs = 2_000;

/** One watched agent. */
interface Watched {
  readonly topic: string;
  known: KnownAgent | null;
  /** When the last frame came, by our clock. */
  heardAt: number;
  /** Grows with every gap; a reading counts only for the gap it was asked in. 0: never connected. */
  gap: number;
  readGap: number;
  readAt: number;
  /** Changes to available in hand. */
  triggers: number;
}

/** Who is free now, kept true by events, by a reading after every gap, and by looking again although nothing broke. */
export function createPresenceFeed(parts: PresenceFeedParts): PresenceFeed {
  const { call, notifications, clock, platformNow, log, onAvailable, onRead } = parts;
  const watched = new Map<string, Watched>();
  const agentOf = new Map<string, string>();
  const writer = createPresenceWriter({ presences: parts.presences, clock, log });
  const schedule = createReadingSchedule({
    read,
    everyone: () => [...watched.keys()],
    timings: { ...defaultReadingTimings, ...parts.timings },
    clock,
    log,
  });
  let stopped = false;

  const isRead = ({ gap, readGap }: Watched) => gap > 0 && readGap === gap;

  /** Takes in an observation; whether it told something new. */
  function take(agent: Watched, seen: PresenceObservation, told: Told): boolean {
    const change = presenceChange(agent.known, seen, told);
    if (change === null) return false;
    if (change.doubtful) schedule.soon(seen.agentId, told.sinceHeardMs === null ? tieReadMs : onTheWayMs);
    if (!change.changed) return false;
    const before = agent.known;
    agent.known = change.known;
    if (change.becameAvailable !== null)
      void trigger(agent, change.becameAvailable, told.afterGap ? before : null);
    else writer.write(change.known.state);
    if (change.passedOver !== null)
      log.info({ agentId: seen.agentId, why: change.passedOver }, 'became available, passed over');
    return true;
  }

  /** Runs up to `onAvailable`'s first await before it returns: this is the hot path. `missedSince`: what was known before a gap; null: there was none. */
  async function trigger(
    agent: Watched,
    event: BecameAvailable,
    missedSince: KnownAgent | null,
  ): Promise<void> {
    agent.triggers += 1;
    try {
      if (missedSince !== null && (await isAnothers(event, missedSince)))
        log.info({ agentId: event.agentId, why: 'seen-elsewhere' }, 'became available, passed over');
      else await onAvailable(event);
    } catch (error) {
      log.error({ err: error, eventId: event.eventId }, 'a trigger failed');
    } finally {
      agent.triggers -= 1;
      // Stored only now: after a crash in between the change is seen again, and its id counts it once.
      if (agent.known !== null && agent.triggers === 0) writer.write(agent.known.state);
    }
  }

  /** In our gap another instance on the same store may have seen the agent become available, by another of the changes since. */
  async function isAnothers(event: BecameAvailable, { state }: KnownAgent): Promise<boolean> {
    try {
      const stored = await parts.presences.of(event.agentId);
      return stored !== null && isSeenElsewhere(stored, state, event);
    } catch (error) {
      log.warn({ err: error, eventId: event.eventId }, 'what others saw of an agent was not read');
      return false;
    }
  }

  function onEvent(topic: string, body: unknown): void {
    const now = platformNow();
    const seen = presenceFrame(topic, body, now);
    if (seen === 'other') return;
    if (seen === 'malformed') {
      log.warn({ code: 'genesys.frame-malformed', topic }, 'presence frame left out');
      return;
    }
    const agent = watched.get(seen.agentId);
    if (stopped || agent === undefined) return;
    agent.heardAt = clock.now();
    take(agent, seen, { now, afterGap: !isRead(agent), sinceHeardMs: null, routine: false });
  }

  async function read(ids: readonly string[], why: WhyRead): Promise<number> {
    const askedAt = clock.now();
    const asked = ids.flatMap((id) => {
      const agent = watched.get(id);
      return agent === undefined ? [] : [{ agent, gap: agent.gap }];
    });
    let calls = 0;
    const counted: PlatformCall = (request) => {
      calls += 1;
      return call(why === 'look' ? { ...request, priority: 'look' } : request);
    };
    const seen = await presenceSnapshot(counted, ids, platformNow);
    if (stopped) return calls;
    for (const observation of seen) {
      const agent = watched.get(observation.agentId);
      if (agent !== undefined) takeReading(agent, observation, why, askedAt);
    }
    // Those the platform no longer lists as well: there is nothing more to know of them.
    for (const { agent, gap } of asked) {
      agent.readGap = gap;
      agent.readAt = askedAt;
    }
    if (why === 'gap') {
      log.info({ agents: seen.length, of: ids.length }, 'presence read after a gap');
      onRead();
    }
    return calls;
  }

  function takeReading(agent: Watched, seen: PresenceObservation, why: WhyRead, askedAt: number): void {
    const { known } = agent;
    const now = platformNow();
    const routine = why !== 'gap';
    const isNew = take(agent, seen, {
      now,
      afterGap: true,
      sinceHeardMs: askedAt - agent.heardAt,
      routine,
    });
    if (!isNew || known === null || !routine || !isRead(agent)) return;
    // Nothing broke, it is no news any more, and no event told it: events are lost.
    if (isNewer(seen, known.state) && now - latest(seen) >= onTheWayMs) notifications.doubt(agent.topic);
  }

  async function add(more: readonly WatchedAgent[]): Promise<void> {
    const fresh = new Set(more.map(({ id }) => id).filter((id) => !watched.has(id)));
    if (fresh.size === 0) return;
    const stored = new Map((await parts.presences.all()).map((state) => [state.agentId, state]));
    for (const id of fresh) {
      const state = stored.get(id);
      const topic = presenceTopic(id);
      const known = state === undefined ? null : knownFromStored(state);
      watched.set(id, { topic, known, heardAt: 0, gap: 0, readGap: 0, readAt: 0, triggers: 0 });
      agentOf.set(topic, id);
    }
    notifications.addTopics([...fresh].map(presenceTopic));
  }

  function isFresh(agent: Watched): boolean {
    // Where a look takes longer than that (the user listing leaves presence out, say), slowness is no failure.
    const limitMs = Math.max(unreadMs, 2 * schedule.roundMs());
    return isRead(agent) && clock.now() - agent.readAt <= limitMs && notifications.isLive(agent.topic);
  }

  function status(): PresenceFeedStatus {
    const { state, ageMs } = notifications.status();
    const allFresh = state === 'live' && [...watched.values()].every(isFresh);
    return { state: allFresh ? 'live' : 'stale', ageMs, agentsWatched: watched.size };
  }

  return {
    async start() {
      await add(parts.agents);
      notifications.listen({
        onEvent,
        onGap(topics, seamless) {
          const missed = topics.flatMap((topic) => agentOf.get(topic) ?? []);
          for (const id of missed) {
            const agent = watched.get(id);
            if (agent !== undefined && !(seamless && isRead(agent))) agent.gap += 1;
          }
          schedule.now(missed);
        },
      });
      schedule.start();
    },

    // The first reading comes with the subscription of their topics.
    watch: add,

    async stop() {
      stopped = true;
      schedule.stop();
      await writer.close();
    },

    status,
    stateOf: (agentId) => watched.get(agentId)?.known?.state ?? null,
    isFresh(agentId) {
      const agent = watched.get(agentId);
      return agent === undefined ? status().state === 'live' : isFresh(agent);
    },
  };
}

function isNewer({ presence, routing }: PresenceObservation, known: AgentPresence): boolean {
  return (
    (presence?.since ?? 0) > known.presenceSince ||
    (routing !== null && (routing.since ?? 0) > known.routingSince)
  );
}

function latest({ presence, routing }: PresenceObservation): number {
  return Math.max(presence?.since ?? 0, routing?.since ?? 0);
}
