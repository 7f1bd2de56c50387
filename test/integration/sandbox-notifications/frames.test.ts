import assert from 'node:assert/strict';
import { z } from 'zod';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type OpenSocket, openSocket } from '../../support/sandbox/open-socket.ts';
import { agentNamed, type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';

const framesAnswer = z.object({
  entries: z.array(z.object({ seq: z.number(), topic: z.string(), sockets: z.number(), frame: z.unknown() })),
});

describe('the frames kept for the control room', () => {
  let ground: PlatformGround;
  let socket: OpenSocket | undefined;
  beforeEach(async () => {
    ground = await startPlatform();
  });
  afterEach(async () => {
    await socket?.close();
    socket = undefined;
    await ground.close();
  });

  async function frames(query = '') {
    const answer = await fetch(`${ground.url}/sandbox/v1/frames${query}`);
    assert.equal(answer.status, 200);
    const { entries } = framesAnswer.parse(await answer.json());
    return entries;
  }

  it('are what went out, word for word, and on how many sockets', async () => {
    const agent = agentNamed(ground.org, 'Priya Raman');
    const topic = `v2.users.${agent.id}.presence`;
    const { body } = await ground.call('POST', '/api/v2/notifications/channels');
    await ground.call('PUT', `/api/v2/notifications/channels/${body.id}/subscriptions`, [{ id: topic }]);
    const opened = await openSocket(body.connectUri);
    socket = opened;
    await fetch(`${ground.url}/sandbox/v1/agents/${agent.id}/presence`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ presence: 'Available' }),
    });
    const seen = await waitFor(() => opened.frames.find(({ topicName }) => topicName === topic), {
      what: 'the event',
    });
    const [entry, ...more] = await frames(`?topic=v2.users.${agent.id}`);
    assert.partialDeepStrictEqual(entry, { topic, sockets: 1, frame: seen });
    assert.deepEqual(more, []);
    assert.deepEqual(await frames('?topic=v2.nothing'), []);
    assert.deepEqual(await frames(`?after=${entry?.seq}`), []);
  });

  it('are none while nobody is subscribed', async () => {
    const agent = agentNamed(ground.org, 'Priya Raman');
    await ground.call('PATCH', `/api/v2/users/${agent.id}/presences/purecloud`, {
      presenceDefinition: { id: '6a3af858-942f-489d-9700-5f9bcdcdae9b' },
    });
    assert.deepEqual(await frames(), []);
  });
});
