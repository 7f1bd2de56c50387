import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import { wait } from '../src/wait.ts';

/** Parts by name, each with what ends it. */
export type StopStep = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * Ends one step after the other, the parts of a step at once. Whatever hangs, or fails to end, is named in the log, and it is over after
 * `patienceMs` all the same: whoever runs the program would kill it, and nobody knew for what. Never throws.
 */
export async function stopInTime(
  steps: readonly StopStep[],
  { clock, patienceMs, log }: { clock: Clock; patienceMs: number; log: Logger },
): Promise<void> {
  const over = new AbortController();
  const open = new Set<string>();

  async function end(name: string, work: () => Promise<unknown>): Promise<void> {
    open.add(name);
    try {
      await work();
    } catch (err) {
      log.error({ err, part: name }, 'a part of the program failed to end');
    } finally {
      open.delete(name);
    }
  }

  async function endAll(): Promise<void> {
    for (const step of steps) {
      if (over.signal.aborted) return;
      await Promise.all(Object.entries(step).map(([name, work]) => end(name, work)));
    }
    over.abort();
  }

  await Promise.race([endAll(), wait(clock, patienceMs, over.signal)]);
  if (open.size > 0) log.error({ parts: [...open] }, 'not everything ended in time; the rest is cut off');
  over.abort();
}
