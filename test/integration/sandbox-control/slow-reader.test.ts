import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { noBot } from '../../../tools/program/no-bot.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';

describe('the stream of events', () => {
  it('lets a reader go who does not read', async () => {
    const sandbox = await startSandbox({ port: 0, botEndpoint: noBot });
    const { host, hostname, port } = new URL(sandbox.baseUrl);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    try {
      socket.write(`GET /sandbox/v1/events HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
      await once(socket, 'readable');
      const listening = () => sandbox.live.listenerCount('record');
      assert.equal(listening(), 1);
      await waitFor(
        () => {
          sandbox.live.emit('record', {
            seq: 1,
            at: 0,
            kind: 'teams',
            event: 'said',
            conversationId: '',
            activityId: '',
            activity: { text: 'x'.repeat(500_000) },
          });
          return listening() === 0;
        },
        { what: 'the stream to end' },
      );
    } finally {
      socket.destroy();
      await sandbox.close();
    }
  });
});
