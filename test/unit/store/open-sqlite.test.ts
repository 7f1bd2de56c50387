import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqlite } from '../../../src/store/open-sqlite.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';

describe('openSqlite', () => {
  it('blames another process only when there is one', async () => {
    const noDatabase = 'this is no database, and long enough to be told from an empty file'.repeat(20);
    for (const [spoil, code] of [
      [(lock: string) => mkdir(lock), 'store.not-openable'],
      [(lock: string) => writeFile(lock, noDatabase), 'store.corrupt'],
    ] as const) {
      const { path, remove } = await temporaryDirectory();
      await spoil(join(path, 'reachback.lock'));
      assert.throws(() => openSqlite(path), { code });
      await remove();
    }
  });
});
