import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { ConfigError } from '../../../src/config/config-error.ts';
import { readConfig } from '../../../src/config/read-config.ts';

const genesys = {
  GENESYS_REGION: 'mypurecloud.de',
  GENESYS_CLIENT_ID: 'id',
  GENESYS_CLIENT_SECRET: 'hunter2',
};
const teams = {
  MICROSOFT_APP_ID: '6a3af858-942f-489d-9700-5f9bcdcdae9b',
  MICROSOFT_APP_PASSWORD: 'hunter3',
  MICROSOFT_APP_TENANT_ID: '31fe3bac-dea6-44b7-bed7-47f91660a1a0',
};

function problemsOf(env: Record<string, string>): ConfigError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  assert.fail('the configuration was accepted');
}

describe('readConfig', () => {
  it('means the sandbox when nothing is set: automatic, loopback, no quiet hours', () => {
    const config = readConfig({ GENESYS_REGION: '' });
    assert.equal(config.genesys, null);
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.port, 3978);
    assert.equal(config.outreach.mode, 'automatic');
    assert.equal(config.outreach.quietHours, null);
  });

  it('asks for approval and keeps quiet at night in a real organisation', () => {
    const config = readConfig({ ...genesys, ...teams });
    assert.equal(config.host, '0.0.0.0');
    assert.equal(config.genesys?.apiUrl, 'https://api.mypurecloud.de');
    assert.equal(config.outreach.mode, 'supervisor');
    assert.deepEqual(config.outreach.quietHours, { from: 21 * 60, to: 8 * 60 });
  });

  for (const [what, env, variable] of [
    [
      'of two URLs',
      { api: 'https://api.mypurecloud.ie', login: 'https://login.mypurecloud.de' },
      'GENESYS_LOGIN_URL',
    ],
    ['of a URL and the region', { api: 'https://api.mypurecloud.ie' }, 'GENESYS_API_URL'],
  ] as const) {
    it(`refuses hosts of two regions: those ${what}`, () => {
      const { problems } = problemsOf({
        ...genesys,
        ...teams,
        GENESYS_API_URL: env.api,
        GENESYS_LOGIN_URL: 'login' in env ? env.login : '',
      });
      assert.deepEqual(
        problems.map((each) => each.variable),
        [variable],
      );
      assert.match(problems[0]?.wrong ?? '', /another region/);
    });
  }

  it('leaves private and loopback overrides alone', () => {
    const config = readConfig({ ...genesys, ...teams, GENESYS_API_URL: 'http://127.0.0.1:3979' });
    assert.equal(config.genesys?.apiUrl, 'http://127.0.0.1:3979');
  });

  it('names every problem at once, each with its fix', () => {
    const error = problemsOf({
      PORT: 'http',
      SUPERVISORS: 'sam',
      TIME_ZONE: 'Mars/Base',
      QUIET_HOURS: '9-5',
      DATABASE_URL: 'mysql://x',
    });
    assert.deepEqual(error.problems.map(({ variable }) => variable).sort(), [
      'DATABASE_URL',
      'PORT',
      'QUIET_HOURS',
      'SUPERVISORS',
      'TIME_ZONE',
    ]);
    for (const line of error.explain().split('\n')) assert.match(line, /^ {2}[A-Z_]+ (is|has) .+\. .+\.$/);
  });

  it('refuses a real organisation without Teams credentials, and names each one missing', () => {
    assert.deepEqual(
      problemsOf({ ...genesys, GENESYS_CLIENT_SECRET: '' }).problems.map(({ variable }) => variable),
      ['GENESYS_CLIENT_SECRET', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID'],
    );
  });

  it('still judges the rest when one variable is malformed', () => {
    assert.deepEqual(
      problemsOf({ ...genesys, ...teams, MICROSOFT_APP_ID: 'x', MICROSOFT_APP_PASSWORD: '', PORT: '99999' })
        .problems.map(({ variable }) => variable)
        .toSorted(),
      ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'PORT'],
    );
  });

  it('refuses a text that could not be written out', () => {
    for (const OUTREACH_TEXT of ['Hello {customer', 'Hello {name}', ' ']) {
      assert.deepEqual(
        problemsOf({ OUTREACH_TEXT }).problems.map(({ variable }) => variable),
        ['OUTREACH_TEXT'],
      );
    }
    assert.equal(readConfig({ OUTREACH_TEXT: 'Hi from {agent}' }).outreach.text, 'Hi from {agent}');
  });

  it('runs without Teams credentials only by the flag and only on loopback', () => {
    const config = readConfig({ ...genesys, TEAMS_AUTH: 'off' });
    assert.equal(config.teams, null);
    assert.equal(config.host, '127.0.0.1');
    const error = problemsOf({ ...genesys, TEAMS_AUTH: 'off', HOST: '0.0.0.0' });
    assert.deepEqual(
      error.problems.map(({ variable }) => variable),
      ['HOST'],
    );
  });

  it('takes the team of supervisors only where its owners can be read', () => {
    const SUPERVISOR_TEAM = '6a3af858-942f-489d-9700-5f9bcdcdae9b';
    assert.equal(readConfig({ ...genesys, ...teams, SUPERVISOR_TEAM }).supervisorTeam, SUPERVISOR_TEAM);
    assert.equal(readConfig({}).supervisorTeam, null);
    for (const env of [{ SUPERVISOR_TEAM }, { ...genesys, ...teams, SUPERVISOR_TEAM: 'Customer Care' }])
      assert.deepEqual(
        problemsOf(env).problems.map(({ variable }) => variable),
        ['SUPERVISOR_TEAM'],
      );
  });

  it('never prints a secret, whatever is printed', () => {
    const config = readConfig({ ...genesys, ...teams, DATABASE_URL: 'postgres://u:hunter4@localhost/x' });
    const printed = [JSON.stringify(config), inspect(config, { depth: 9 }), `${config.databaseUrl}`].join();
    assert.doesNotMatch(printed, /hunter/);
    assert.equal(config.databaseUrl?.reveal(), 'postgres://u:hunter4@localhost/x');
    const error = problemsOf({ ...teams, MICROSOFT_APP_ID: 'hunter5', DATABASE_URL: 'hunter6' });
    assert.doesNotMatch(error.explain() + inspect(error, { depth: 9 }), /hunter/);
  });
});
