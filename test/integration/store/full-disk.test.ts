import assert from 'node:assert/strict';
import { createKyselyStore } from '../../../src/store/kysely-store.ts';
import { openSqlite } from '../../../src/store/open-sqlite.ts';
import { sqliteDialect } from '../../../src/store/sqlite-dialect.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';

describe('store on a full disk', () => {
  it('refuses the write with store.full, keeps what it had, and goes on once there is room', async () => {
    const { path, remove } = await temporaryDirectory();
    const { database, unlock } = openSqlite(path);
    const store = await createKyselyStore('sqlite', sqliteDialect(database), { release: unlock });
    const steps = [{ at: 1, who: 'test', why: 'test', from: null, to: 'proposed' }] as const;
    const kept = exampleOutreach();
    await store.outreaches.insert(kept, steps);
    const pages = database.prepare('pragma page_count').get()?.page_count;
    database.exec(`pragma max_page_count = ${pages}`);

    const big = exampleOutreach({ text: 'x'.repeat(200_000) });
    await assert.rejects(store.outreaches.insert(big, steps), { code: 'store.full', retry: 'safe' });
    assert.deepEqual(await store.outreaches.get(kept.id), kept);
    assert.equal(await store.outreaches.get(big.id), null);

    database.exec('pragma max_page_count = 100000');
    assert.equal(await store.outreaches.insert(big, steps), 'inserted');
    await store.close();
    await remove();
  });

  it('leaves nothing of a migration that was cut short, and migrates once there is room', async () => {
    const { path, remove } = await temporaryDirectory();
    for (let pages = 2; ; pages += 1) {
      const { database, unlock } = openSqlite(path);
      assert.ok(pages < 500, 'a migration cut short stands in the way of every later one');
      database.exec(`pragma max_page_count = ${pages}`);
      const opened = await createKyselyStore('sqlite', sqliteDialect(database), { release: unlock }).then(
        (store) => store,
        () => null,
      );
      if (opened !== null) {
        assert.ok(pages > 5, 'the disk was full several times on the way');
        assert.equal(await opened.outreaches.get('none'), null);
        await opened.close();
        break;
      }
      database.close();
      unlock();
    }
    await remove();
  });
});
