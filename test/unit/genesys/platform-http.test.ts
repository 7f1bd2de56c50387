import { deepEqual, equal, rejects } from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createListener } from 'node:net';
import { createPlatformHttp, type PlatformHttp } from '../../../src/genesys/platform-http.ts';

// restify, loaded by other tests of the run, replaces writeHead for the whole process: it cannot be chained.
describe('createPlatformHttp', () => {
  let server: Server;
  let http: PlatformHttp;
  let answer: RequestListener;
  let url: string;
  let connections: number;

  beforeEach(async () => {
    connections = 0;
    answer = (_request, response) => response.end();
    server = createServer((request, response) => answer(request, response));
    server.on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${portOf(server.address())}/x`;
    http = createPlatformHttp();
  });
  afterEach(async () => {
    http.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const ask = (part: Partial<Parameters<PlatformHttp['ask']>[0]> = {}) =>
    http.ask({ method: 'GET', url, headers: {}, timeoutMs: 2_000, ...part });

  it('gives every status as an answer, with JSON, text or nothing', async () => {
    for (const [status, text, body] of [
      [200, '{"a":1}', { a: 1 }],
      [404, 'not here', 'not here'],
      [503, '', undefined],
    ] as const) {
      answer = (_request, response) => {
        response.writeHead(status, { 'X-Why': 'so' });
        response.end(text);
      };
      const given = await ask();
      deepEqual(
        { status: given.status, body: given.body, why: given.header('x-why') },
        { status, body, why: 'so' },
      );
    }
  });

  it('sends the body as it is', async () => {
    let received = '';
    answer = (request, response) => {
      request.on('data', (chunk) => {
        received += chunk;
      });
      request.on('end', () => response.end());
    };
    await ask({ method: 'POST', body: '{"ä":1}', headers: { 'content-type': 'application/json' } });
    equal(received, '{"ä":1}');
  });

  it('keeps its connection', async () => {
    await ask();
    await ask();
    equal(connections, 1);
  });

  it('does not follow a redirect', async () => {
    let requests = 0;
    answer = (_request, response) => {
      requests += 1;
      response.writeHead(307, { location: url });
      response.end();
    };
    equal((await ask({ method: 'POST', body: '{}' })).status, 307);
    equal(requests, 1);
  });

  it('knows that a refused connection took nothing', async () => {
    await new Promise((resolve) => server.close(resolve));
    await rejects(ask(), { name: 'NetworkFault', reason: 'ECONNREFUSED', neverLeft: true });
  });

  it('does not claim that of a reset', async () => {
    answer = (request) => request.socket.resetAndDestroy();
    await rejects(ask(), { name: 'NetworkFault', reason: 'ECONNRESET', neverLeft: false });
  });

  it('does not claim that of an answer cut short', async () => {
    answer = (request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"id":');
      setImmediate(() => request.socket.destroy());
    };
    await rejects(ask(), { name: 'NetworkFault', neverLeft: false });
  });

  for (const [name, silence] of [
    ['no answer', () => {}],
    ['an answer that never ends', (_request, response) => void response.write('{')],
  ] as const satisfies readonly (readonly [string, RequestListener])[])
    it(`gives up on ${name} after its time`, async () => {
      // On a connection that stands: on a busy computer a new one may take longer.
      await ask();
      answer = silence;
      await rejects(ask({ timeoutMs: 50 }), { name: 'NetworkFault', reason: 'timeout', neverLeft: false });
    });

  it('knows that nothing left by a connection that never opened', async () => {
    // Takes the connection and never answers the handshake.
    const mute = createListener();
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    mute.on('connection', (socket) => socket.on('error', () => {}).resume());
    const secure = `https://127.0.0.1:${portOf(mute.address())}/x`;
    try {
      await rejects(ask({ url: secure, timeoutMs: 200 }), { reason: 'timeout', neverLeft: true });
      mute.on('connection', (socket) => socket.resetAndDestroy());
      await rejects(ask({ url: secure }), { reason: 'ECONNRESET', neverLeft: true });
    } finally {
      http.close();
      await new Promise((resolve) => mute.close(resolve));
    }
  });

  it('tells when the last byte is on its way, before anything was answered', async () => {
    const told: string[] = [];
    let release = () => {};
    const leaving = new Promise<void>((resolve) => {
      release = resolve;
    });
    answer = async (_request, response) => {
      await leaving;
      told.push('answered');
      response.end();
    };
    const left = () => {
      told.push('left');
      release();
    };
    await ask({ method: 'POST', body: '{}', left });
    await ask({ method: 'POST', body: '{}', left });
    deepEqual(told, ['left', 'answered', 'left', 'answered']);
  });

  it('writes nothing where who asks keeps it back in the last moment, and throws what they throw', async () => {
    const full = new Error('no room');
    const seen: string[] = [];
    answer = (_request, response) => {
      seen.push('came');
      response.end();
    };
    const leaving = (): void => {
      seen.push('leaving');
      throw full;
    };
    await rejects(ask({ method: 'POST', body: '{}', leaving }), full);
    deepEqual(seen, ['leaving']);
    await ask({ method: 'POST', body: '{}', leaving: () => void seen.push('leaving') });
    deepEqual(seen, ['leaving', 'leaving', 'came']);
  });

  it('cuts what is under way when closed, and takes nothing more', async () => {
    answer = () => http.close();
    await rejects(ask(), { name: 'NetworkFault', reason: 'closed', neverLeft: false });
    await rejects(ask(), { name: 'NetworkFault', reason: 'closed', neverLeft: true });
  });
});

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
