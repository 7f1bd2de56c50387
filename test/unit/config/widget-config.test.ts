import assert from 'node:assert/strict';
import { ConfigError } from '../../../src/config/config-error.ts';
import { readConfig } from '../../../src/config/read-config.ts';

const genesys = {
  GENESYS_REGION: 'mypurecloud.de',
  GENESYS_CLIENT_ID: 'id',
  GENESYS_CLIENT_SECRET: 'secret',
  TEAMS_AUTH: 'off',
};
const widget = {
  WIDGET_ORIGINS: 'https://shop.example.com, http://localhost:5173',
  WIDGET_DEPLOYMENT_ID: '1118b56f-3b95-46da-b27c-a0133d162692',
  WIDGET_SECRETS: `new:${'n'.repeat(32)},old:${'o'.repeat(32)}`,
  WIDGET_AUDIENCE: 'us',
  WIDGET_ISSUER: 'site',
};

function problemsOf(env: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems.map(({ variable, wrong }) => `${variable} ${wrong}`);
  }
}

describe('the configuration of a widget', () => {
  it('is there once pages are named, with what holds where nothing is said', () => {
    assert.equal(readConfig(genesys).widget, null);
    const read = readConfig({ ...genesys, ...widget }).widget;
    assert.ok(read);
    assert.deepEqual(read.origins, ['https://shop.example.com', 'http://localhost:5173']);
    assert.equal(read.messagingUrl, 'wss://webmessaging.mypurecloud.de/v1');
    assert.deepEqual(
      read.siteSecrets.map(({ kid }) => kid),
      ['new', 'old'],
    );
    assert.deepEqual(
      [
        read.tokenMs,
        read.anonymous,
        read.createsContacts,
        read.userSource,
        read.externalIdSource,
        read.proxies,
      ],
      [300_000, false, true, 'Zendesk', 'CRM', 0],
    );
    assert.equal(JSON.stringify(read).includes('nnnn'), false);
  });

  it('is on by itself in the sandbox, for pages of this machine', () => {
    const read = readConfig({}).widget;
    assert.ok(read);
    assert.deepEqual([read.anyLoopbackOrigin, read.anonymous, read.deploymentId], [true, true, null]);
    assert.equal(readConfig({ DATABASE_URL: 'postgres://u:p@127.0.0.1/db' }).widget?.keys.length, 0);
  });

  it('is refused with every problem at once', () => {
    assert.deepEqual(problemsOf({ ...genesys, WIDGET_ORIGINS: 'https://shop.example.com' }), [
      'WIDGET_DEPLOYMENT_ID is missing',
      'WIDGET_SECRETS is missing',
    ]);
    assert.deepEqual(
      problemsOf({
        ...genesys,
        ...widget,
        WIDGET_ORIGINS: 'https://shop.example.com/path',
        WIDGET_SECRETS: 'new:short',
        WIDGET_JWKS_URL: 'http://shop.example.com/jwks',
        WIDGET_TOKEN_SECONDS: '5',
        WIDGET_MESSAGING_URL: 'ws://messaging.example.com',
      }).map((problem) => problem.split(' ')[0]),
      ['WIDGET_ORIGINS', 'WIDGET_MESSAGING_URL', 'WIDGET_SECRETS', 'WIDGET_JWKS_URL', 'WIDGET_TOKEN_SECONDS'],
    );
    assert.deepEqual(
      problemsOf({
        ...genesys,
        ...widget,
        WIDGET_AUDIENCE: '',
        WIDGET_ISSUER: '',
        WIDGET_USER_SOURCE: 'crm',
      }),
      [
        'WIDGET_AUDIENCE is missing',
        'WIDGET_ISSUER is missing',
        'WIDGET_EXTERNAL_ID_SOURCE is the same as WIDGET_USER_SOURCE',
      ],
    );
  });

  it('names one key once', () => {
    assert.deepEqual(
      problemsOf({ ...genesys, ...widget, WIDGET_SECRETS: `a:${'n'.repeat(32)},a:${'o'.repeat(32)}` }),
      ['WIDGET_SECRETS has two entries of one name'],
    );
  });

  it('needs keys of its own where several instances share a database, and where guests connect behind another host', () => {
    assert.deepEqual(problemsOf({ ...genesys, ...widget, DATABASE_URL: 'postgres://u:p@db/r' }), [
      'WIDGET_KEYS is missing',
    ]);
    const { GENESYS_REGION: _, ...elsewhere } = genesys;
    const hosts = { GENESYS_API_URL: 'https://proxy.example', GENESYS_LOGIN_URL: 'https://proxy.example' };
    assert.deepEqual(problemsOf({ ...elsewhere, ...hosts, ...widget }), ['WIDGET_MESSAGING_URL is missing']);
  });
});
