import assert from 'node:assert/strict';
import { botPermissions } from '../../../src/sandbox/seed/permissions.ts';
import { sandboxEnv } from '../../../tools/program/sandbox-env.ts';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';

const right = 'conversation:message:create';
const agentless = '/api/v2/conversations/messages/agentless';

describe('the real program whose OAuth client lacks a right', () => {
  let ground: PlatformGround;
  let program: Program;
  let remove: () => Promise<void>;

  before(async function () {
    this.timeout(30_000);
    ground = await startPlatform({ strict: true });
    const client = ground.org.clients.get(ground.org.clientId);
    assert.ok(client);
    client.permissions = botPermissions.filter((each) => each !== right);
    const directory = await temporaryDirectory();
    remove = directory.remove;
    program = await startProgram({
      dataDir: directory.path,
      env: { ...(await sandboxEnv(ground.url)), LOG_LEVEL: 'info' },
    });
  });

  after(async () => {
    await program.stop();
    await ground.close();
    await remove();
  });

  it('starts, says so once with what does not work and where to click, and learns it by no refusal', async () => {
    const lines = await waitFor(
      () => {
        const found = program
          .output()
          .split('\n')
          .filter((line) => line.includes('genesys.permission-missing') && line.includes('"level":50'));
        return found.length > 0 && found;
      },
      { what: 'the line about the permission' },
    );
    assert.equal(lines.length, 1);
    const line: { facts: unknown; next: string; without: string } = JSON.parse(lines[0] ?? '');
    assert.deepEqual(line.facts, { permission: right });
    assert.match(line.next, /Genesys Admin > Roles/);
    assert.match(line.without, /cannot be written to/);

    const held = async (): Promise<boolean> =>
      /state="held"[^}]*\} [1-9]/.test(await (await fetch(`${program.url}/metrics`)).text());
    assert.equal(await held(), false);
    for (const { id, presence } of ground.org.agents.values()) {
      if (presence === 'Available' || presence === 'On Queue') continue;
      await fetch(`${ground.url}/sandbox/v1/agents/${id}/presence`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ presence: 'Available' }),
      });
    }
    await waitFor(held, { what: 'an outreach to be held' });
    const { entries } = JSON.parse(await (await fetch(`${ground.url}/sandbox/v1/requests?after=0`)).text());
    const refused = entries.filter(
      ({ path, status }: { path: string; status: number }) => path === agentless && status === 403,
    );
    assert.deepEqual(refused, []);
  });
});
