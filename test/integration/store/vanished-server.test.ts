import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, Socket } from 'node:net';
import { openStore } from '../../../src/store/open-store.ts';

describe('a PostgreSQL server that vanishes', () => {
  const { setKeepAlive } = Socket.prototype;
  afterEach(() => {
    Socket.prototype.setKeepAlive = setKeepAlive;
  });

  it('is asked whether it is still there, on each connection: an answer that never comes would be waited for for ever', async () => {
    const asked: unknown[][] = [];
    Socket.prototype.setKeepAlive = function (enable?: unknown, delayMs?: unknown) {
      asked.push([enable, delayMs]);
      return this;
    };
    const server = createServer((socket) => socket.once('data', () => socket.destroy()));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    assert.ok(address !== null && typeof address === 'object');
    try {
      const databaseUrl = `postgres://reachback@127.0.0.1:${address.port}/reachback?sslmode=disable`;
      await assert.rejects(openStore({ databaseUrl, dataDir: '' }), { code: 'store.unavailable' });
    } finally {
      server.close();
    }
    assert.deepEqual(asked[0], [true, 30_000]);
  });
});
