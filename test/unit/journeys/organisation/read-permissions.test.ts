import assert from 'node:assert/strict';
import { pino } from 'pino';
import type { ErrorCode } from '../../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { PlatformCall } from '../../../../src/genesys/platform-call.ts';
import { readPermissions } from '../../../../src/journeys/organisation/read-permissions.ts';

describe('readPermissions', () => {
  async function reading(call: PlatformCall) {
    const lines: { level: number; code?: string; facts?: unknown; next?: string; without?: string }[] = [];
    const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    return { lines, permissions: await readPermissions({ call, log }) };
  }
  const granting =
    (...policies: { domain: string; entityName: string; actions: string[] }[]): PlatformCall =>
    async ({ answer }) => ({
      body: answer.parse({ grants: [{ role: { policies } }] }),
      status: 200,
      correlationId: null,
    });
  const failing =
    (code: ErrorCode): PlatformCall =>
    async () => {
      throw new ReachbackError(code);
    };

  it('logs nothing when all is there, and knows what may be used', async () => {
    const all = { domain: '*', entityName: '*', actions: ['*'] };
    const { lines, permissions } = await reading(granting(all));
    assert.deepEqual(lines, []);
    assert.equal(permissions.mayUse('send-agentless'), true);
    assert.equal(permissions.mayUse('send-external-messages'), null, 'names no right');
  });

  it('logs each permission that is missing, with what does not work and what to do', async () => {
    const { lines, permissions } = await reading(
      granting(
        { domain: 'conversation', entityName: 'communication', actions: ['view'] },
        { domain: 'conversation', entityName: 'webmessaging', actions: ['view'] },
        { domain: 'routing', entityName: '*', actions: ['*'] },
        { domain: 'analytics', entityName: 'conversationDetail', actions: ['view'] },
        { domain: 'presence', entityName: 'userPresence', actions: ['edit'] },
      ),
    );
    assert.equal(permissions.mayUse('send-agentless'), false);
    assert.equal(permissions.mayUse('read-conversation'), true);
    assert.equal(lines.length, 1);
    const [line] = lines;
    assert.equal(line?.level, 50);
    assert.equal(line?.code, 'genesys.permission-missing');
    assert.deepEqual(line?.facts, { permission: 'conversation:message:create' });
    assert.match(line?.next ?? '', /Roles/);
    assert.match(line?.without ?? '', /cannot be written to/);
  });

  it('warns of what people may miss, without calling it a fault', async () => {
    const { lines, permissions } = await reading(
      granting(
        ...['conversation', 'routing', 'analytics'].map((domain) => ({
          domain,
          entityName: '*',
          actions: ['*'],
        })),
      ),
    );
    assert.equal(permissions.mayUse('set-presence'), false);
    assert.deepEqual(
      lines.map(({ level, facts }) => [level, facts]),
      [[40, { permission: 'presence:userPresence:edit' }]],
    );
    assert.match(lines[0]?.without ?? '', /presence from Teams/);
  });

  for (const code of ['genesys.permission-missing', 'genesys.not-found', 'genesys.server-error'] as const)
    it(`goes on without knowing, and says so, after ${code}`, async () => {
      const { lines, permissions } = await reading(failing(code));
      assert.equal(permissions.granted, null);
      assert.equal(permissions.mayUse('send-agentless'), null);
      assert.deepEqual(
        lines.map(({ level, code }) => [level, code]),
        [[40, code]],
      );
    });

  it('takes an answer that says nothing for not known', async () => {
    const { lines, permissions } = await reading(granting());
    assert.equal(permissions.granted, null);
    assert.equal(lines.length, 1);
  });

  it('leaves a missing token and a closed way to the rest of the start', async () => {
    await assert.rejects(reading(failing('genesys.credentials-refused')), {
      code: 'genesys.credentials-refused',
    });
    await assert.rejects(reading(failing('genesys.unreachable')), { code: 'genesys.unreachable' });
    const noName = 'genesys.network.name-unknown';
    await assert.rejects(reading(failing(noName)), { code: noName });
  });
});
