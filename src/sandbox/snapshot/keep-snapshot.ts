import { rmSync } from 'node:fs';
import type { World } from '../world/world.ts';
import { writeSnapshot } from './snapshot.ts';

const shortestPauseMs = 100;
/** The most of its time a sandbox spends writing. */
const shareOfTime = 0.05;

/**
 * Writes the world to the file some 100 ms after a change; `close` writes what is still to be written. Writing stops the
 * sandbox: where that takes longer (the record of days), it is done more rarely. A platform does not go down because its
 * copy cannot be kept (a full disk): `log` hears of it, and the next change tries again. A world larger than as it is
 * written is not kept: writing it would stop the sandbox for seconds after every change.
 */
export function keepSnapshot(
  file: string | undefined,
  world: World,
  log: (line: string) => void,
): { changed(): void; close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let pauseMs = shortestPauseMs;
  let toldNotKept = false;
  const isTooLarge = (): boolean => {
    if (world.scale !== undefined && !toldNotKept) {
      const { agents, conversations } = world.scale;
      log(
        `A world of ${agents} agents and ${conversations} conversations is not kept: the next start seeds it anew.`,
      );
    }
    toldNotKept = world.scale !== undefined;
    return toldNotKept;
  };
  const write = (): void => {
    timer = undefined;
    if (file === undefined) return;
    const startedAt = performance.now();
    try {
      // What was kept of a smaller world before a reset is not the one that is left.
      if (isTooLarge()) rmSync(file, { force: true });
      else writeSnapshot(file, world);
    } catch (error) {
      log(`The sandbox could not keep its world: ${error instanceof Error ? error.message : error}`);
    }
    pauseMs = Math.max(shortestPauseMs, (performance.now() - startedAt) / shareOfTime);
  };
  if (file !== undefined) isTooLarge();
  return {
    changed() {
      if (file !== undefined) timer ??= setTimeout(write, pauseMs);
    },
    close() {
      clearTimeout(timer);
      write();
    },
  };
}
