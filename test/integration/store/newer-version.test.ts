import assert from 'node:assert/strict';
import { migrations } from '../../../src/store/migrate.ts';
import type { Store } from '../../../src/store/store.ts';
import { storeEngines } from '../../support/store-engines.ts';

const name = '0099-of-a-newer-version';

for (const [engine, prepare] of Object.entries(storeEngines))
  describe(`an older version on a store a newer one has been at, on ${engine}`, () => {
    let open: () => Promise<Store>;
    let remove: () => Promise<void>;
    before(async () => {
      ({ open, remove } = await prepare());
    });
    after(() => remove());

    async function openNewer(): Promise<Store> {
      migrations[name] = { up: async () => {} };
      try {
        return await open();
      } finally {
        delete migrations[name];
      }
    }

    it('does not start, and says so; what runs beside it goes on', async () => {
      const newer = await openNewer();
      if (engine === 'sqlite') await newer.close();
      await assert.rejects(open(), { code: 'store.row-invalid', facts: { newer: name } });
      if (engine === 'sqlite') return;
      assert.equal(await newer.settings.get('anything'), null);
      await newer.close();
    });
  });
