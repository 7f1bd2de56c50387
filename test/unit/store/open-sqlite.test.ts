import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqlite } from '../../../src/store/open-sqlite.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';

describe('openSqlite', () => {
  it('blames another process only when there is one', async () => {
    for (const spoil of [
      (lock: string) => mkdir(lock),
      (lock: string) =>
        writeFile(lock, 'this is no database, and long enough to be told from an empty file'.repeat(20)),
    ]) {
      const { path, remove } = await temporaryDirectory();
      await spoil(join(path, 'reachback.lock'));
      assert.throws(() => openSqlite(path), { code: 'store.not-openable' });
      await remove();
    }
  });
});
