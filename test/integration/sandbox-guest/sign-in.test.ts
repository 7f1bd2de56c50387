import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import type { OpenSocket } from '../../support/sandbox/open-socket.ts';
import { callPlatform, first } from '../../support/sandbox/platform-ground.ts';
import { frameOf, type GuestGround, ofClass, startGuests, text } from './guest-ground.ts';

const tokens = '/api/v2/webdeployments/token';
const redirectUri = 'https://shop.example/signed-in';
const ada = { subject: 'ada@shop.example', name: 'Ada Martens' };

describe('guests who sign in', () => {
  let ground: GuestGround;
  beforeEach(async () => {
    ground = await startGuests();
    await ground.set({ auth: { enabled: true, allowSessionUpgrade: false } });
  });
  afterEach(() => ground.close());

  /** Without a bearer of the organisation, as a page does. */
  async function post(path: string, body: unknown) {
    const response = await fetch(`${ground.url}${tokens}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
  }
  const codeFor = async (person = ada): Promise<string> =>
    (await ground.control('POST', `/deployments/${ground.deployment.id}/sign-ins`, person)).code;
  const exchange = (oauth: Readonly<Record<string, unknown>>) =>
    post('/oauthcodegrantjwtexchange', { deploymentId: ground.deployment.id, oauth });
  const jwtOf = async (person = ada): Promise<{ jwt: string; refreshToken: string }> =>
    (await exchange({ code: await codeFor(person), redirectUri })).body;
  const signIn = (socket: OpenSocket, token: string, jwt: string) =>
    ground.ask(socket, {
      action: 'configureAuthenticatedSession',
      token,
      deploymentId: ground.deployment.id,
      startNew: false,
      journeyContext: { customer: { id: token, idType: 'cookie' }, customerSession: { id: '', type: 'web' } },
      data: { code: jwt },
    });
  const write = (socket: OpenSocket, token: string, words: string) =>
    ground.ask(socket, { action: 'onMessage', token, message: text(words) });
  const revoke = (jwt: string) => callPlatform(ground.url, jwt, 'DELETE', `${tokens}/revoke`);

  it('exchange a code for a JWT once, and a refresh token for more', async () => {
    const code = await codeFor();
    const { status, headers, body } = await exchange({ code, redirectUri });
    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), 'https://shop.example');
    assert.deepEqual(Object.keys(body).sort(), ['jwt', 'refreshToken']);
    assert.match(body.jwt, /^[\w-]+\.[\w-]+\.[\w-]+$/);
    const again = await exchange({ code, redirectUri });
    assert.deepEqual([again.status, again.body.code], [401, 'bad.credentials']);
    const { refreshToken } = body;
    const refreshed = await post('/refresh', { refreshToken, deploymentId: ground.deployment.id });
    assert.deepEqual([refreshed.status, Object.keys(refreshed.body)], [200, ['jwt']]);
    assert.equal((await post('/refresh', { refreshToken })).status, 200);
    assert.equal((await post('/refresh', { refreshToken, deploymentId: 'another' })).status, 401);
    assert.equal((await post('/refresh', { refreshToken: 'made up' })).status, 401);
  });

  it('are refused a JWT for what is no request for one', async () => {
    const code = await codeFor();
    for (const oauth of [{ code }, {}, { idToken: code }, { code: 7, redirectUri }]) {
      const { status, body } = await exchange(oauth);
      assert.deepEqual([status, body.code], [400, 'bad.request'], JSON.stringify(oauth));
    }
    const elsewhere = { deploymentId: 'none', oauth: { code, redirectUri } };
    assert.equal((await post('/oauthcodegrantjwtexchange', elsewhere)).status, 404);
    assert.equal((await exchange({ idToken: code, nonce: 'n' })).status, 200);
    const late = await codeFor();
    ground.advance(300_000);
    assert.equal((await exchange({ code: late, redirectUri })).status, 401);
    await ground.set({ auth: { enabled: false, allowSessionUpgrade: false } });
    assert.equal((await exchange({ code: await codeFor(), redirectUri })).status, 400);
  });

  it('may not write before, and become their external contact', async () => {
    const token = 'adas-browser';
    const socket = await ground.join(token);
    const refused = await write(socket, token, 'Hello');
    assert.deepEqual([refused.class, refused.code, refused.body], ['string', 401, 'User is unauthorized']);
    const { jwt } = await jwtOf();
    const session = await signIn(socket, token, jwt);
    assert.deepEqual(
      [session.class, session.body.connected, session.body.newSession, session.body.clearedExistingSession],
      ['SessionResponse', true, true, false],
    );
    ground.advance(1000);
    assert.equal((await write(socket, token, 'Hello')).class, 'StructuredMessage');
    const { name, externalContactId } = ground.customerOf(token);
    assert.equal(name, 'Ada Martens');
    const conversation = [...ground.org.conversations.values()].at(-1);
    assert.equal(conversation?.participants[0]?.externalContactId, externalContactId);
    const details = await ground.call('GET', `/api/v2/analytics/conversations/${conversation?.id}/details`);
    const [leg] = details.body.participants[0].sessions;
    assert.deepEqual([leg.authenticated, leg.journeyCustomerId], [true, token]);
    const history = await callPlatform(ground.url, jwt, 'GET', '/api/v2/webmessaging/messages');
    assert.deepEqual(
      history.body.entities.map((each: { text: string }) => each.text),
      ['Hello'],
    );
    const { status } = await ground.call('POST', '/api/v2/conversations/messages/agentless', {
      fromAddress: ground.deployment.id,
      toAddressMessengerType: 'webmessaging',
      externalContactId,
      textBody: 'We are here',
      useExistingActiveConversation: true,
    });
    assert.equal(status, 200);
    assert.equal((await frameOf(socket, 'StructuredMessage', 2)).body.text, 'We are here');
  });

  it('go on in another browser with the same session', async () => {
    const one = await ground.connect();
    const { jwt } = await jwtOf();
    await signIn(one, 'phone', jwt);
    await write(one, 'phone', 'From the phone');
    const two = await ground.connect();
    const session = await signIn(two, 'laptop', (await jwtOf()).jwt);
    assert.equal(session.body.newSession, false);
    ground.advance(1000);
    await write(two, 'laptop', 'From the laptop');
    assert.equal((await frameOf(one, 'StructuredMessage', 2)).body.text, 'From the laptop');
    assert.equal([...ground.org.conversations.values()].at(-1)?.messages.length, 2);
  });

  it('begin a new session in a new browser when theirs has run out, as the same contact', async () => {
    await signIn(await ground.connect(), 'phone', (await jwtOf()).jwt);
    const before = ground.customerOf('phone');
    ground.advance(5 * 24 * 3_600_000);
    const socket = await ground.connect();
    const { jwt } = await jwtOf();
    assert.equal((await signIn(socket, 'phone', jwt)).class, 'SessionExpiredEvent');
    assert.equal((await signIn(socket, 'laptop', jwt)).body.newSession, true);
    const after = ground.customerOf('laptop');
    assert.notEqual(after, before);
    assert.equal(after.externalContactId, before.externalContactId);
  });

  it('cannot go back to being anonymous, nor become somebody else', async () => {
    const token = 'adas-browser';
    const socket = await ground.connect();
    await signIn(socket, token, (await jwtOf()).jwt);
    const { id: deploymentId } = ground.deployment;
    const down = await ground.ask(socket, { action: 'configureSession', token, deploymentId });
    assert.deepEqual([down.class, down.code], ['string', 4017]);
    const other = await jwtOf({ subject: 'bo@shop.example', name: 'Bo' });
    assert.equal((await signIn(socket, token, other.jwt)).code, 403);
  });

  it('take their conversation along where the deployment upgrades, and end it where not', async () => {
    await ground.set({ auth: { enabled: true, allowSessionUpgrade: true } });
    const token = 'a-guest';
    const [socket, other] = [await ground.join(token), await ground.join(token)];
    assert.equal((await write(socket, token, 'Hello')).class, 'StructuredMessage');
    const before = ground.customerOf(token);
    const session = await signIn(socket, token, (await jwtOf()).jwt);
    assert.deepEqual([session.body.newSession, session.body.clearedExistingSession], [false, false]);
    assert.equal(ground.customerOf(token), before);
    assert.equal(before.name, 'Ada Martens');
    assert.equal(await other.closed, 1000);
    assert.deepEqual(other.frames.at(-1).body, { reason: 'signedIn', reasonCode: 'signedIn' });
    const signedIn = socket.frames.find(({ body }) => body.type === 'Event');
    assert.deepEqual(signedIn?.body.events, [{ eventType: 'Presence', presence: { type: 'SignIn' } }]);
    assert.deepEqual(ground.seen(token), ['did signed-in']);

    const guest = await ground.join('another-guest');
    await write(guest, 'another-guest', 'Hello from another browser');
    const running = [...ground.org.conversations.values()].at(-1);
    const cleared = await signIn(guest, 'another-guest', (await jwtOf()).jwt);
    assert.deepEqual([cleared.body.newSession, cleared.body.clearedExistingSession], [false, true]);
    assert.equal(running?.participants[0]?.legs.at(-1)?.disconnectType, 'client');
    assert.equal(ground.customerOf('another-guest'), before);
  });

  it('become the contact they are known as', async () => {
    const known = first(
      [...ground.org.customers.values()].filter(({ externalContactId }) => externalContactId !== null),
    );
    const { jwt } = await jwtOf({ subject: known.externalContactId ?? '', name: 'as they like' });
    await signIn(await ground.connect(), 'their-browser', jwt);
    const { name, externalContactId } = ground.customerOf('their-browser');
    assert.deepEqual([name, externalContactId], [known.name, known.externalContactId]);
  });

  it('are told apart: a JWT that is over, made up, a guest’s own, or of another deployment', async () => {
    const token = 'adas-browser';
    const socket = await ground.join(token);
    const { jwt } = await jwtOf();
    const guests = await ground.ask(socket, { action: 'getJwt', token });
    assert.equal((await signIn(socket, token, 'made up')).code, 403);
    assert.equal((await signIn(socket, token, guests.body.jwt)).code, 403);
    ground.advance(3_600_000);
    const over = await signIn(socket, token, jwt);
    assert.deepEqual([over.code, over.body], [401, 'User is unauthorized']);
    const { jwt: fresh } = await jwtOf();
    await ground.set({ auth: { enabled: false, allowSessionUpgrade: false } });
    assert.equal((await signIn(socket, token, fresh)).code, 403);
  });

  it('sign out: every window hears it, and neither token works any more', async () => {
    const token = 'adas-browser';
    const [one, two] = [await ground.connect(), await ground.connect()];
    const { jwt, refreshToken } = await jwtOf();
    await signIn(one, token, jwt);
    await signIn(two, token, jwt);
    assert.equal((await revoke(jwt)).status, 204);
    for (const socket of [one, two]) {
      assert.deepEqual(await frameOf(socket, 'LogoutEvent'), {
        type: 'message',
        class: 'LogoutEvent',
        code: 200,
        body: {},
      });
    }
    assert.equal((await write(one, token, 'Hello')).code, 4007);
    assert.equal((await post('/refresh', { refreshToken })).status, 401);
    assert.equal((await revoke(jwt)).status, 401);
    assert.equal((await revoke('made up')).status, 401);
    const back = await signIn(one, token, (await jwtOf()).jwt);
    assert.equal(back.body.newSession, false);
    await waitFor(() => ofClass(one, 'SessionResponse').length === 2, { what: 'the session again' });
    assert.deepEqual(ground.seen(token), ['did signed-in', 'shown signed-out']);
  });
});
