import { temporaryDirectory } from '../../program/temporary-directory.ts';
import { spoiledCopy } from '../stored/spoiled-copy.ts';
import type { Edge } from './edge.ts';
import { startAnew } from './start-anew.ts';

/** Cells of the database that hold what the program never wrote: it starts, or says by a code why it does not. */
export const tryRows: Edge = {
  name: 'rows',
  count: { short: 20, full: 100 },
  batch: 10,
  async attempt({ world, chance }, numbers) {
    const directory = await temporaryDirectory();
    try {
      const spoilt = await spoiledCopy(
        world.dataDir,
        directory.path,
        numbers.map((number) => chance('rows', number)),
      );
      const env = { ...world.env, PORT: '0', DATA_DIR: directory.path };
      const what = await startAnew(env, directory.path);
      return what === null ? [] : [`${spoilt.join(', ')}: ${what}`];
    } finally {
      await directory.remove();
    }
  },
};
