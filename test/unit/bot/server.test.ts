import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { Counter, Registry } from 'prom-client';
import type { Door } from '../../../bot/door.ts';
import { createServer, type PartReadiness, type Server } from '../../../bot/server.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { noPage } from '../../support/no-page.ts';
import { recordingLog } from '../../support/silent-log.ts';

/** Answers what it was asked. */
const mirror: Door = {
  method: 'POST',
  path: '/mirror/:name',
  async answer({ params, query, headers, body, address }) {
    if (params.name === 'broken') throw new Error('broken');
    const said = { name: params.name, q: query.get('q'), mark: headers['x-mark'], bytes: [...body], address };
    return { status: 202, headers: { 'x-seen': 'yes' }, body: said };
  },
};

describe('the HTTP door', () => {
  let server: Server;
  let base: string;
  let parts: Record<string, PartReadiness>;
  let taken: { authorization: string; body: unknown }[];
  let answer: () => Promise<{ status: number; body?: unknown }>;
  const metrics = new Registry();
  new Counter({ name: 'door_test_total', help: 'For this test.', registers: [metrics] }).inc();

  let lines: string[];
  beforeEach(async () => {
    const recording = recordingLog();
    const { log } = recording;
    lines = recording.lines;
    parts = { store: { ready: true } };
    taken = [];
    answer = async () => ({ status: 200 });
    server = createServer({
      host: '127.0.0.1',
      port: 0,
      process: (request) => {
        taken.push(request);
        return answer();
      },
      signedIn: noPage,
      doors: [mirror],
      readiness: () => parts,
      metrics,
      log,
      patienceMs: 200,
    });
    base = `http://127.0.0.1:${await server.listen()}`;
  });
  afterEach(() => server.close());

  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${base}/api/messages`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('hands activities on with their authorization, and answers what the turn gives', async () => {
    assert.equal((await post('{"type":"message"}', { authorization: 'Bearer x' })).status, 200);
    assert.deepEqual(taken, [{ authorization: 'Bearer x', body: { type: 'message' } }]);
    answer = async () => ({ status: 401, body: { error: { code: 'teams.unauthorised' } } });
    const refused = await post('{}');
    assert.equal(refused.status, 401);
    assert.deepEqual(await refused.json(), { error: { code: 'teams.unauthorised' } });
  });

  it('refuses what is not JSON with 400 and what is too much with 413', async () => {
    assert.equal((await post('{"type":')).status, 400);
    assert.equal((await post(`{"text":"${'x'.repeat(300_000)}"}`)).status, 413);
    assert.deepEqual(taken, []);
  });

  it('reads no uploads and nothing compressed, on no path', async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('upload_'));
    const form = new FormData();
    form.set('file', new Blob(['x'.repeat(1_000)]), 'x.bin');
    const upload = await fetch(`${base}/api/messages`, { method: 'POST', body: form });
    assert.equal(upload.status, 415);
    assert.deepEqual(await upload.json(), { error: { code: 'teams.activity-malformed' } });
    const after = (await readdir(tmpdir())).filter((name) => name.startsWith('upload_'));
    assert.deepEqual(after, before);
    for (const packed of ['gzip', 'deflate', 'br']) {
      assert.equal((await post('not packed at all', { 'content-encoding': packed })).status, 415);
    }
    await fetch(`${base}/healthz`, { method: 'DELETE', body: 'x', headers: { 'content-encoding': 'gzip' } });
    assert.equal((await fetch(`${base}/healthz`)).status, 200);
    assert.equal((await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status, 415);
    assert.equal((await post('{}', { 'content-type': 'application/json; charset=utf-8' })).status, 200);
    assert.equal(taken.length, 1);
  });

  it('refuses a Host or a target that makes no URL, and lives on', async () => {
    const { port } = new URL(base);
    for (const [target, host] of [
      ['/healthz', '\x97x'],
      ['/healthz', 'a b'],
      ['/healthz', '[::'],
      ['http://[', 'localhost'],
    ]) {
      const socket = connect(Number(port), '127.0.0.1');
      socket.end(
        Buffer.from(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, 'latin1'),
      );
      assert.match(await text(socket), /^HTTP\/1\.1 400 /, `${target} ${host}`);
    }
    assert.equal((await fetch(`${base}/healthz`)).status, 200);
  });

  it('is alive, and ready only when every part is', async () => {
    assert.equal((await fetch(`${base}/healthz`)).status, 200);
    const ready = await fetch(`${base}/readyz`);
    assert.equal(ready.status, 200);
    assert.deepEqual(await ready.json(), { ready: true, parts: { store: { ready: true } } });
    parts = {
      store: { ready: true },
      feed: { ready: false, code: 'genesys.feed-stale', detail: 'silent for 50 s' },
    };
    const not = await fetch(`${base}/readyz`);
    assert.equal(not.status, 503);
    assert.deepEqual(await not.json(), { ready: false, parts });
    assert.equal((await fetch(`${base}/healthz`)).status, 200);
  });

  it('shows metrics in the format they are in', async () => {
    const response = await fetch(`${base}/metrics`);
    assert.equal(response.headers.get('content-type'), metrics.contentType);
    assert.match(await response.text(), /door_test_total 1/);
  });

  it('answers unknown paths and methods in JSON', async () => {
    const unknown = await fetch(`${base}/nowhere`, { headers: { accept: 'text/html' } });
    assert.equal(unknown.status, 404);
    assert.partialDeepStrictEqual(await unknown.json(), { code: 'ResourceNotFound' });
    assert.equal((await fetch(`${base}/api/messages`)).status, 405);
  });

  it('answers 500 when a turn breaks, and lives on', async () => {
    answer = async () => {
      throw new Error('broken');
    };
    const response = await post('{}');
    assert.equal(response.status, 500);
    assert.doesNotMatch(await response.text(), /broken/);
    assert.equal((await fetch(`${base}/healthz`)).status, 200);
  });

  it('hands a door of another system the bytes as they came', async () => {
    const answered = await fetch(`${base}/mirror/glass?q=1`, {
      method: 'POST',
      body: new Uint8Array([0xff, 0x00, 0x7b]),
      headers: { 'x-mark': 'm' },
    });
    assert.equal(answered.status, 202);
    assert.equal(answered.headers.get('x-seen'), 'yes');
    const bytes = [0xff, 0x00, 0x7b];
    assert.deepEqual(await answered.json(), {
      name: 'glass',
      q: '1',
      mark: 'm',
      bytes,
      address: '127.0.0.1',
    });
  });

  it('refuses such a door what is compressed or too much, says nothing of what broke, and lives on', async () => {
    const knock = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${base}/mirror/broken`, { method: 'POST', body, headers });
    for (const refused of [
      await knock('x', { 'content-encoding': 'gzip' }),
      await knock('x'.repeat(300_000)),
    ]) {
      assert.equal(refused.status, 413);
      assert.deepEqual(await refused.json(), { error: { code: 'door.body-refused' } });
    }
    const broken = await knock('x');
    assert.equal(broken.status, 500);
    assert.deepEqual(await broken.json(), { error: { code: 'door.failed' } });
    assert.equal((await fetch(`${base}/healthz`)).status, 200);
  });

  it('calls it no fault of ours when a caller of such a door hangs up in the middle', async () => {
    const caller = connect(Number(new URL(base).port), '127.0.0.1');
    await once(caller, 'connect');
    caller.write('POST /mirror/glass HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf of it');
    await fetch(`${base}/healthz`);
    caller.destroy();
    const line = await waitFor(() => lines.find((each) => /hung up|broke its answer/.test(each)), {
      what: 'a word in the log',
    });
    assert.match(line, /"level":20/);
  });

  it('says when the port is taken', async () => {
    const port = Number(new URL(base).port);
    const second = createServer({
      host: '127.0.0.1',
      port,
      process: async () => ({ status: 200 }),
      signedIn: noPage,
      doors: [],
      readiness: () => ({}),
      metrics,
      log: recordingLog().log,
    });
    await assert.rejects(second.listen(), { code: 'start.port-taken' });
  });

  it('closes on a caller who never finishes a request', async () => {
    const stalled = connect(Number(new URL(base).port), '127.0.0.1');
    await once(stalled, 'connect');
    stalled.on('error', () => {});
    stalled.write('POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n');
    stalled.write('Content-Length: 100\r\n\r\n{');
    await fetch(`${base}/healthz`);
    await server.close();
    stalled.destroy();
  });

  it('closes after running requests, whatever idle connections remain', async () => {
    const idle = connect(Number(new URL(base).port), '127.0.0.1');
    await once(idle, 'connect');
    idle.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(idle, 'data');
    let finish = () => {};
    answer = () =>
      new Promise((resolve) => {
        finish = () => resolve({ status: 200 });
      });
    const running = post('{}');
    while (taken.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const closed = server.close();
    finish();
    assert.equal((await running).status, 200);
    await closed;
    idle.destroy();
  });
});
