import assert from 'node:assert/strict';
import type { OpenSocket } from '../../support/sandbox/open-socket.ts';
import { frameOf, type GuestGround, ofClass, startGuests, text } from './guest-ground.ts';

const token = 'the-browser';

describe('the windows of a guest', () => {
  let ground: GuestGround;
  beforeEach(async () => {
    ground = await startGuests();
  });
  afterEach(() => ground.close());

  const write = (socket: OpenSocket, words: string) =>
    ground.ask(socket, { action: 'onMessage', token, message: text(words) });

  it('show the same session, and the oldest has to go beyond the limit', async () => {
    await ground.set({ connectionsPerSession: 2 });
    const [one, two] = [await ground.join(token), await ground.join(token)];
    const three = await ground.join(token);
    assert.equal(await one.closed, 1000);
    assert.deepEqual(one.frames.at(-1), {
      type: 'message',
      class: 'ConnectionClosedEvent',
      code: 200,
      body: {},
    });
    await write(three, 'Hello');
    await frameOf(two, 'StructuredMessage');
    assert.equal(ofClass(one, 'StructuredMessage').length, 0);
  });

  it('close by closeSession: this one, or all the others', async () => {
    const [one, two, three] = [await ground.join(token), await ground.join(token), await ground.join(token)];
    await write(one, 'Hello');
    one.send({ action: 'closeSession', token, closeAllConnections: false });
    assert.equal(await one.closed, 1000);
    assert.equal(one.frames.at(-1).class, 'ConnectionClosedEvent');
    const answer = await ground.ask(three, { action: 'closeSession', token, closeAllConnections: true });
    assert.deepEqual([answer.class, answer.body.connected], ['SessionResponse', false]);
    assert.equal(await two.closed, 1000);
    assert.equal((await write(three, 'Still there?')).code, 4007);
    assert.equal(
      (
        await ground.ask(three, {
          action: 'configureSession',
          token,
          deploymentId: ground.deployment.id,
          startNew: true,
        })
      ).body.newSession,
      true,
    );
    assert.equal(ofClass(three, 'SessionResponse').length, 3);
  });

  it('share the session with another browser by a resume token, once', async () => {
    const socket = await ground.join(token);
    await write(socket, 'Hello');
    const { class: name, body } = await ground.ask(socket, { action: 'resumeToken', token });
    assert.equal(name, 'ResumeTokenResponse');
    assert.ok(body.exp > Date.now() / 1000);
    const resume = async (mine: string) => {
      const other = await ground.connect();
      const { id: deploymentId } = ground.deployment;
      const action = 'configureSession';
      return { other, answer: await ground.ask(other, { action, token: mine, deploymentId, ...body }) };
    };
    const { other, answer } = await resume('another-browser');
    assert.equal(answer.body.newSession, false);
    ground.advance(1000);
    await ground.ask(other, { action: 'onMessage', token: 'another-browser', message: text('Here now') });
    assert.equal((await frameOf(socket, 'StructuredMessage', 2)).body.text, 'Here now');
    assert.equal((await resume('a-third')).answer.code, 401);
  });

  it('show an agent’s typing where the deployment does', async () => {
    const socket = await ground.join(token);
    await write(socket, 'Hello');
    const type = () => ground.control('POST', `/customers/${ground.customerOf(token).id}/typing`, {});
    await type();
    const typing = await frameOf(socket, 'StructuredMessage', 2);
    assert.deepEqual(typing.body.events, [{ eventType: 'Typing', typing: { type: 'On', duration: 5000 } }]);
    assert.deepEqual([typing.body.type, typing.body.direction], ['Event', 'Outbound']);
    await ground.set({ showAgentTypingIndicator: false });
    await type();
    assert.deepEqual(ground.seen(token), ['shown agent-typing']);
    assert.equal((await ground.historyOf(socket, token)).length, 1);
  });
});
