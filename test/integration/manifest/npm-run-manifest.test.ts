import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { readZip } from '../../support/read-zip.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = join(root, 'tools/manifest/index.ts');

/** Runs it away from any `.env`; what it printed, and how it ended. */
function run(cwd: string, args: readonly string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number; out: string; errors: string }>((resolve) => {
    const { PATH = '', HOME = '' } = process.env;
    execFile(
      process.execPath,
      [program, ...args],
      { cwd, env: { PATH, HOME, ...env } },
      (error, out, errors) => resolve({ code: Number(error?.code ?? 0), out, errors }),
    );
  });
}

describe('npm run manifest', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(() => directory.remove());

  it('makes the same package in every time zone, and says what is in it', async () => {
    const env = { MICROSOFT_APP_ID: '0b6f3c52-7d1e-4a2b-9c3d-1e2f3a4b5c6d' };
    const one = join(directory.path, 'dist', 'one.zip');
    const other = join(directory.path, 'other.zip');
    const made = await Promise.all([
      run(directory.path, ['--out', one], { ...env, TZ: 'Asia/Tokyo' }),
      run(directory.path, ['--out', other], { ...env, TZ: 'America/New_York' }),
    ]);
    assert.deepEqual(
      made.map(({ code, errors }) => [code, errors]),
      [
        [0, ''],
        [0, ''],
      ],
    );
    assert.ok((await readFile(one)).equals(await readFile(other)));
    assert.deepEqual(
      [...readZip(await readFile(one)).keys()],
      ['manifest.json', 'de.json', 'fr.json', 'es.json', 'ja.json', 'color.png', 'outline.png'],
    );
    assert.match(made[0]?.out ?? '', /^dist\/one\.zip .*\n.*id 0b6f3c52-7d1e-4a2b-9c3d-1e2f3a4b5c6d/);
  });

  it('writes nothing and ends with 1 for a template Teams would not take', async () => {
    const template = join(directory.path, 'manifest');
    await cp(join(root, 'manifest'), template, { recursive: true });
    await writeFile(
      join(template, 'publisher.json'),
      '{"name":"Contoso","websiteUrl":"http://contoso.test"}',
    );
    const out = join(directory.path, 'out.zip');
    const { code, errors } = await run(directory.path, ['--template', template, '--out', out]);
    assert.equal(code, 1);
    assert.match(errors, /publisher\.json websiteUrl: is not an https address/);
    assert.match(errors, /publisher\.json privacyUrl/);
    await assert.rejects(readFile(out), { code: 'ENOENT' });
  });

  it('names the variable that is wrong, and its fix', async () => {
    const { code, errors } = await run(directory.path, [], { MICROSOFT_APP_ID: 'my-bot' });
    assert.equal(code, 1);
    assert.match(errors, /config\.invalid[\s\S]*MICROSOFT_APP_ID is not a GUID\. Azure portal/);
  });
});
