import assert from 'node:assert/strict';
import type { RequestEntry } from '../../../tools/program/sandbox-control.ts';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type Scene, sceneOf } from '../../support/scene.ts';

const send = '/messages/agentless$|/messaging/external-messages$';

const isLook = ({ method, path }: RequestEntry): boolean =>
  method === 'GET' && /\/api\/v2\/conversations\/[0-9a-f-]+$/.test(path);

describe('a lost answer to a send, on the real program', () => {
  let program: Program;
  let scene: Scene;
  let remove: () => Promise<void>;
  let next = 0;

  before(async function () {
    this.timeout(30_000);
    const directory = await temporaryDirectory();
    remove = directory.remove;
    program = await startProgram({ dataDir: directory.path, env: { LOG_LEVEL: 'warn' } });
    scene = await sceneOf(program);
  });

  after(async () => {
    await program.stop();
    await remove();
  });

  /** Lets the next idle agent become available under a fault; gives the agent's chat and what customers had seen before. */
  async function freeAnAgent(fault: Readonly<Record<string, unknown>>) {
    const agent = scene.idleAgents[next];
    next += 1;
    assert.ok(agent);
    const before = (await scene.messagesToCustomers()).length;
    await program.sandbox.fault({ method: 'POST', path: send, ...fault });
    await program.sandbox.setPresence(agent.id, 'Available');
    const messages = async () => (await scene.messagesToCustomers()).slice(before);
    return { chat: scene.chatOf(agent.email).conversationId, messages };
  }

  const stored: [string, Readonly<Record<string, unknown>>][] = [
    ['a reset connection', { when: 'after', reset: true }],
    ['a 500', { when: 'after', status: 500 }],
    ['a 504', { when: 'after', status: 504 }],
  ];
  for (const [what, fault] of stored) {
    it(`finds the message that was stored before ${what}, and the customer gets it once`, async () => {
      const { chat, messages } = await freeAnAgent(fault);
      await scene.cardShowing(chat, 'unknown');
      await scene.recorded(
        'the card to tell the outcome',
        (entry) =>
          entry.kind === 'teams' &&
          entry.conversationId === chat &&
          /state-(sent|delivered|undelivered)/.test(JSON.stringify(entry.activity)),
      );
      assert.equal((await messages()).length, 1);
    });
  }

  it('stays unknown, and sends nothing again, when nothing was stored', async () => {
    const { chat, messages } = await freeAnAgent({ when: 'before', status: 500 });
    await scene.cardShowing(chat, 'unknown');
    // The look that could lead to a second send, if any did, reads the conversation.
    const sends = async () =>
      (await program.sandbox.requests()).filter(({ path }) => new RegExp(send).test(path));
    const sentBefore = (await sends()).length;
    const looksBefore = (await program.sandbox.requests()).filter(isLook).length;
    await waitFor(async () => (await program.sandbox.requests()).filter(isLook).length > looksBefore, {
      what: 'another look into the conversation',
      deadlineMs: 8_000,
    });
    assert.equal((await messages()).length, 0);
    assert.equal((await sends()).length, sentBefore);
  });

  it('ends as failed, with the code, when the platform refuses', async () => {
    const { chat, messages } = await freeAnAgent({ when: 'before', status: 403 });
    const card = await scene.cardShowing(chat, 'failed');
    assert.match(JSON.stringify(card.activity), /genesys\./);
    assert.equal((await messages()).length, 0);
  });
});
