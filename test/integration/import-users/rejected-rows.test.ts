import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRejectedRows, rejectedPaths } from '../../../tools/import-users/rejected-rows.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';

const row = (raw: string | null, line: number) => ({
  user: { reason: 'x' },
  raw: raw === null ? null : Buffer.from(raw),
  to: 0,
  line,
  nextLine: line + 1,
});

describe('rejected rows', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;

  beforeEach(async () => {
    directory = await temporaryDirectory();
  });

  afterEach(() => directory.remove());

  it('stand in a file that can be imported, each once, through an end between two writings of the progress', async () => {
    const paths = rejectedPaths(join(directory.path, 'users.csv'));
    assert.deepEqual(paths, {
      rows: join(directory.path, 'users.rejected.csv'),
      reasons: join(directory.path, 'users.rejected.txt'),
    });
    const first = openRejectedRows(paths, 'userId,email\n', null);
    assert.deepEqual(first.sizes(), { rows: 0, reasons: 0 });
    assert.ok(!existsSync(paths.rows), 'nothing rejected, no file');
    first.add(row('a,b', 2), 'bad', 'email is no e-mail address');
    const kept = first.sizes();
    first.add(row('c,d', 3), 'bad', 'written, and not in the progress');
    first.close();

    const second = openRejectedRows(paths, 'userId,email\n', kept);
    second.add(row('c,d', 3), 'conflicting', 'widget.two-people');
    second.add(row(null, 4), 'bad', 'it is longer than 1 MB');
    second.close();
    assert.equal(await readFile(paths.rows, 'utf8'), 'userId,email\na,b\nc,d\n');
    assert.equal(
      await readFile(paths.reasons, 'utf8'),
      'line 2: bad: email is no e-mail address\nline 3: conflicting: widget.two-people\nline 4: bad: it is longer than 1 MB (left out of the other file)\n',
    );
    openRejectedRows(paths, 'userId,email\n', null).close();
    assert.ok(!existsSync(paths.rows), 'an import from the beginning begins with none');
  });
});
