import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { neededPermissions } from '../../../src/genesys/needed-permissions.ts';
import { botPermissions } from '../../../src/sandbox/seed/permissions.ts';
import { freePort } from '../../../tools/program/free-port.ts';
import { botClient } from '../../support/bot-client.ts';
import { listeningPort } from '../../support/listening-port.ts';
import { type Altered, alteringProxy } from './altering-proxy.ts';
import { type DoctorGround, startDoctorGround } from './doctor-ground.ts';
import { findingsOf, namesOf, runDoctor } from './run-doctor.ts';

/** What something is assumed without, or people may miss without. */
/** What the work does not go on without. */
const always = neededPermissions
  .filter(({ use }) => use === 'always')
  .flatMap(({ permissions }) => ('all' in permissions ? permissions.all : permissions.any));

const helpful = [
  'conversation:cobrowse:add',
  'conversation:threadingTimeline:view',
  'presence:userPresence:edit',
  'webDeployments:deployment:view',
];

describe('npm run doctor: what is wrong with the platform', () => {
  let ground: DoctorGround;
  beforeEach(async () => {
    ground = await startDoctorGround();
  });
  afterEach(() => ground.close());

  /** The only problems, by name; the doctor says so with exit code 1. */
  async function problemsWith(env: Readonly<Record<string, string>> = {}) {
    const run = await runDoctor({ ...ground.env, ...env });
    const findings = findingsOf(run);
    const problems = namesOf(findings, 'problem');
    assert.equal(run.exitCode, problems.length > 0 ? 1 : 0);
    return { run, findings, problems };
  }

  async function through<T>(alter: Parameters<typeof alteringProxy>[1], work: (url: string) => Promise<T>) {
    const proxy = await alteringProxy(ground.url, alter);
    try {
      return await work(proxy.url);
    } finally {
      await proxy.close();
    }
  }

  it('a wrong secret, which it does not print', async () => {
    const { run, problems } = await problemsWith({ GENESYS_CLIENT_SECRET: 'hunter2-hunter2' });
    assert.deepEqual(problems, ['credentials genesys.credentials-refused']);
    assert.doesNotMatch(run.output + run.errors, /hunter2/);
  });

  it('a disabled client', async () => {
    await ground.control('POST', `/clients/${ground.org.clientId}`, { state: 'disabled' });
    const { problems } = await problemsWith();
    assert.deepEqual(problems, ['credentials genesys.credentials-refused']);
  });

  it('an API host where nothing listens', async () => {
    const { problems } = await problemsWith({ GENESYS_API_URL: `http://127.0.0.1:${await freePort()}` });
    assert.deepEqual(problems, ['api genesys.network.connection-refused']);
  });

  it('a login host whose name nobody knows', async () => {
    // Longer than a name may be: no name server is asked for it.
    const { problems } = await problemsWith({ GENESYS_LOGIN_URL: `http://${'x'.repeat(64)}` });
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /^login genesys\.network\.name-/);
  });

  it('an API host that takes connections and stays silent, in less than 15 seconds', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const startedAt = performance.now();
    try {
      const url = `http://127.0.0.1:${listeningPort(silent)}`;
      const { problems } = await problemsWith({ GENESYS_API_URL: url });
      assert.deepEqual(problems, ['api genesys.network.timed-out']);
      assert.ok(performance.now() - startedAt < 15_000);
    } finally {
      silent.closeAllConnections();
      await new Promise<void>((resolve) => silent.close(() => resolve()));
    }
  });

  it('a clock that is off: a little is a warning, much is a problem', async () => {
    const seen = async (offMs: number) => {
      const date = Date.now() + offMs;
      const { findings } = await through(
        () => ({ date }),
        (url) => problemsWith({ GENESYS_API_URL: url }),
      );
      return findings.find(({ check }) => check === 'clock');
    };
    const little = await seen(90_000);
    assert.equal(little?.level, 'warning');
    const much = await seen(-400_000);
    assert.equal(much?.level, 'problem');
    assert.match(much?.said ?? '', /7 min ahead of/);
    assert.match(much?.next ?? '', /NTP/);
  });

  for (const permission of botPermissions.filter((each) => always.includes(each))) {
    it(`the missing permission ${permission}`, async () => {
      await ground.control('POST', `/clients/${ground.org.clientId}`, {
        permissions: botPermissions.filter((each) => each !== permission),
      });
      const { findings, problems } = await problemsWith();
      assert.deepEqual(problems, ['permissions genesys.permission-missing']);
      assert.match(findings.find(({ level }) => level === 'problem')?.said ?? '', new RegExp(permission));
    });
  }

  it('warns where a permission would tell what is assumed without it', async () => {
    const { findings, problems } = await problemsWith();
    assert.deepEqual(problems, []);
    const warned = findings.filter(({ check, level }) => check === 'permissions' && level === 'warning');
    assert.deepEqual(
      warned.flatMap(({ said }) => helpful.filter((each) => said.includes(each))),
      helpful.filter((each) => !botPermissions.some((granted) => granted === each)),
    );
  });

  it('warns where agents cannot set their presence for want of a permission', async () => {
    await ground.control('POST', `/clients/${ground.org.clientId}`, {
      permissions: botPermissions.filter((each) => each !== 'presence:userPresence:edit'),
    });
    const { findings, problems } = await problemsWith();
    assert.deepEqual(problems, []);
    const warned = findings.filter(({ check, level }) => check === 'permissions' && level === 'warning');
    assert.ok(warned.some(({ said }) => /presence from Teams.*|presence:userPresence:edit/.test(said)));
  });

  it('permissions the platform does not tell are not known, and nothing is said to be missing', async () => {
    const path = '/api/v2/authorization/subjects/me';
    await ground.control('POST', '/faults', { path, status: 403, code: 'missing.permissions', count: 9 });
    const { findings, problems } = await problemsWith();
    assert.deepEqual(problems, []);
    const said = findings.find(({ check }) => check === 'permissions');
    assert.equal(said?.level, 'warning');
    assert.match(said?.said ?? '', /does not say/);
  });

  it('a topic that is rejected although no permission is known to be missing', async () => {
    const alter = ({ method, path, body }: { method: string; path: string; body: unknown }): Altered => {
      if (method !== 'PUT' || !path.includes('/subscriptions') || !Array.isArray(body)) return {};
      const entities = body.map(({ id }) =>
        String(id).includes('undelivered')
          ? { id, state: 'Rejected', rejectionReason: 'no', missingPermissions: ['a:new:right'] }
          : { id, state: 'Permitted' },
      );
      return { body: { entities } };
    };
    const { findings, problems } = await through(alter, (url) => problemsWith({ GENESYS_API_URL: url }));
    assert.deepEqual(problems, ['topics genesys.notifications.topics-rejected']);
    const { said } = findings.find(({ level }) => level === 'problem') ?? {};
    assert.match(said ?? '', /v2\.webmessaging\.deployments\.\{id\}\.undelivered\.messages/);
    assert.match(said ?? '', /a:new:right/);
  });

  it('a notification socket that is refused', async () => {
    await ground.control('POST', '/faults', { on: 'channel', what: 'refuse', status: 503 });
    const { problems } = await problemsWith();
    assert.deepEqual(problems, ['streaming genesys.notifications.handshake-refused']);
  });

  it('a deployment that was deactivated', async () => {
    const [deployment] = ground.org.deployments.values();
    await ground.control('POST', `/deployments/${deployment?.id}/messenger`, { status: 'Inactive' });
    const { findings, problems } = await problemsWith();
    assert.deepEqual(problems, ['deployments']);
    const { said, next } = findings.find(({ level }) => level === 'problem') ?? {};
    assert.match(said ?? '', /inactive/);
    assert.match(next ?? '', /Messenger Deployments/);
  });

  it('a queue that nobody has', async () => {
    const [queue] = ground.org.queues.values();
    const { findings, problems } = await problemsWith({ GENESYS_QUEUES: `${queue?.name},Nowhere` });
    assert.deepEqual(problems, ['queues']);
    assert.match(findings.find(({ level }) => level === 'problem')?.said ?? '', /Nowhere/);
  });

  it('names the secret nowhere, and says all of it in words for a person', async () => {
    const run = await runDoctor(ground.env, []);
    assert.equal(run.exitCode, 0);
    assert.equal(run.errors, '');
    const { clientSecret } = botClient(ground.org);
    assert.ok(!run.output.includes(clientSecret));
    for (const title of [
      'Configuration',
      'Genesys Cloud',
      'The organisation',
      'Microsoft Teams',
      'The store',
    ])
      assert.match(run.output, new RegExp(`^${title}$`, 'm'));
    assert.ok(!run.output.includes('\u001b['), 'no colours without a terminal');
    assert.match(run.output, /No problems, \d+ warnings?\./);
  });
});
