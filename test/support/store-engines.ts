import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryDirectory } from '../../tools/program/temporary-directory.ts';
import { newPostgresDatabase } from './postgres.ts';

/** A new, empty place for a store; it can be opened again after it was closed, and several times at once where that is allowed. */
interface Place {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** The engines a store must behave the same on, by name. */
export const storeEngines: Readonly<Record<'sqlite' | 'postgres', () => Promise<Place>>> = {
  async sqlite() {
    const { path, remove } = await temporaryDirectory();
    return { open: () => openStore({ databaseUrl: null, dataDir: path }), remove };
  },
  async postgres() {
    const databaseUrl = await newPostgresDatabase();
    return { open: () => openStore({ databaseUrl, dataDir: '' }), remove: async () => {} };
  },
};
