import assert from 'node:assert/strict';
import { openSqlite } from '../../../src/store/open-sqlite.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleReference } from '../../support/example-reference.ts';

describe('rows somebody spoilt', () => {
  it('are left out and told of once each, and the others are worked on', async () => {
    const directory = await temporaryDirectory();
    const told: unknown[] = [];
    try {
      const where = { databaseUrl: null, dataDir: directory.path };
      const before = await openStore(where);
      const [spoilt, whole] = [
        exampleOutreach({ state: 'approved' }),
        exampleOutreach({ state: 'approved' }),
      ];
      for (const outreach of [spoilt, whole])
        await before.outreaches.insert(outreach, [
          { at: 1, who: 'test', why: 'test', from: null, to: 'approved' },
        ]);
      for (const conversationId of ['a', 'b'])
        await before.references.put(exampleReference({ conversationId }));
      const presence = {
        presence: 'available',
        presenceSince: 1,
        routingStatus: 'IDLE',
        routingSince: 1,
      } as const;
      await before.presences.put([
        { ...presence, agentId: 'ada' },
        { ...presence, agentId: 'ben' },
      ]);
      await before.close();
      const { database, unlock } = openSqlite(directory.path);
      database.prepare(`update outreach set mode = 'by-hand' where id = ?`).run(spoilt.id);
      database.exec(`update reference set kind = 'pager' where "conversationId" = 'a'`);
      database.exec(`update presence set presence = 'Elsewhere' where "agentId" = 'ada'`);
      database.close();
      unlock();

      const store = await openStore(where, ({ code, facts }) => told.push({ code, ...facts }));
      try {
        for (let time = 0; time < 2; time += 1) {
          assert.deepEqual(
            (await store.outreaches.inStates(['approved'])).map(({ id }) => id),
            [whole.id],
          );
          assert.deepEqual(
            (await store.references.installed()).map(({ conversationId }) => conversationId),
            ['b'],
          );
          assert.deepEqual(
            (await store.presences.all()).map(({ agentId }) => agentId),
            ['ben'],
          );
        }
        assert.deepEqual(told, [
          { code: 'store.row-invalid', table: 'outreach', id: spoilt.id },
          { code: 'store.row-invalid', table: 'reference', id: 'a' },
          { code: 'store.row-invalid', table: 'presence', id: 'ada' },
        ]);
        await assert.rejects(store.outreaches.get(spoilt.id), { code: 'store.row-invalid' });
        assert.equal((await store.outreaches.openAmong([spoilt.customerKey])).size, 2);
      } finally {
        await store.close();
      }
    } finally {
      await directory.remove();
    }
  });
});
