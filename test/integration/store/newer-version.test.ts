import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { ledgerFile } from '../../../src/store/open-sqlite.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { newPostgresDatabase } from '../../support/postgres.ts';

const newer =
  "insert into kysely_migration (name, timestamp) values ('0099-of-a-newer-version', '2027-01-01')";
const refusal = { code: 'store.row-invalid', facts: { newer: '0099-of-a-newer-version' } };

describe('an older version on a store a newer one has been at', () => {
  let databaseUrl: string;
  before(async () => {
    databaseUrl = await newPostgresDatabase();
  });

  it('does not start, and says so: on PostgreSQL, where the newer one may be running beside it', async () => {
    const where = { databaseUrl, dataDir: '' };
    const running = await openStore(where);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(newer);
    await client.end();
    await assert.rejects(openStore(where), refusal);
    assert.equal(await running.settings.get('anything'), null, 'what runs goes on');
    await running.close();
  });

  it('does not start, and says so: on SQLite', async () => {
    const { path, remove } = await temporaryDirectory();
    const where = { databaseUrl: null, dataDir: path };
    await (await openStore(where)).close();
    const database = new DatabaseSync(join(path, ledgerFile));
    database.exec(newer);
    database.close();
    await assert.rejects(openStore(where), refusal);
    await remove();
  });
});
