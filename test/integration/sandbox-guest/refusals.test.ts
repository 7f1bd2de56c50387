import assert from 'node:assert/strict';
import { WebSocket } from 'ws';
import type { OpenSocket } from '../../support/sandbox/open-socket.ts';
import { openSocket } from '../../support/sandbox/open-socket.ts';
import { first } from '../../support/sandbox/platform-ground.ts';
import { type GuestGround, shapeOf, startGuests, text } from './guest-ground.ts';

const token = 'the-browser';

describe('what the guests’ socket refuses', () => {
  let ground: GuestGround;
  let socket: OpenSocket;
  const faults: string[] = [];
  before(async () => {
    ground = await startGuests({ log: (line) => faults.push(line) });
  });
  after(() => ground.close());
  beforeEach(async () => {
    ground.advance(1000);
    socket = await ground.join(token);
  });

  /** The code of the answer, which is of class `string` and says something. */
  async function codeOf(request: Readonly<Record<string, unknown>>, on = socket): Promise<number> {
    const answer = await ground.ask(on, request);
    assert.deepEqual([answer.type, answer.class, typeof answer.body], ['response', 'string', 'string']);
    assert.notEqual(answer.body, '');
    return answer.code;
  }
  const onMessage = (message: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
    action: 'onMessage',
    token,
    message,
    ...more,
  });
  const configure = (more: Readonly<Record<string, unknown>>) => ({
    action: 'configureSession',
    token,
    deploymentId: ground.deployment.id,
    ...more,
  });

  it('4007 before the session is configured, and for another token than the session’s', async () => {
    const early = await ground.connect();
    assert.equal(await codeOf(onMessage(text('Hello')), early), 4007);
    assert.equal(await codeOf({ action: 'getJwt', token }, early), 4007);
    assert.equal(await codeOf({ ...onMessage(text('Hello')), token: 'not-mine' }), 4007);
  });

  it('4011 a text over 4,096 characters, and takes one of that length', async () => {
    assert.equal(await codeOf(onMessage(text('x'.repeat(4097)))), 4011);
    const taken = await ground.ask(socket, onMessage(text('x'.repeat(4096))));
    assert.equal(taken.body.text.length, 4096);
  });

  it('4013 custom attributes over 2,048 bytes, beside or inside the message', async () => {
    const channel = { metadata: { customAttributes: { note: 'é'.repeat(1030) } } };
    const beside = await ground.ask(socket, onMessage(text('Hi'), { channel }));
    assert.deepEqual(shapeOf(beside), {
      type: 'response',
      class: 'string',
      code: 4013,
      body: 'Custom Attributes in channel metadata is larger than 2048 bytes',
      tracingId: '<trace>',
    });
    assert.equal(await codeOf(onMessage({ ...text('Hi'), channel })), 4013);
  });

  it('4020 what lacks a parameter', async () => {
    for (const request of [
      { action: 'onMessage', token },
      { action: 'onMessage', message: text('Hi') },
      { token },
      onMessage({ text: 'Hi' }),
      onMessage({ type: 'Text' }),
      onMessage({ type: 'Event' }),
      onMessage({ type: 'Event', events: [{ eventType: 'Presence' }] }),
      { action: 'configureSession', token },
      { action: 'configureAuthenticatedSession', token, deploymentId: ground.deployment.id },
      { action: 'closeSession', token },
      { action: 'getAttachment', token },
      { action: 'onAttachment', token, attachmentId: 'a' },
    ]) {
      ground.advance(1000);
      assert.equal(await codeOf(request), 4020, JSON.stringify(request));
    }
  });

  it('400 what has the wrong type or a value nobody knows', async () => {
    for (const request of [
      { action: 'sing', token },
      { action: 7, token },
      { ...onMessage(text('Hi')), token: 7 },
      { ...onMessage(text('Hi')), token: '' },
      { ...onMessage(text('Hi')), token: 'x'.repeat(2049) },
      onMessage(null),
      onMessage('Hi'),
      onMessage({ type: 'Text', text: 7 }),
      onMessage({ type: 'Song', text: 'Hi' }),
      onMessage({ type: 'Text', text: 'Hi', metadata: { a: 1 } }),
      onMessage({ type: 'Structured', content: [] }),
      onMessage({ type: 'Event', events: [] }),
      onMessage({ type: 'Event', events: [{ eventType: 'Song' }] }),
      onMessage({ type: 'Event', events: [{ eventType: 'Presence', presence: { type: 'Dance' } }] }),
      configure({ startNew: 'yes' }),
      configure({ deploymentId: 'another' }),
      configure({ journeyContext: 7 }),
      { action: 'getConfiguration', token, deploymentId: 'another' },
      { action: 'closeSession', token, closeAllConnections: 'yes' },
    ]) {
      ground.advance(1000);
      assert.equal(await codeOf(request), 400, JSON.stringify(request));
    }
  });

  it('401 a token on another deployment than its own', async () => {
    const other = first([...ground.org.deployments.keys()].filter((id) => id !== ground.deployment.id));
    const elsewhere = await ground.connect(other);
    assert.equal(await codeOf(configure({ deploymentId: other }), elsewhere), 401);
  });

  it('frames that are no JSON object, and goes on', async () => {
    const raw = new WebSocket(`${ground.url.replace('http', 'ws')}/v1?deploymentId=${ground.deployment.id}`);
    const frames: ReturnType<typeof JSON.parse>[] = [];
    await new Promise((resolve) => raw.once('open', resolve));
    const next = (frame: string | Buffer) =>
      new Promise<ReturnType<typeof JSON.parse>>((resolve) => {
        raw.once('message', (data) => {
          const parsed = JSON.parse(data.toString());
          frames.push(parsed);
          resolve(parsed);
        });
        raw.send(frame);
      });
    for (const junk of ['', 'nonsense', '{"action":', Buffer.from([0, 1, 2]), '\u0000']) {
      const answer = await next(junk);
      assert.deepEqual([answer.type, answer.class, answer.code], ['response', 'Error', 400]);
      assert.deepEqual(Object.keys(answer.body), ['name', 'message', 'errorCode', 'errorMessage']);
    }
    for (const junk of ['null', '[]', '7', '"action"', '{"__proto__":{"action":"echo"}}', '[{}]']) {
      const { class: name, code } = await next(junk);
      assert.equal(name, 'string');
      assert.ok([400, 4020].includes(code), `${junk} got ${code}`);
    }
    const { class: name } = await next(JSON.stringify(configure({ token: 'after the junk' })));
    assert.equal(name, 'SessionResponse');
    raw.close();
    await new Promise((resolve) => raw.once('close', resolve));
  });

  it('404 a deployment that does not exist, and 403 a page of a domain that is not allowed', async () => {
    const url = (id: string) => `${ground.url.replace('http', 'ws')}/v1?deploymentId=${id}`;
    await assert.rejects(openSocket(url('none')), /404/);
    await ground.set({ allowAllDomains: false, allowedDomains: ['shop.example', '*.northwind.example'] });
    const { id } = ground.deployment;
    for (const origin of [
      undefined,
      'https://evil.example',
      'https://shop.example.evil.example',
      'null',
      '',
    ]) {
      await assert.rejects(openSocket(url(id), origin), /403/, String(origin));
    }
    for (const origin of ['https://shop.example', 'http://SHOP.example:8080', 'www.northwind.example']) {
      await ground.connect(id, origin);
    }
    const jwt = await ground.ask(socket, { action: 'getJwt', token });
    const read = async (origin: string) => {
      const headers = { authorization: `bearer ${jwt.body.jwt}`, origin };
      return (await fetch(`${ground.url}/api/v2/webmessaging/messages`, { headers })).status;
    };
    assert.equal(await read('https://evil.example'), 403);
    assert.equal(await read('https://shop.example'), 200);
    await ground.set({ allowAllDomains: true });
  });

  it('403 everything on an inactive deployment', async () => {
    await ground.set({ status: 'Inactive' });
    assert.equal(await codeOf(configure({})), 403);
    assert.equal(await codeOf(onMessage(text('Hi'))), 403);
    await ground.set({ status: 'Active' });
  });

  it('5000 what the platform itself breaks over, and goes on', async () => {
    const { deployments } = ground.org;
    deployments.get = () => {
      throw new Error('broken');
    };
    assert.equal(await codeOf(onMessage(text('Hi'))), 5000);
    Reflect.deleteProperty(deployments, 'get');
    assert.match(faults.join(), /A guest's onMessage failed: Error: broken/);
    const answer = await ground.ask(socket, onMessage(text('Hi')));
    assert.equal(answer.class, 'StructuredMessage');
  });

  it('4000 attachments where there are none', async () => {
    const file = { attachmentId: 'file-1', fileName: 'tent.png', fileType: 'image/png' };
    const asText = { action: 'onAttachment', token, ...file, errorsAsJson: false };
    assert.equal(await codeOf(asText), 4000);
    const asJson = await ground.ask(socket, { ...asText, errorsAsJson: true });
    assert.deepEqual(shapeOf(asJson), {
      type: 'message',
      class: 'GenerateUrlError',
      code: 200,
      body: {
        attachmentId: 'file-1',
        errorCode: 4000,
        errorMessage: 'Attachments are not available on this deployment.',
      },
      tracingId: '<trace>',
    });
    assert.equal(await codeOf({ action: 'getAttachment', token, attachmentId: 'file-1' }), 4009);
    assert.equal(await codeOf({ action: 'deleteAttachment', token, attachmentId: 'file-1' }), 4009);
  });

  it('nothing of a health check, which says how long the session lasts, and of a question for the configuration', async () => {
    const ping = await ground.ask(socket, { action: 'echo', token, message: text('ping') });
    const { durationSeconds, expirationDate } = ping.body.metadata;
    assert.equal(durationSeconds, String(4 * 24 * 3600));
    assert.match(expirationDate, /^\d{10}$/);
    assert.deepEqual(shapeOf({ ...ping, body: { ...ping.body, metadata: {} } }), {
      type: 'response',
      class: 'StructuredMessage',
      code: 200,
      body: {
        text: 'ping',
        type: 'Text',
        direction: 'Inbound',
        id: '<id>',
        channel: { time: '<time>', messageId: '<id>' },
        metadata: {},
      },
      tracingId: '<trace>',
    });
    const early = await ground.connect();
    const configuration = await ground.ask(early, {
      action: 'getConfiguration',
      token,
      deploymentId: ground.deployment.id,
    });
    assert.deepEqual(shapeOf(configuration), {
      type: 'response',
      class: 'GetConfigurationResponse',
      code: 200,
      body: {
        allowedMedia: { inbound: { fileTypes: [], maxFileSizeKB: 0 } },
        blockedExtensions: [],
        maxCustomDataBytes: 2048,
        messageRoutingEnabled: true,
        sessionDurationSeconds: 4 * 24 * 3600,
      },
      tracingId: '<trace>',
    });
  });
});
