import assert from 'node:assert/strict';
import { z } from 'zod';
import { sandboxEnv } from '../../../tools/program/sandbox-env.ts';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';

const agentless = '/api/v2/conversations/messages/agentless';
const requests = z.object({
  entries: z.array(
    z.object({
      path: z.string(),
      requestBody: z.object({ useExistingActiveConversation: z.boolean().optional() }).optional().catch({}),
    }),
  ),
});

describe('the real program where guest sessions end soon after the last word', () => {
  let ground: PlatformGround;
  let program: Program;
  let remove: () => Promise<void>;

  before(async function () {
    this.timeout(30_000);
    ground = await startPlatform();
    for (const deployment of ground.org.deployments.values()) deployment.sessionDurationSeconds = 60;
    const directory = await temporaryDirectory();
    remove = directory.remove;
    program = await startProgram({
      dataDir: directory.path,
      env: { ...(await sandboxEnv(ground.url)), OUTREACH_MODE: 'automatic', LOG_LEVEL: 'info' },
    });
  });

  after(async () => {
    await program.stop();
    await ground.close();
    await remove();
  });

  it('leaves alone by name who would not see it, and learns it by no refusal', async () => {
    for (const { id, presence } of ground.org.agents.values()) {
      if (presence === 'Available' || presence === 'On Queue') continue;
      await fetch(`${ground.url}/sandbox/v1/agents/${id}/presence`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ presence: 'Available' }),
      });
    }
    const alone = /reachback_left_alone_total\{reason="session-expired"\} [1-9]/;
    await waitFor(async () => alone.test(await (await fetch(`${program.url}/metrics`)).text()), {
      what: 'customers to be left alone because their session ran out',
      deadlineMs: 10_000,
    });
    const { entries } = requests.parse(
      await (await fetch(`${ground.url}/sandbox/v1/requests?after=0`)).json(),
    );
    const intoClosed = entries.filter(
      ({ path, requestBody }) => path === agentless && requestBody?.useExistingActiveConversation !== true,
    );
    assert.deepEqual(intoClosed, []);
  });
});
