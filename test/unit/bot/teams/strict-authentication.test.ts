import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mock } from 'node:test';
import { createTeamsPace } from '../../../../bot/pace/teams-pace.ts';
import { StrictAuthentication } from '../../../../bot/teams/strict-authentication.ts';
import { createTeamsAdapter } from '../../../../bot/teams/teams-adapter.ts';
import { systemClock } from '../../../../src/clock.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { deafInbound } from '../../../support/deaf-inbound.ts';
import { startLocalBotKeys, type TokenOf } from '../../../support/local-bot-keys.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const tenantId = randomUUID();
const appId = randomUUID();

function activity(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl,
    text: 'hello',
    from: { id: '29:ada', aadObjectId: 'aad-ada', name: 'Ada' },
    recipient: { id: '28:bot' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    ...changes,
  };
}

describe('the way in from Teams', () => {
  let keys: Awaited<ReturnType<typeof startLocalBotKeys>>;

  before(async () => {
    keys = await startLocalBotKeys({ appId, serviceUrl });
  });
  afterEach(() => mock.restoreAll());
  after(async () => {
    await keys.close();
  });

  function door(credentials: { appId: string; appPassword: string; tenantId: string } | null) {
    const { log, lines } = recordingLog();
    const { inbound, heard } = deafInbound();
    const auth = new StrictAuthentication({
      credentials,
      openIdMetadataUrl: keys.openIdMetadataUrl,
      closed: new AbortController().signal,
    });
    const pace = createTeamsPace(systemClock);
    return { process: createTeamsAdapter({ auth, inbound, pace, clock: systemClock, log }), lines, heard };
  }

  const ours = { appId, appPassword: 'secret', tenantId };

  it('lets a valid token in', async () => {
    const { process, heard } = door(ours);
    assert.deepEqual(await process({ authorization: await keys.bearer(), body: activity() }), {
      status: 200,
    });
    assert.deepEqual(heard, ['message hello']);
  });

  const refusals: Record<
    string,
    { check: string; token?: TokenOf; authorization?: string; changes?: Record<string, unknown> }
  > = {
    'no token': { check: 'missing', authorization: '' },
    'a garbage token': { check: 'malformed', authorization: 'Bearer not.a.token' },
    'another scheme': { check: 'missing', authorization: 'Basic dXNlcjpwYXNz' },
    'another audience': { check: 'audience', token: { aud: randomUUID() } },
    'another issuer': { check: 'issuer', token: { iss: 'https://evil.example' } },
    'an expired token': { check: 'expired', token: { expiresInSeconds: -600 } },
    'an unknown key': { check: 'key-unknown', token: { kid: 'nobody' } },
    'a bad signature': { check: 'signature', token: { signedBy: 'unpublished' } },
    'a key not endorsed for Teams': { check: 'not-endorsed', token: { kid: 'other-channel-key' } },
    'a service address other than the token’s': {
      check: 'service-url',
      token: { serviceUrl: 'https://other.example/' },
    },
    'a service address that is not one of Teams, vouched for by its token': {
      check: 'service-host',
      token: { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' },
      changes: { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' },
    },
    'one of Teams without TLS': {
      check: 'service-host',
      token: { serviceUrl: 'http://smba.trafficmanager.net/emea/' },
      changes: { serviceUrl: 'http://smba.trafficmanager.net/emea/' },
    },
    'one of this machine': {
      check: 'service-host',
      token: { serviceUrl: 'http://127.0.0.1:3979/teams/' },
      changes: { serviceUrl: 'http://127.0.0.1:3979/teams/' },
    },
    'no service address': { check: 'service-url', changes: { serviceUrl: undefined } },
    'an empty service address': { check: 'service-url', changes: { serviceUrl: '' } },
    'another tenant': {
      check: 'tenant',
      changes: {
        channelData: { tenant: { id: randomUUID() } },
        conversation: { id: 'a:1', conversationType: 'personal' },
      },
    },
    'no tenant at all': {
      check: 'tenant',
      changes: { channelData: {}, conversation: { id: 'a:1', conversationType: 'personal' } },
    },
    'another channel than Teams': { check: 'channel', changes: { channelId: 'webchat' } },
    'another channel with a key of its own': {
      check: 'channel',
      changes: { channelId: 'webchat' },
      token: { kid: 'other-channel-key' },
    },
  };

  for (const [what, { check, token, authorization, changes }] of Object.entries(refusals)) {
    it(`refuses ${what} with 401, once in the log and nowhere else`, async () => {
      const printed = mock.method(globalThis.console, 'error', () => {});
      const { process, lines, heard } = door(ours);
      const bearer = authorization ?? (await keys.bearer(token));
      const answer = await process({ authorization: bearer, body: activity(changes) });
      assert.deepEqual(answer, { status: 401, body: { error: { code: 'teams.unauthorised' } } });
      assert.deepEqual(heard, []);
      assert.deepEqual(codedLines(lines), [`teams.token.${check}`]);
      assert.equal(printed.mock.callCount(), 0);
    });
  }

  it('lets callers in as soon as the keys can be read', async () => {
    const { process, lines } = door(ours);
    const asks = async () => (await process({ authorization: await keys.bearer(), body: activity() })).status;
    keys.down(true);
    assert.equal(await asks(), 401);
    assert.deepEqual(codedLines(lines), ['teams.token.keys-unreachable']);
    keys.down(false);
    assert.equal(await asks(), 200);
  });

  it('calls a malformed activity malformed, but only to callers it knows', async () => {
    const { process } = door(ours);
    const body = activity({ from: undefined });
    assert.equal((await process({ authorization: await keys.bearer(), body })).status, 400);
    assert.equal((await process({ authorization: '', body })).status, 401);
    assert.equal((await process({ authorization: '', body: [] })).status, 400);
  });

  it('without credentials answers loopback service addresses only', async () => {
    const { process, heard } = door(null);
    for (const local of [
      'http://127.0.0.1:3979/teams/',
      'http://localhost:56150/_connector',
      'http://[::1]:1/',
    ]) {
      assert.equal(
        (await process({ authorization: '', body: activity({ serviceUrl: local }) })).status,
        200,
        local,
      );
    }
    const elsewhere = [
      'https://smba.trafficmanager.net/',
      'http://127.0.0.1.evil.example/',
      'http://10.0.0.1/',
      'not a url',
    ];
    for (const address of elsewhere) {
      const answer = await process({ authorization: '', body: activity({ serviceUrl: address }) });
      assert.equal(answer.status, 401, address);
    }
    assert.equal(heard.length, 3);
  });
});
