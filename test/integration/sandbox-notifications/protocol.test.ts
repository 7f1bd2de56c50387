import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { botClient } from '../../support/bot-client.ts';
import {
  type FaultGround,
  presencesOn,
  settled,
  startFaultGround,
} from '../../support/sandbox/fault-ground.ts';
import type { OpenSocket } from '../../support/sandbox/open-socket.ts';
import { agentNamed, callPlatform } from '../../support/sandbox/platform-ground.ts';
import { requestToken } from '../../support/sandbox/request-token.ts';

const base = '/api/v2/notifications/channels';
const aDay = 24 * 3_600_000;

describe('the protocol of notification channels', () => {
  let ground: FaultGround;
  beforeEach(async () => {
    ground = await startFaultGround({ settings: { requestsPerMinute: 0 } });
  });
  afterEach(() => ground.close());

  const subscriptions = async (id: string): Promise<string[]> =>
    (await ground.call('GET', `${base}/${id}/subscriptions`)).body.entities.map(
      (each: { id: string }) => each.id,
    );
  const presenceOf = (name: string): string => `v2.users.${agentNamed(ground.org, name).id}.presence`;
  /** The next frame that is an answer in band. */
  async function ask(socket: OpenSocket, frame: unknown) {
    const answers = () => socket.frames.filter(({ result }) => result !== undefined);
    const before = answers().length;
    socket.send(frame);
    await waitFor(() => answers().length > before, { what: 'an answer' });
    return answers().at(-1);
  }
  async function anotherToken() {
    const { body } = await requestToken(ground.url, botClient(ground.org));
    return (method: string, path: string, asked?: unknown) =>
      callPlatform(ground.url, body.access_token, method, path, asked);
  }

  it('takes subscriptions in band, adds them, and answers with numbers as strings', async () => {
    const [first, second] = [presenceOf('Priya Raman'), presenceOf('Mei Chen')];
    const { id, socket } = await ground.channel([first]);
    const answer = await ask(socket, { message: 'subscribe', topics: [second], correlationId: 'abc' });
    deepEqual([answer.result, answer.status, answer.correlationId], ['200', 'subscribed', 'abc']);
    deepEqual(await subscriptions(id), [first, second]);
    await ground.setPresence(agentNamed(ground.org, 'Mei Chen').id, 'Meal');
    await waitFor(() => presencesOn(socket).length === 1, { what: 'the event' });
  });

  it('refuses in band what is no list, no topic, or too many', async () => {
    const { id, socket } = await ground.channel([]);
    const wrong: readonly (readonly [unknown, string, string])[] = [
      [{ message: 'subscribe' }, '400', 'error'],
      [{ message: 'subscribe', topics: 'v2.x' }, '400', 'error'],
      [{ message: 'subscribe', topics: ['v2.nonsense'] }, '400', 'failure'],
    ];
    for (const [frame, result, status] of wrong) {
      const answer = await ask(socket, frame);
      deepEqual([answer.result, answer.status], [result, status]);
    }
    deepEqual(await subscriptions(id), []);
  });

  it('lives through frames nobody understands', async () => {
    const { socket } = await ground.channel([]);
    for (const frame of [null, 1, 'text', [], {}, { message: 'dance' }, { message: { deep: [] } }])
      socket.send(frame);
    await settled(socket);
    equal(socket.frames.length, 1);
  });

  it('asks permissions by topic: all or nothing, in band too', async () => {
    const agent = agentNamed(ground.org, 'Priya Raman');
    const [presence, conversations] = [`v2.users.${agent.id}.presence`, `v2.users.${agent.id}.conversations`];
    const { id, socket } = await ground.channel([]);
    await ground.control('POST', `/clients/${ground.org.clientId}`, { permissions: [] });
    const path = `${base}/${id}/subscriptions`;
    const topics = [{ id: presence }, { id: conversations }];
    const refused = await ground.call('PUT', path, topics);
    deepEqual([refused.status, refused.body.code], [403, 'missing.permissions']);
    match(refused.body.message, /conversation:communication:view/);
    deepEqual(await subscriptions(id), []);
    const { status, body } = await ground.call('PUT', `${path}?ignoreErrors=true`, topics);
    equal(status, 200);
    const [good, bad] = body.entities;
    deepEqual([good.state, bad.state], ['Permitted', 'Rejected']);
    deepEqual(bad.missingPermissions, ['conversation:communication:view']);
    ok(bad.rejectionReason);
    deepEqual(await subscriptions(id), [presence]);
    const answer = await ask(socket, { message: 'subscribe', topics: [conversations] });
    deepEqual([answer.result, answer.status], ['403', 'failure']);
  });

  it('lets an agent listen to their own conversations', async () => {
    const [mine, other] = [agentNamed(ground.org, 'Priya Raman'), agentNamed(ground.org, 'Mei Chen')];
    ground.org.agentPermissions = [];
    const { body } = await ground.control('POST', `/agents/${mine.id}/sign-in`);
    const call = (method: string, path: string, asked?: unknown) =>
      callPlatform(ground.url, body.accessToken, method, path, asked);
    const channel = await call('POST', base);
    const put = (agentId: string) =>
      call('PUT', `${base}/${channel.body.id}/subscriptions`, [{ id: `v2.users.${agentId}.conversations` }]);
    equal((await put(mine.id)).status, 200);
    equal((await put(other.id)).status, 403);
  });

  it('belongs to user and application together, whatever token asks', async () => {
    const { id } = await ground.channel([]);
    const call = await anotherToken();
    equal((await call('HEAD', `${base}/${id}`)).status, 200);
    const list = async (query: string) => (await call('GET', `${base}${query}`)).body.entities;
    deepEqual(await list(''), []);
    const [others] = await list('?includechannels=oauthclient');
    deepEqual(Object.keys(others), ['expires']);
    equal((await call('GET', `${base}?includechannels=all`)).body.code, 'invalid.query.param.value');
    const agent = agentNamed(ground.org, 'Priya Raman');
    const { body } = await ground.control('POST', `/agents/${agent.id}/sign-in`);
    equal((await callPlatform(ground.url, body.accessToken, 'HEAD', `${base}/${id}`)).status, 404);
  });

  it('tells who loses a connected channel to the 21st why', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => ground.channel([])));
    await ground.call('POST', base);
    const closed = await Promise.race(made.map(({ socket }) => socket.closed.then(() => socket)));
    equal(closed.frames.at(-1).eventBody.systemTopicType, 'no_longer_subscribed');
  });

  it('ends after 24 hours, and takes its socket with it', async () => {
    const { id, uri, socket } = await ground.channel([]);
    ground.advance(aDay - 1_000);
    await settled(socket);
    ground.advance(1_000);
    equal(await socket.closed, 1001);
    await rejects(ground.open(uri), /404/);
    const call = await anotherToken();
    equal((await call('PUT', `${base}/${id}/subscriptions`, [])).status, 404);
  });

  it('is renewed for 24 hours by every PUT and POST', async () => {
    const { id, socket } = await ground.channel([]);
    for (const method of ['PUT', 'POST']) {
      ground.advance(aDay - 60_000);
      const call = await anotherToken();
      equal((await call(method, `${base}/${id}/subscriptions`, [])).status, 200);
    }
    ground.advance(aDay - 60_000);
    await settled(socket);
    ground.advance(60_000);
    equal(await socket.closed, 1001);
  });

  it('still ends in time after the sandbox started over', async () => {
    const { socket } = await ground.channel([]);
    await ground.control('POST', '/reset', {});
    ground.advance(aDay);
    equal(await socket.closed, 1001);
  });

  it('names its topics’ permissions when asked to expand them', async () => {
    const path = '/api/v2/notifications/availabletopics';
    const [plain] = (await ground.call('GET', path)).body.entities;
    deepEqual(Object.keys(plain).sort(), ['description', 'id']);
    const { body } = await ground.call('GET', `${path}?expand=requiresPermissions,permissionDetails`);
    const topic = body.entities.find(({ id }: { id: string }) => id === 'v2.users.{id}.conversations');
    deepEqual(topic.requiresPermissions, ['conversation:communication:view']);
    equal(topic.permissionDetails[0].allowsCurrentUser, true);
    equal(topic.transports, undefined);
  });

  it('counts a combined topic once, and its parts no more than once as events', async () => {
    const agent = agentNamed(ground.org, 'Priya Raman');
    await ground.setPresence(agent.id, 'Offline');
    const { socket } = await ground.channel([
      `v2.users.${agent.id}?presence&activity`,
      `v2.users.${agent.id}.presence`,
    ]);
    await ground.setPresence(agent.id, 'Meal');
    await settled(socket);
    deepEqual(presencesOn(socket), ['MEAL']);
  });
});

describe('a notification service with other settings', () => {
  it('takes a constant time to tell, longer for some kinds, in order within a topic', async () => {
    const ground = await startFaultGround({
      settings: { notificationDelayMs: { agents: 60_000, conversations: 0, undelivered: 0 } },
    });
    try {
      const agent = agentNamed(ground.org, 'Priya Raman');
      await ground.setPresence(agent.id, 'Offline');
      const { socket } = await ground.channel([`v2.users.${agent.id}.presence`]);
      ground.advance(60_000);
      for (const presence of ['Busy', 'Meal', 'Break']) await ground.setPresence(agent.id, presence);
      await settled(socket);
      deepEqual(presencesOn(socket), []);
      ground.advance(60_000);
      await waitFor(() => presencesOn(socket).length >= 3, { what: 'the events' });
      deepEqual(presencesOn(socket), ['BUSY', 'MEAL', 'BREAK']);
    } finally {
      await ground.close();
    }
  });

  it('refuses a second socket on a channel where told to', async () => {
    const ground = await startFaultGround({ settings: { secondSocket: 'is-refused' } });
    try {
      const { uri, socket } = await ground.channel([]);
      await rejects(ground.open(uri), /409/);
      await settled(socket);
    } finally {
      await ground.close();
    }
  });
});
