import assert from 'node:assert/strict';
import { noticeCard } from '../../../../bot/cards/notice-card.ts';
import { createConnectorPort } from '../../../../bot/teams/connector-port.ts';
import { StrictAuthentication } from '../../../../bot/teams/strict-authentication.ts';
import type { TeamsPort } from '../../../../bot/teams/teams-port.ts';
import { systemClock } from '../../../../src/clock.ts';
import { waitFor } from '../../../../tools/program/wait-for.ts';
import { examplePersonalReference, exampleReference } from '../../../support/example-reference.ts';
import { startFakeConnector } from '../../../support/fake-connector.ts';

const card = noticeCard({ title: 'Title', lines: ['Line'], tone: 'plain' }, 'en');

describe('the Teams port', () => {
  let connector: Awaited<ReturnType<typeof startFakeConnector>>;
  let teams: TeamsPort;
  let closed: AbortController;
  const channel = () => exampleReference({ serviceUrl: connector.serviceUrl });
  const chat = () => examplePersonalReference('ada@northwind.example', { serviceUrl: connector.serviceUrl });

  function newPort(patienceMs?: number): TeamsPort {
    closed = new AbortController();
    const limits = { closed: closed.signal, ...(patienceMs === undefined ? {} : { patienceMs }) };
    return createConnectorPort(new StrictAuthentication({ credentials: null, ...limits }), '', systemClock);
  }

  beforeEach(async () => {
    connector = await startFakeConnector();
    teams = newPort();
  });
  afterEach(() => connector.close());

  it('posts to a channel as a new thread and keeps the id of its first activity', async () => {
    connector.next({ status: 201, body: { id: '19:outreach@thread.tacv2;messageid=17', activityId: '17' } });
    assert.deepEqual(await teams.post(channel(), card, 'Summary'), { activityId: '17' });
    const [call] = connector.calls;
    assert.equal(`${call?.method} ${call?.path}`, 'POST /teams/v3/conversations');
    assert.partialDeepStrictEqual(call?.body, {
      isGroup: true,
      bot: { id: '28:bot' },
      tenantId: 'tenant-1',
      channelData: { channel: { id: '19:outreach@thread.tacv2' } },
      activity: {
        type: 'message',
        summary: 'Summary',
        attachments: [
          { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } },
        ],
      },
    });
  });

  it('reads the activity id out of the thread’s name where it is not told apart', async () => {
    connector.next({ status: 201, body: { id: '19:outreach@thread.tacv2;messageid=18' } });
    assert.deepEqual(await teams.post(channel(), card, 'Summary'), { activityId: '18' });
  });

  it('posts to a personal chat', async () => {
    assert.deepEqual(await teams.post(chat(), card, 'Summary'), { activityId: 'activity-1' });
    assert.equal(connector.calls[0]?.path, '/teams/v3/conversations/a:ada/activities');
  });

  it('does not take a post for made whose answer names none', async () => {
    for (const body of [{}, { id: 7 }, '<html>', undefined]) {
      for (const reference of [chat(), channel()]) {
        connector.next({ status: 201, body });
        await assert.rejects(teams.post(reference, card, 'Summary'), { code: 'teams.unreachable' });
      }
    }
  });

  it('updates in the card’s thread', async () => {
    await teams.update(channel(), '17', card, 'Summary');
    assert.equal(
      `${connector.calls[0]?.method} ${connector.calls[0]?.path}`,
      'PUT /teams/v3/conversations/19:outreach@thread.tacv2;messageid=17/activities/17',
    );
  });

  it('reads a member under either of the wire’s names for the Entra id', async () => {
    connector.next({
      status: 200,
      body: { id: '29:ada', objectId: 'aad', name: 'Ada', email: 'ada@northwind.example' },
    });
    connector.next({
      status: 200,
      body: { id: '29:bo', aadObjectId: 'aad-bo', userPrincipalName: 'bo@northwind.example' },
    });
    connector.next({ status: 200, body: { id: '29:guest' } });
    assert.partialDeepStrictEqual(await teams.member(channel(), '29:ada'), {
      aadObjectId: 'aad',
      email: 'ada@northwind.example',
    });
    assert.equal((await teams.member(channel(), '29:bo')).email, 'bo@northwind.example');
    assert.equal((await teams.member(channel(), '29:guest')).email, null);
  });

  const failures = [
    { status: 401, platform: 'Unauthorized', code: 'teams.credentials-refused' },
    { status: 403, platform: 'BotNotInConversationRoster', code: 'teams.bot.not-in-roster' },
    { status: 403, platform: 'MessageWritesBlocked', code: 'teams.bot.writes-blocked' },
    { status: 403, platform: 'Forbidden', code: 'teams.unreachable' },
    { status: 404, platform: 'ActivityNotFoundInConversation', code: 'teams.card-gone' },
    { status: 404, platform: 'ConversationNotFound', code: 'teams.bot.conversation-gone' },
    { status: 412, platform: 'PreconditionFailed', code: 'teams.card-locked' },
    { status: 429, platform: 'TooManyRequests', code: 'teams.throttled' },
    { status: 500, platform: 'ServiceError', code: 'teams.service-error' },
    { status: 502, platform: 'ServiceError', code: 'teams.gateway-failed' },
    { status: 504, platform: 'ServiceError', code: 'teams.gateway-failed' },
  ];
  for (const { status, platform, code } of failures) {
    it(`calls ${status} ${platform} ${code}, after one attempt`, async () => {
      connector.next({ status, body: { error: { code: platform, message: 'no' } } });
      await assert.rejects(teams.update(channel(), '17', card, 'Summary'), { code });
      assert.equal(connector.calls.length, 1);
    });
  }

  it('finds the reason Teams wraps into the message: a person who blocked the bot', async () => {
    const message = { subCode: 'MessageWritesBlocked', details: 'Thread is blocked from message writes.' };
    connector.next({ status: 403, body: { errorCode: 209, message: JSON.stringify(message) } });
    await assert.rejects(teams.post(chat(), card, 'Summary'), {
      code: 'teams.bot.writes-blocked',
      facts: { doing: 'post', status: 403, platformCode: 'MessageWritesBlocked' },
    });
    connector.next({ status: 403, body: { message: 'no JSON' } });
    await assert.rejects(teams.post(chat(), card, 'Summary'), { code: 'teams.unreachable' });
  });

  it('makes one attempt of a new thread too, and of a connection that breaks', async () => {
    connector.next({ status: 502 });
    await assert.rejects(teams.post(channel(), card, 'Summary'), { code: 'teams.gateway-failed' });
    connector.next({ status: 0, instead: 'reset' });
    await assert.rejects(teams.post(chat(), card, 'Summary'), { code: 'teams.network.broken' });
    assert.equal(connector.calls.length, 2);
  });

  it('makes exactly one POST of a post that is answered 502', async () => {
    for (const reference of [chat(), channel()]) {
      connector.next({ status: 502 });
      await assert.rejects(teams.post(reference, card, 'Summary'), { code: 'teams.gateway-failed' });
    }
    assert.deepEqual(
      connector.calls.map(({ method }) => method),
      ['POST', 'POST'],
    );
  });

  const pages = {
    'a page': { text: '<html>We will be back soon</html>', type: 'text/html' },
    'a page that says it is JSON': { text: '<html></html>', type: 'application/json' },
    'half of an answer': { text: '{"id":"17', type: 'application/json' },
    'half of an answer without a type': { text: '{"id":"17', type: '' },
  };
  for (const [what, { text, type }] of Object.entries(pages)) {
    it(`does not take ${what} with 200 for Teams’ answer, to whatever was asked`, async () => {
      const asks = [
        () => teams.update(channel(), '17', card, 'Summary'),
        () => teams.post(chat(), card, 'Summary'),
        () => teams.member(channel(), '29:ada'),
      ];
      for (const ask of asks) {
        connector.next({ status: 200, text, headers: { 'content-type': type } });
        await assert.rejects(ask(), { code: 'teams.answer-garbled' });
      }
    });
  }

  it('takes an update for made that is answered with nothing', async () => {
    connector.next({ status: 200, text: '' }, { status: 202, text: '' });
    await teams.update(channel(), '17', card, 'Summary');
    await teams.update(channel(), '17', card, 'Summary');
  });

  const elsewhere = [
    'https://evil.example/',
    'http://169.254.169.254/latest/',
    'http://10.0.0.1:80/',
    'nonsense',
  ];
  for (const serviceUrl of elsewhere) {
    it(`sends nothing to ${serviceUrl}, whatever a stored conversation says`, async () => {
      await assert.rejects(teams.post(exampleReference({ serviceUrl }), card, 'Summary'), {
        code: 'teams.bot.host-refused',
      });
    });
  }

  it('with credentials sends nothing to this machine either, and asks for no token', async () => {
    const credentials = { appId: 'app', appPassword: 'secret', tenantId: 'tenant' };
    const auth = new StrictAuthentication({ credentials, closed: new AbortController().signal });
    const port = createConnectorPort(auth, 'app', systemClock);
    await assert.rejects(port.post(chat(), card, 'Summary'), { code: 'teams.bot.host-refused' });
    assert.deepEqual(connector.calls, []);
  });

  const waits: [string, number | undefined][] = [
    ['7', 7_000],
    ['86400', 300_000],
    ['-5', undefined],
    ['soon', undefined],
  ];
  for (const [header, ms] of waits) {
    it(`reads “Retry-After: ${header}” as ${ms ?? 'no'} milliseconds to wait`, async () => {
      connector.next({
        status: 429,
        headers: { 'retry-after': header },
        body: { error: { code: 'TooManyRequests' } },
      });
      await assert.rejects(teams.post(channel(), card, 'Summary'), {
        code: 'teams.throttled',
        facts: {
          doing: 'post',
          status: 429,
          platformCode: 'TooManyRequests',
          ...(ms === undefined ? {} : { retryAfterMs: ms }),
        },
      });
    });
  }

  it('gives a silent connector up', async () => {
    teams = newPort(30);
    connector.next({ status: 0, instead: 'silence' });
    await assert.rejects(teams.post(channel(), card, 'Summary'), { code: 'teams.unreachable' });
  });

  it('gives calls under way up when it is closed', async () => {
    connector.next({ status: 0, instead: 'silence' });
    const post = teams.post(channel(), card, 'Summary');
    await waitFor(() => connector.calls.length === 1, { what: 'the call' });
    closed.abort();
    await assert.rejects(post, { code: 'teams.unreachable' });
  });
});
