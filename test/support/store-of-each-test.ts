import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryDirectory } from '../../tools/program/temporary-directory.ts';

/** A new SQLite store on disk for each test of the suite it is called in; ask for it while a test runs. */
export function storeOfEachTest(): () => Store {
  let running: { store: Store; remove: () => Promise<void> } | null = null;

  beforeEach(async () => {
    const { path, remove } = await temporaryDirectory();
    running = { store: await openStore({ databaseUrl: null, dataDir: path }), remove };
  });

  afterEach(async () => {
    await running?.store.close();
    await running?.remove();
    running = null;
  });

  return () => {
    if (running === null) throw new Error('there is a store only while a test runs');
    return running.store;
  };
}
