import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const tools = [
  'bench',
  'demo',
  'doctor',
  'explain',
  'import-users',
  'manifest',
  'playground',
  'prove',
  'webhooks',
];

describe('a tool asked for help', () => {
  it('says how it is used, as it is called, and ends well without having begun', async () => {
    const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE };
    const told = await Promise.all(
      tools.map((tool) => run(process.execPath, [`tools/${tool}/index.ts`, '--help'], { env })),
    );
    for (const [index, { stdout, stderr }] of told.entries()) {
      assert.ok(stdout.startsWith(`Usage: npm run ${tools[index]} -- `), stdout);
      assert.equal(stderr, '');
    }
  });

  it('says the same of an option there is not, and fails', async () => {
    const asked = run(process.execPath, ['tools/doctor/index.ts', '--jsn'], { env: { PATH: '' } });
    await assert.rejects(asked, {
      code: 2,
      stdout: '',
      stderr: /^Unknown option '--jsn'\nUsage: npm run doctor/,
    });
  });
});
