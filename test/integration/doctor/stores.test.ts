import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { examinePostgres } from '../../../src/store/examine-postgres.ts';
import { examineSqlite } from '../../../src/store/examine-sqlite.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { newPostgresDatabase } from '../../support/postgres.ts';

describe('examining a store', () => {
  let databaseUrl: string;
  before(async function () {
    this.timeout(60_000);
    databaseUrl = await newPostgresDatabase();
  });

  it('SQLite: durable, read back after reopening, and no trace left', async () => {
    const { path, remove } = await temporaryDirectory();
    const facts = examineSqlite(join(path, 'data'));
    assert.deepEqual(facts, {
      inUse: false,
      journal: 'wal',
      synchronous: 'full',
      readBack: true,
      schema: null,
    });
    assert.deepEqual(readdirSync(join(path, 'data')), ['reachback.lock']);
    await remove();
  });

  it('SQLite: tells a directory in use, and how old its ledger is, without touching it', async () => {
    const { path, remove } = await temporaryDirectory();
    const store = await openStore({ databaseUrl: null, dataDir: path });
    const { inUse, schema } = examineSqlite(path);
    assert.equal(inUse, true);
    assert.deepEqual(schema, { pending: 0, unknown: [] });
    await store.settings.put('still', 'here');
    assert.equal(await store.settings.get('still'), 'here');
    await store.close();
    assert.equal(examineSqlite(path).inUse, false);
    assert.ok(existsSync(join(path, 'reachback.sqlite')));
    await remove();
  });

  it('PostgreSQL: migrates nothing, and reads back what it wrote once there are tables', async () => {
    const empty = await examinePostgres(databaseUrl);
    assert.match(empty.version, /^\d+/);
    assert.equal(empty.schema, null);
    assert.equal(empty.readBack, null);
    assert.equal((await examinePostgres(databaseUrl)).schema, null, 'it made tables');

    const store = await openStore({ databaseUrl, dataDir: '' });
    const full = await examinePostgres(databaseUrl);
    assert.deepEqual(full.schema, { pending: 0, unknown: [] });
    assert.equal(full.readBack, true);
    assert.equal(await store.settings.get('examined'), null, 'it left its row');
    await store.close();
  });

  it('PostgreSQL: tells a commit that does not wait for the disk', async () => {
    const { synchronousCommit } = await examinePostgres(
      `${databaseUrl}?options=-c%20synchronous_commit%3Doff`,
    );
    assert.equal(synchronousCommit, 'off');
    assert.equal((await examinePostgres(databaseUrl)).synchronousCommit, 'on');
  });
});
