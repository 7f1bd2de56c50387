import type { Logger } from 'pino';
import { backOffMs } from '../back-off.ts';
import type { Clock } from '../clock.ts';
import type { PresenceTable } from '../store/shapes/presence-table.ts';
import type { AgentPresence } from './agent-presence.ts';

export interface PresenceWriter {
  /** Queues a state; of one agent the newest counts. */
  write(state: AgentPresence): void;
  /** Writes what is queued and ends. */
  close(): Promise<void>;
}

/** A store in trouble is not asked more often than this in the end, milliseconds. */
const longestWaitMs = 30_000;

/**
 * Stores presence states off the hot path: at once after a quiet time, so that a crash costs little, in batches otherwise. A
 * failed batch is tried again with the next.
 */
export function createPresenceWriter({
  presences,
  clock,
  log,
  everyMs = 200,
}: {
  presences: PresenceTable;
  clock: Clock;
  log: Logger;
  everyMs?: number;
}): PresenceWriter {
  const queued = new Map<string, AgentPresence>();
  let cancel: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();
  let closed = false;
  let nextAt = 0;
  let failures = 0;

  function schedule(): void {
    if (cancel !== null || closed) return;
    cancel = clock.after(Math.max(0, nextAt - clock.now()), () => {
      cancel = null;
      nextAt = clock.now() + everyMs;
      writing = flush();
    });
  }

  async function flush(): Promise<void> {
    if (queued.size === 0) return;
    const batch = [...queued.values()];
    queued.clear();
    try {
      await presences.put(batch);
      failures = 0;
    } catch (error) {
      failures += 1;
      nextAt = clock.now() + backOffMs(failures, { baseMs: everyMs, maxMs: longestWaitMs }, 1);
      log.warn({ err: error, states: batch.length }, 'presence states not stored yet');
      for (const state of batch) if (!queued.has(state.agentId)) queued.set(state.agentId, state);
      schedule();
    }
  }

  return {
    write(state) {
      queued.set(state.agentId, state);
      schedule();
    },

    async close() {
      closed = true;
      cancel?.();
      await writing;
      await flush();
    },
  };
}
