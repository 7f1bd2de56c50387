import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';
import { fuzzSeed } from './fuzz-seed.ts';
import { worldProblems } from './world-problems.ts';

const header = fc.oneof(
  fc.constantFrom(
    'Content-Length: -1',
    'Content-Length: 5\r\nContent-Length: 6',
    'Content-Length: 99999999999999999999',
    'Transfer-Encoding: chunked\r\nContent-Length: 3',
    'Transfer-Encoding: gzip',
    'Host: ',
    'Host: a\r\nHost: b',
    'Expect: 100-continue',
    'Upgrade: websocket\r\nConnection: Upgrade',
    'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x',
    'Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings',
    `X-Long: ${'a'.repeat(20_000)}`,
    'Authorization: Bearer a\r\nAuthorization: Bearer b',
    'no colon here',
    ': empty name',
    'X-Null: \u0000',
  ),
  fc.string({ unit: 'binary-ascii', maxLength: 60 }),
);

const head = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'BREW', 'get', '', 'CONNECT', 'TRACE'),
  path: fc.oneof(
    fc.constantFrom(
      '/api/v2/users',
      '/oauth/token',
      '/channels/x',
      '/v1?deploymentId=x',
      '/sandbox/v1/state',
      '//',
      '*',
      'http://a/api/v2/users',
      '/api/v2/../../etc',
      '\\',
    ),
    fc.string({ unit: 'binary-ascii', maxLength: 30 }),
  ),
  version: fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', ''),
  headers: fc.array(header, { maxLength: 4 }),
  body: fc.string({ unit: 'binary', maxLength: 40 }),
});

describe('the sandbox under any bytes', () => {
  let ground: PlatformGround;
  const faults: string[] = [];
  before(async () => {
    ground = await startPlatform({ log: (line) => faults.push(line) });
  });
  after(() => ground.close());

  it('answers or hangs up on 1500 requests that are hardly HTTP, and serves on', async () => {
    const seed = fuzzSeed('bytes');
    const port = Number(new URL(ground.url).port);
    const wrong: string[] = [];
    const samples = fc.sample(head, { seed, numRuns: 1_500 });
    for (let from = 0; from < samples.length; from += 50) {
      await Promise.all(
        samples.slice(from, from + 50).map(async ({ method, path, version, headers, body }) => {
          const text = `${method} ${path} ${version}\r\n${headers.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`;
          const socket = connect({ port, host: '127.0.0.1' });
          let answer = '';
          socket.on('error', () => {});
          socket.on('data', (data) => {
            answer += data.toString('latin1');
          });
          socket.end(text);
          await once(socket, 'close');
          const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
          if (status >= 500 || (status === 0 && answer !== ''))
            wrong.push(`${JSON.stringify(text)} → ${answer}`);
        }),
      );
    }
    assert.deepEqual(wrong.slice(0, 3), [], `FUZZ_SEED=${seed}`);
    assert.deepEqual(faults, [], `FUZZ_SEED=${seed}`);
    assert.deepEqual(worldProblems(ground.world), []);
    assert.equal((await ground.call('GET', '/api/v2/systempresences')).status, 200);
  });
});
