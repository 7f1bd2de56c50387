import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { NotificationFeed } from '../genesys/notification-feed.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { PresenceTable } from '../store/store.ts';
import type { AgentPresence } from './agent-presence.ts';
import { type BecameAvailable, type KnownAgent, knownFromStored, presenceChange } from './presence-change.ts';
import { presenceFrame, presenceTopic } from './presence-frame.ts';
import type { PresenceObservation } from './presence-observation.ts';
import { presenceSnapshot } from './presence-snapshot.ts';
import { createPresenceWriter } from './presence-writer.ts';

interface WatchedAgent {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

export interface PresenceFeed {
  /** Takes up the stored states and joins the notifications; the first snapshot comes with their connection. */
  start(): Promise<void>;
  /** Watches these agents too; those watched already stay as they are. Throws what the store throws. */
  watch(agents: readonly WatchedAgent[]): Promise<void>;
  /** Writes what is not stored yet. */
  stop(): Promise<void>;
  status(): PresenceFeedStatus;
  stateOf(agentId: string): AgentPresence | null;
}

interface PresenceFeedStatus {
  /** `live`: connected, and everything read again since the last gap. */
  readonly state: 'live' | 'stale';
  /** Since the last frame of any kind, milliseconds. */
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
  readonly log: Logger;
  /** Called at once with the frame that told it, before anything is stored. The same event may come again after a crash. */
  readonly onAvailable: (event: BecameAvailable) => void | Promise<void>;
  /** Wait before a failed snapshot is tried again, milliseconds. */
  readonly snapshotRetryMs?: number;
  /** How often presence is read although nothing broke: an event can be lost on a socket that lives. Milliseconds. */
  readonly lookAgainMs?: number;
}

/** Who is free now, kept true by events and, after every gap, by a snapshot. */
export function createPresenceFeed(parts: PresenceFeedParts): PresenceFeed {
  const { call, notifications, agents, clock, log, onAvailable } = parts;
  const { snapshotRetryMs = 5_000, lookAgainMs = 600_000 } = parts;
  const ids: string[] = [];
  const watched = new Set<string>();
  const known = new Map<string, KnownAgent>();
  const writer = createPresenceWriter({ presences: parts.presences, clock, log });
  /** Grows with every gap; a snapshot counts only for the gap it was taken for. */
  let gap = 0;
  let readGap = 0;
  let snapshotting = false;
  let stopped = false;
  let cancelRetry = () => {};
  let cancelLook = () => {};

  function take(seen: PresenceObservation, afterGap: boolean): void {
    const change = presenceChange(known.get(seen.agentId) ?? null, seen, { now: clock.now(), afterGap });
    if (change === null || !change.changed) return;
    known.set(seen.agentId, change.known);
    if (change.becameAvailable !== null) return void trigger(change.becameAvailable);
    writer.write(change.known.state);
    if (change.passedOver !== null)
      log.info({ agentId: seen.agentId, why: change.passedOver }, 'became available, passed over');
  }

  /** Runs up to `onAvailable`'s first await before it returns: this is the hot path. */
  async function trigger(event: BecameAvailable): Promise<void> {
    try {
      await onAvailable(event);
    } catch (error) {
      log.error({ err: error, eventId: event.eventId }, 'a trigger failed');
    } finally {
      // Stored only now: after a crash in between the change is seen again, and its id counts it once.
      const latest = known.get(event.agentId);
      if (latest !== undefined) writer.write(latest.state);
    }
  }

  function onEvent(topic: string, body: unknown): void {
    const seen = presenceFrame(topic, body, clock.now());
    if (seen === 'other') return;
    if (seen === 'malformed') {
      log.warn({ code: 'genesys.frame-malformed', topic }, 'presence frame left out');
      return;
    }
    if (!stopped && watched.has(seen.agentId)) take(seen, readGap < gap);
  }

  /** While any channel is down a snapshot is out of date before it is in. The next connection asks for one at once. */
  function disconnected(): boolean {
    return notifications.status().state === 'stale';
  }

  function later(): void {
    cancelRetry = clock.after(snapshotRetryMs, snapshot);
  }

  async function snapshot(): Promise<void> {
    if (snapshotting || stopped) return;
    cancelRetry();
    if (disconnected()) return later();
    snapshotting = true;
    const forGap = gap;
    try {
      const seen = await presenceSnapshot(call, ids, clock);
      if (stopped) return;
      if (disconnected()) return later();
      for (const observation of seen) take(observation, true);
      readGap = forGap;
      log.info({ agents: seen.length, of: ids.length }, 'presence read after a gap');
    } catch (error) {
      if (stopped) return;
      log.warn({ err: error, retryMs: snapshotRetryMs }, 'presence not read after a gap');
      later();
    } finally {
      snapshotting = false;
      if (readGap < gap && forGap < gap) void snapshot();
    }
  }

  /** One call for 100 agents: dear enough to be rare, cheap enough to find what no event told. */
  function lookAgain(): void {
    cancelLook = clock.after(lookAgainMs, () => {
      if (!snapshotting) void snapshot();
      lookAgain();
    });
  }

  async function add(more: readonly WatchedAgent[]): Promise<void> {
    const fresh = new Set(more.map(({ id }) => id).filter((id) => !watched.has(id)));
    if (fresh.size === 0) return;
    for (const state of await parts.presences.all())
      if (fresh.has(state.agentId)) known.set(state.agentId, knownFromStored(state));
    for (const id of fresh) {
      ids.push(id);
      watched.add(id);
    }
    notifications.addTopics([...fresh].map(presenceTopic));
  }

  return {
    async start() {
      await add(agents);
      notifications.listen({
        onEvent,
        onGap: () => {
          gap += 1;
          void snapshot();
        },
      });
      lookAgain();
    },

    // The snapshot comes with the subscription of their topics.
    watch: add,

    async stop() {
      stopped = true;
      cancelRetry();
      cancelLook();
      await writer.close();
    },

    status() {
      const { state, ageMs } = notifications.status();
      const readSince = gap > 0 && readGap === gap;
      return { state: state === 'live' && readSince ? 'live' : 'stale', ageMs, agentsWatched: ids.length };
    },

    stateOf: (agentId) => known.get(agentId)?.state ?? null,
  };
}
