import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { wait } from '../../wait.ts';

/** Agents whom nobody here knows, or not in every queue, and another instance on the same store does: it may have read later who works where. */
export interface LookedFor {
  /**
   * Whether this one is being looked for: who is not known, or (`doubted`) of whom it is not sure that all is known. False: it is as it was read lately.
   */
  isOn(agentId: string, doubted?: boolean): boolean;
  stop(): Promise<void>;
}

/** Who was looked for in vain is not looked for again for so long. */
const lookAgainMs = 60_000;
/** From one reading of the queues to the next. */
const betweenMs = 5_000;

/** `read` reads who works here, and watches them; `readAt` tells when that was last begun (epoch ms). */
export function createLookedFor(parts: {
  read: () => Promise<void>;
  readAt: () => number;
  isKnown: (agentId: string) => boolean;
  clock: Clock;
  log: Logger;
}): LookedFor {
  const { read, readAt, isKnown, clock, log } = parts;
  const stopping = new AbortController();
  const missing = new Set<string>();
  /** By agent, when the last look for them ended. */
  const lookedAt = new Map<string, number>();
  let looking: Promise<void> | null = null;

  /** Again and again until it could be read; those who came meanwhile are in the next reading. */
  async function look(): Promise<void> {
    while (missing.size > 0) {
      await wait(clock, Math.max(0, readAt() + betweenMs - clock.now()), stopping.signal);
      if (stopping.signal.aborted) return;
      const wanted = [...missing];
      try {
        await read();
        for (const agentId of wanted) {
          lookedAt.set(agentId, clock.now());
          missing.delete(agentId);
        }
      } catch (cause) {
        log.warn({ err: cause, retryMs: betweenMs }, 'who works here could not be read again');
        await wait(clock, betweenMs, stopping.signal);
      }
    }
  }

  return {
    isOn(agentId, doubted = false) {
      // Known by now, they are perhaps not watched yet.
      if (missing.has(agentId)) return true;
      if (!doubted && isKnown(agentId)) return false;
      const now = clock.now();
      for (const [id, at] of lookedAt) if (now - at >= lookAgainMs) lookedAt.delete(id);
      if (lookedAt.has(agentId)) return false;
      missing.add(agentId);
      looking ??= look().finally(() => {
        looking = null;
      });
      return true;
    },
    async stop() {
      stopping.abort();
      await looking;
    },
  };
}
