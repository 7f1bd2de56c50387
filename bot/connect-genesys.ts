import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import { ReachbackError } from '../src/errors/reachback-error.ts';

export interface Connecting {
  /** Null once connected; until then the code of what stands in the way. */
  problem(): string | null;
  /** Resolves once connected. */
  readonly connected: Promise<void>;
  /** No further attempt; waits for the one in hand. */
  stop(): Promise<void>;
}

const firstWaitMs = 500;
const longestWaitMs = 30_000;

/**
 * Connects, however long it takes: a platform that is down or refuses at start is asked again, ever more slowly, and
 * every failure is logged with its code and next step.
 */
export function connectGenesys(parts: {
  connect: () => Promise<void>;
  clock: Clock;
  log: Logger;
}): Connecting {
  const { connect, clock, log } = parts;
  let problem: string | null = 'start.connecting';
  let tellConnected = () => {};
  const connected = new Promise<void>((resolve) => {
    tellConnected = resolve;
  });
  let stopped = false;
  let cancel = () => {};

  async function attempt(waitMs: number): Promise<void> {
    try {
      await connect();
      problem = null;
      tellConnected();
    } catch (cause) {
      if (stopped) return;
      const error = cause instanceof ReachbackError ? cause : null;
      problem = error?.code ?? 'start.failed';
      if (error === null) log.error({ err: cause, retryMs: waitMs }, 'not connected to Genesys Cloud yet');
      else {
        const { code, facts } = error;
        log.error({ code, facts, retryMs: waitMs }, error.message);
      }
      cancel = clock.after(waitMs, () => {
        running = attempt(Math.min(waitMs * 2, longestWaitMs));
      });
    }
  }

  let running = attempt(firstWaitMs);
  return {
    problem: () => problem,
    connected,
    async stop() {
      stopped = true;
      cancel();
      await running;
    },
  };
}
