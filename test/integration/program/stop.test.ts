import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../tools/program/free-port.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';

describe('stop of the real program', () => {
  it('ends within seconds while Genesys Cloud takes connections and never answers', async () => {
    const { path, remove } = await temporaryDirectory();
    const silent: Server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    assert.ok(typeof address === 'object' && address !== null);
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('../../../bot/index.ts', import.meta.url))],
      {
        stdio: 'ignore',
        env: {
          PATH: process.env.PATH,
          NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
          PORT: String(port),
          DATA_DIR: path,
          GENESYS_API_URL: `http://127.0.0.1:${address.port}`,
          GENESYS_LOGIN_URL: `http://127.0.0.1:${address.port}`,
          GENESYS_CLIENT_ID: 'id',
          GENESYS_CLIENT_SECRET: 'secret',
          TEAMS_AUTH: 'off',
        },
      },
    );
    try {
      await waitFor(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 503, {
        what: 'the program to listen and not be ready',
        deadlineMs: 10_000,
      });
      child.kill('SIGTERM');
      await waitFor(() => child.exitCode !== null, { what: 'the program to end', deadlineMs: 8_000 });
      assert.equal(child.exitCode, 0);
    } finally {
      child.kill('SIGKILL');
      silent.close();
      await remove();
    }
  });
});
