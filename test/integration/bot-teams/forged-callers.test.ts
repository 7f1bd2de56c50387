import { deepEqual, equal } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Registry } from 'prom-client';
import { createServer, type Server } from '../../../bot/server.ts';
import { createTeamsSide, type TeamsSide } from '../../../bot/teams-side.ts';
import { systemClock } from '../../../src/clock.ts';
import { Secret } from '../../../src/config/secret.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { codedLines } from '../../support/coded-lines.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleReference } from '../../support/example-reference.ts';
import { fakeJourneys } from '../../support/fake-journeys.ts';
import { startLocalBotKeys, type TokenOf } from '../../support/local-bot-keys.ts';
import { memoryCardStore } from '../../support/memory-card-store.ts';
import { memorySettings } from '../../support/memory-settings.ts';
import { noPage } from '../../support/no-page.ts';
import { recordingLog } from '../../support/silent-log.ts';

const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const evil = 'https://smba.trafficmanager.net.evil.example/';
const tenantId = randomUUID();
const appId = randomUUID();

describe('callers at the bot’s own door, with credentials', () => {
  const store = { ...memoryCardStore(), settings: memorySettings() };
  const { log, lines } = recordingLog();
  const outreach = exampleOutreach({ state: 'awaiting-approval', mode: 'supervisor' });
  const channel = exampleReference({ serviceUrl, tenantId });
  let keys: Awaited<ReturnType<typeof startLocalBotKeys>>;
  let side: TeamsSide;
  let server: Server;
  let endpoint: string;

  before(async () => {
    keys = await startLocalBotKeys({ appId, serviceUrl });
    store.ledger.set(outreach.id, outreach);
    await store.references.put(channel);
    side = createTeamsSide({
      credentials: { appId, appPassword: new Secret('not-a-real-one'), tenantId },
      openIdMetadataUrl: keys.openIdMetadataUrl,
      directory: null,
      supervisors: ['sam@northwind.example'],
      readOwners: null,
      store,
      language: 'en',
      journeys: fakeJourneys({ ledger: store.ledger, agents: [], now: Date.now }),
      clock: systemClock,
      log,
    });
    server = createServer({
      host: '127.0.0.1',
      port: 0,
      process: side.process,
      signedIn: noPage,
      doors: [],
      readiness: () => ({}),
      metrics: new Registry(),
      log,
    });
    endpoint = `http://127.0.0.1:${await server.listen()}/api/messages`;
  });
  after(async () => {
    await server.close();
    await side.stop();
    await keys.close();
  });

  const press = (changes: Record<string, unknown> = {}) => ({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: 'f:1',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:sam', aadObjectId: 'aad-sam', name: 'Sam' },
    recipient: { id: '28:bot' },
    conversation: { id: channel.conversationId, conversationType: 'channel', tenantId },
    channelData: { tenant: { id: tenantId }, channel: { id: channel.conversationId } },
    value: {
      action: { type: 'Action.Execute', verb: 'outreach.approve', data: { outreachId: outreach.id } },
      trigger: 'manual',
    },
    ...changes,
  });
  /** A button nobody has: it gets an answer without a look at who pressed it. */
  const harmless = press({
    value: { action: { type: 'Action.Execute', verb: 'outreach.nothing', data: {} }, trigger: 'manual' },
  });

  async function knock(authorization: string, body: unknown) {
    const earlier = lines.length;
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === '' ? {} : { authorization }) },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      body: await response.text(),
      codes: codedLines(lines.slice(earlier)),
    };
  }

  /** Everything a caller could change. */
  const kept = () =>
    structuredClone([...store.ledger, ...store.places, ...store.rows, ...store.settings.kept]);

  const refusals: readonly (readonly [
    what: string,
    check: string,
    token: TokenOf | string,
    changes?: Record<string, unknown>,
  ])[] = [
    ['without a token', 'missing', ''],
    ['with a password', 'missing', 'Basic c2FtOnNlY3JldA=='],
    ['with garbage', 'malformed', 'Bearer a.b.c'],
    ['with a token that says it needs no signature', 'malformed', `Bearer ${unsigned()}`],
    ['with a forged signature', 'signature', { signedBy: 'unpublished' }],
    ['with a key nobody published', 'key-unknown', { kid: 'mine' }],
    ['with a key of another channel', 'not-endorsed', { kid: 'other-channel-key' }],
    ['with a token for another bot', 'audience', { aud: randomUUID() }],
    ['with a token of somebody else’s making', 'issuer', { iss: 'https://evil.example' }],
    ['with an expired token', 'expired', { expiresInSeconds: -600 }],
    ['of another tenant', 'tenant', {}, { channelData: { tenant: { id: randomUUID() } } }],
    [
      'of no tenant',
      'tenant',
      {},
      { channelData: {}, conversation: { id: channel.conversationId, conversationType: 'channel' } },
    ],
    ['with a service address the token does not name', 'service-url', {}, { serviceUrl: evil }],
    [
      'with a service address that is not one of Teams',
      'service-host',
      { serviceUrl: evil },
      { serviceUrl: evil },
    ],
    [
      'with the address of a machine within',
      'service-host',
      { serviceUrl: 'http://169.254.169.254/' },
      { serviceUrl: 'http://169.254.169.254/' },
    ],
    ['without a service address', 'service-url', {}, { serviceUrl: undefined }],
    ['of another channel', 'channel', {}, { channelId: 'directline' }],
  ];
  for (const [what, check, token, changes] of refusals) {
    it(`are turned away ${what}: 401, logged as teams.token.${check}, nothing changed`, async () => {
      const before = kept();
      const authorization = typeof token === 'string' ? token : await keys.bearer(token);
      for (const body of [
        press(changes),
        { ...press(changes), type: 'installationUpdate', action: 'remove' },
      ]) {
        const answer = await knock(authorization, body);
        equal(answer.status, 401);
        equal(answer.body, '{"error":{"code":"teams.unauthorised"}}');
        deepEqual(answer.codes, [`teams.token.${check}`]);
      }
      deepEqual(kept(), before);
    });
  }

  it('are let in with what Teams sends, and so is nobody with the same request once its token has run out', async () => {
    // Valid for another second: five minutes of difference between clocks are allowed for.
    const authorization = await keys.bearer({ expiresInSeconds: -298 });
    equal((await knock(authorization, harmless)).status, 200);
    const late = await waitFor(
      async () => {
        const answer = await knock(authorization, harmless);
        return answer.status === 200 ? undefined : answer;
      },
      { what: 'the token to run out' },
    );
    equal(late.status, 401);
    deepEqual(late.codes, ['teams.token.expired']);
  });
});

/** A token for this bot, by the word of its header alone. */
function unsigned(): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'https://api.botframework.com', aud: appId, exp: now + 3600, serviceurl: serviceUrl };
  return `${part({ alg: 'none', kid: 'teams-key' })}.${part(claims)}.`;
}
