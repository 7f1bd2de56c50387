import { writeSnapshot } from './snapshot.ts';
import type { World } from './world.ts';

/**
 * Writes the world to the file some 100 ms after a change; `close` writes what is still to be written. A platform does not go
 * down because its copy cannot be kept (a full disk): `log` hears of it, and the next change tries again.
 */
export function keepSnapshot(
  file: string | undefined,
  world: World,
  log: (line: string) => void,
): { changed(): void; close(): void } {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    timer = undefined;
    if (file === undefined) return;
    try {
      writeSnapshot(file, world);
    } catch (error) {
      log(`The sandbox could not keep its world: ${error instanceof Error ? error.message : error}`);
    }
  };
  return {
    changed() {
      if (file !== undefined) timer ??= setTimeout(write, 100);
    },
    close() {
      clearTimeout(timer);
      write();
    },
  };
}
