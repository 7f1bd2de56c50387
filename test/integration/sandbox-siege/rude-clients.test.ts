import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';

const upgrade = [
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Extensions: permessage-deflate',
  'Connection: Upgrade',
  'Upgrade: websocket',
];

describe('a client without manners', () => {
  let ground: PlatformGround;
  let open: Socket[];
  beforeEach(async () => {
    ground = await startPlatform();
    open = [];
  });
  afterEach(async () => {
    for (const socket of open) socket.destroy();
    await ground.close();
  });

  /** Connects, sends the head of a request, and from then on only what the test does; its own half stays open. */
  async function sendHead(line: string, headers: readonly string[] = [], more = '\r\n'): Promise<Socket> {
    const { port, host } = new URL(ground.url);
    const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => {});
    open.push(socket);
    await once(socket, 'connect');
    socket.write(`${[line, `Host: ${host}`, ...headers].join('\r\n')}\r\n${more}`);
    return socket;
  }
  const guestPath = (): string => `/v1?deploymentId=${[...ground.org.deployments.keys()][0]}`;
  const answers = async (): Promise<void> => {
    const response = await fetch(`${ground.url}/sandbox/v1/clock`);
    assert.equal(response.status, 200);
    await response.text();
  };

  it('that never hangs up does not hold up the end', async () => {
    await sendHead('GET /wrong HTTP/1.1', upgrade);
    await sendHead('GET /v1?deploymentId=unknown HTTP/1.1', upgrade);
    await sendHead('GET /channels/unknown HTTP/1.1', upgrade);
    await sendHead(`GET ${guestPath()} HTTP/1.1`, upgrade);
    await sendHead('GET /api/v2/us', [], '');
    await sendHead('POST /sandbox/v1/reset HTTP/1.1', [
      'Content-Type: application/json',
      'Content-Length: 9',
    ]);
    await sendHead('GET /sandbox/v1/events HTTP/1.1');
    const late = await sendHead('GET /sandbox/v1/clock HTTP/1.1');
    await once(late, 'data');
    const startedAt = performance.now();
    const closed = ground.close();
    late.write(`GET ${guestPath()} HTTP/1.1\r\nHost: localhost\r\n${upgrade.join('\r\n')}\r\n\r\n`);
    await closed;
    assert.ok(performance.now() - startedAt < 2_000);
    ground = await startPlatform();
  });

  it('that never reads is cut off, and others are served meanwhile', async () => {
    const socket = await sendHead(`GET ${guestPath()} HTTP/1.1`, upgrade);
    const [head] = await once(socket, 'data');
    assert.doesNotMatch(String(head), /permessage-deflate/i);
    const deploymentId = [...ground.org.deployments.keys()][0];
    socket.write(
      masked(JSON.stringify({ action: 'configureSession', token: 't', deploymentId, journeyContext: {} })),
    );
    await once(socket, 'data');
    socket.pause();
    const text = 'y'.repeat(4_000);
    const frame = masked(JSON.stringify({ action: 'echo', token: 't', message: { type: 'Text', text } }));
    const many = Buffer.concat(Array.from({ length: 250 }, () => frame));
    let cut = false;
    socket.on('close', () => {
      cut = true;
    });
    let sent = 0;
    for (; !cut && sent < 300_000_000; sent += many.length) {
      const more = socket.write(many);
      if (!more) await waitFor(() => cut || !socket.writableNeedDrain, { what: 'room or an end' });
      if (sent % (many.length * 20) === 0) await answers();
    }
    assert.ok(cut, `still there after ${sent} bytes`);
    await answers();
  }).timeout(20_000);
});

/** A text frame of a client, masked with zeros; filled up with spaces to the 126 bytes its head is for. */
function masked(text: string): Buffer {
  const payload = Buffer.from(text.padEnd(126));
  return Buffer.concat([
    Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 255, 0, 0, 0, 0]),
    payload,
  ]);
}
