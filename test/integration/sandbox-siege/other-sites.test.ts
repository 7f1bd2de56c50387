import assert from 'node:assert/strict';
import { Agent } from 'node:http';
import { WebSocket } from 'ws';
import { type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';
import { sendRaw } from '../sandbox-fuzz/send-raw.ts';

describe('a page of another site in a developer’s browser', () => {
  let ground: PlatformGround;
  let agent: Agent;
  beforeEach(async () => {
    ground = await startPlatform();
    agent = new Agent();
  });
  afterEach(async () => {
    agent.destroy();
    await ground.close();
  });

  const ask = async (method: string, path: string, headers: Record<string, string>, body?: string) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    return (await sendRaw(ground.url, agent, { method, path, headers: { ...headers, ...length }, body }))
      .status;
  };
  const port = (): string => new URL(ground.url).port;

  it('whose name points to this computer reads and drives nothing', async () => {
    for (const host of ['evil.example', `evil.example:${port()}`, '10.0.0.7', 'localhost.evil.example']) {
      for (const path of ['/', '/sandbox/v1/state', '/api/v2/systempresences', '/teams/v3/conversations']) {
        const status = await ask('GET', path, { host });
        assert.equal(status, 421, `${host} ${path} ${status}`);
      }
    }
    const [deploymentId] = ground.org.deployments.keys();
    const socket = new WebSocket(`${ground.url.replace('http', 'ws')}/v1?deploymentId=${deploymentId}`, {
      headers: { host: 'evil.example' },
    });
    const said = await new Promise((resolve) => socket.once('error', ({ message }) => resolve(message)));
    assert.match(String(said), /421/);
  });

  for (const origin of ['https://evil.example', 'http://localhost:5173', 'null']) {
    it(`from ${origin} cannot drive the control, not even by what a browser sends unasked`, async () => {
      const world = ground.world.seededAt;
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json']) {
        const headers = { origin, 'content-type': type };
        assert.equal(await ask('POST', '/sandbox/v1/reset', headers, '{}'), 403);
        assert.equal(
          await ask('POST', '/sandbox/v1/teams/bot', headers, '{"endpoint":"http://127.0.0.1:1"}'),
          403,
        );
      }
      assert.equal(await ask('POST', '/sandbox/v1/reset', { origin }), 403);
      assert.equal(await ask('GET', '/sandbox/v1/events', { origin }), 403);
      assert.equal(await ask('OPTIONS', '/sandbox/v1/reset', { origin }), 403);
      assert.equal(await ask('POST', '/teams/v3/conversations', { origin }), 403);
      assert.equal(ground.world.seededAt, world);
    });
  }

  it('cannot even embed what is read there', async () => {
    const embeds = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    assert.equal(await ask('GET', '/sandbox/v1/state', embeds), 403);
  });

  it('is not taken for the control room itself, by either name, nor for a program', async () => {
    for (const host of [`127.0.0.1:${port()}`, `localhost:${port()}`]) {
      const own = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
      assert.equal(await ask('GET', '/sandbox/v1/state', own), 200);
      assert.equal(await ask('POST', '/sandbox/v1/reset', own), 200);
      assert.equal(
        await ask('GET', '/', { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }),
        200,
      );
    }
    assert.equal(await ask('GET', '/sandbox/v1/state', {}), 200);
  });

  it('may be a guest’s', async () => {
    const [deploymentId] = ground.org.deployments.keys();
    const path = `/webdeployments/v1/deployments/${deploymentId}/config.json`;
    assert.equal(await ask('GET', path, { origin: 'https://shop.example' }), 200);
  });
});
