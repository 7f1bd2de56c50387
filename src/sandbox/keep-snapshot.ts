import { writeSnapshot } from './snapshot.ts';
import type { World } from './world.ts';

/** Writes the world to the file some 100 ms after a change; `close` writes what is still to be written. */
export function keepSnapshot(file: string | undefined, world: World): { changed(): void; close(): void } {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    timer = undefined;
    if (file !== undefined) writeSnapshot(file, world);
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
