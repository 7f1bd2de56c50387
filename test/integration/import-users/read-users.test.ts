import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { openUserFile, type UserRow } from '../../../tools/import-users/read/read-users.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';

const run = promisify(execFile);

describe('reading a file of users', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;

  before(async () => {
    directory = await temporaryDirectory();
  });

  after(() => directory.remove());

  async function rowsOf(name: string, text: string | Buffer, at = 0, line = 1): Promise<UserRow[]> {
    const path = join(directory.path, name);
    await writeFile(path, text);
    const file = await openUserFile(path, null);
    const rows: UserRow[] = [];
    for await (const row of file.rows({ at, line })) rows.push(row);
    return rows;
  }

  const told = (rows: readonly UserRow[]) =>
    rows.map(({ line, user }) => [line, 'userId' in user ? user.userId : user.reason]);

  it('takes byte order mark, CRLF, empty lines and a last line without an end', async () => {
    const text = '\ufeff{"userId":"a"}\r\n\r\n   \n{"userId":"b"}\n\n{"userId":"c"}';
    assert.deepEqual(told(await rowsOf('a.ndjson', text)), [
      [1, 'a'],
      [4, 'b'],
      [6, 'c'],
    ]);
    const csv = '\ufeffuserId,givenName\r\na,Ada\r\n\r\nb,Bob';
    assert.deepEqual(told(await rowsOf('a.csv', csv)), [
      [2, 'a'],
      [4, 'b'],
    ]);
  });

  it('tells each bad row by its line and reason, and reads on behind it', async () => {
    const long = Buffer.from(`{"userId":"${'x'.repeat(1024 * 1024)}"}`);
    const parts = ['not json', '[1]', '{"userId":"ok"}', '{}'].map((line) => Buffer.from(`${line}\n`));
    const badBytes = Buffer.concat([
      Buffer.from('{"userId":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}\n'),
    ]);
    const rows = await rowsOf(
      'b.ndjson',
      Buffer.concat([...parts, badBytes, long, Buffer.from('\n{"userId":"end"}')]),
    );
    assert.deepEqual(told(rows), [
      [1, 'it is no JSON'],
      [2, 'it is no JSON object'],
      [3, 'ok'],
      [4, 'it has no id of the user'],
      [5, 'it is not UTF-8'],
      [6, 'it is longer than 1 MB'],
      [7, 'end'],
    ]);
    assert.equal(rows[5]?.raw, null);
    assert.ok(rows[4]?.raw?.equals(badBytes.subarray(0, -1)), 'a bad row is kept byte for byte');
  });

  it('reads CSV with quotes, commas and line breaks in fields, and semicolons', async () => {
    const rows = await rowsOf('c.csv', 'userId,surname\n"a,1","Van ""X"""\nb,"two\nlines"\nc,plain\n');
    assert.deepEqual(
      rows.map(({ line, user }) => ('userId' in user ? [line, user.userId, user.name] : [line, user.reason])),
      [
        [2, 'a,1', 'Van "X"'],
        [3, 'b', 'two\nlines'],
        [5, 'c', 'plain'],
      ],
    );
    assert.deepEqual(told(await rowsOf('d.csv', 'id;email\nb;b@example.com\n')), [[2, 'b']]);
  });

  it('lets a quote that is never closed spoil its own line alone', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `user-${index},Somebody ${'x'.repeat(50)}`);
    const rows = await rowsOf('e.csv', ['userId,surname', 'a,"open', ...many, 'z,"open too'].join('\n'));
    const reasons = rows.filter(({ user }) => 'reason' in user);
    assert.deepEqual(told(reasons), [
      [2, 'a quote is opened and not closed'],
      [20_003, 'a quote is opened and not closed'],
    ]);
    assert.equal(rows.length, 20_002);
    const wrong = await rowsOf('f.csv', 'userId,surname\na,b,c\n"a"x,y\nb,ok\n');
    assert.deepEqual(told(wrong), [
      [2, 'it has 3 fields, the header line has 2'],
      [3, 'its quotes are not as CSV wants them'],
      [4, 'b'],
    ]);
  });

  it('goes on from the end of any row', async () => {
    for (const [name, text] of [
      ['g.ndjson', '\ufeff{"id":"a"}\n\n{"id":"b"}\r\nx\n{"id":"ü"}'],
      ['g.csv', '\ufeffid,surname\r\na,"1\r\n2"\r\n\r\nb,x\nü,y'],
    ] as const) {
      const all = await rowsOf(name, text);
      assert.ok(all.length >= 3);
      for (const [index, { to, nextLine }] of all.entries())
        assert.deepEqual(told(await rowsOf(name, text, to, nextLine)), told(all).slice(index + 1));
    }
  });

  it('refuses a file it cannot read and a header without an id', async () => {
    const code = (expected: string) => (error: unknown) =>
      typeof error === 'object' && error !== null && 'code' in error && error.code === expected;
    await assert.rejects(
      openUserFile(join(directory.path, 'none.csv'), null),
      code('import.file-unreadable'),
    );
    await assert.rejects(openUserFile(directory.path, null), code('import.file-unreadable'));
    await assert.rejects(rowsOf('h.csv', 'name,mail\na,b'), code('import.no-user-column'));
    await assert.rejects(rowsOf('i.csv', ''), code('import.no-user-column'));
    assert.deepEqual(await rowsOf('i.ndjson', ''), []);
  });

  it('holds 200,000 users in the memory of a few', async function () {
    this.timeout(60_000);
    const path = join(directory.path, 'many.csv');
    const file = createWriteStream(path);
    file.write('userId,givenName,surname,email\n');
    for (let index = 0; index < 200_000; index += 1_000) {
      const rows = Array.from(
        { length: 1_000 },
        (_, at) => `cust-${index + at},Ann,Example,ann${index + at}@example.com\n`,
      );
      file.write(rows.join(''));
    }
    await finished(file.end());
    const heap = ['--max-old-space-size=40', '--max-semi-space-size=2'];
    const { stdout } = await run(
      process.execPath,
      [...heap, 'tools/import-users/index.ts', path, '--dry-run'],
      {
        env: { PATH: process.env.PATH },
      },
    );
    assert.match(stdout, /^200,000 users with 200,000 ids, 0 bad rows\./);
  });
});
