import { deepEqual, equal, match } from 'node:assert/strict';
import type { RequestEntry } from '../../../tools/program/sandbox-control.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type Fault, type ProgramGround, sendPath, startProgramGround } from './program-ground.ts';

const isLook = ({ method, path }: RequestEntry): boolean =>
  method === 'GET' && /\/api\/v2\/conversations\/[0-9a-f-]+$/.test(path);

const stored: readonly Fault[] = [
  { when: 'after', reset: true },
  { when: 'after', status: 500 },
  { when: 'after', status: 504 },
  { reset: 'mid-answer' },
  { when: 'after', body: 'cut' },
  { when: 'after', body: 'html' },
];

describe('a lost answer to a send, on the real program', () => {
  let ground: ProgramGround;
  before(async function () {
    this.timeout(30_000);
    ground = await startProgramGround();
  });
  after(() => ground.stop());

  it('leads to the message that was stored, whatever became of the answer, and each customer gets one', async () => {
    const { scene } = ground;
    const before = (await scene.messagesToCustomers()).length;
    // All at once: whichever send meets which fault, its answer is lost.
    for (const chat of await ground.freeAgentsUnder(stored)) {
      await scene.cardShowing(chat, 'unknown');
      await ground.toldSent(chat);
    }
    const got = (await scene.messagesToCustomers()).slice(before).map(({ customerId }) => customerId);
    deepEqual([got.length, new Set(got).size], [stored.length, stored.length]);
  });

  it('stays unknown, and sends nothing again, when nothing was stored', async () => {
    const { program, scene } = ground;
    const fault = { method: 'POST', path: sendPath, when: 'before', status: 500 };
    const { chat, messages } = await ground.freeAnAgent(fault);
    await scene.cardShowing(chat, 'unknown');
    // The look that could lead to a second send, if any did, reads the conversation.
    const requests = () => program.sandbox.requests();
    const sends = async () => (await requests()).filter(({ path }) => new RegExp(sendPath).test(path)).length;
    const sentBefore = await sends();
    const looksBefore = (await requests()).filter(isLook).length;
    await waitFor(async () => (await requests()).filter(isLook).length > looksBefore, {
      what: 'another look into the conversation',
      deadlineMs: 8_000,
    });
    deepEqual([(await messages()).length, await sends()], [0, sentBefore]);
  });

  it('is none when the platform refuses: the outreach ends as failed, with the code', async () => {
    const fault = { method: 'POST', path: sendPath, when: 'before', status: 403 };
    const { chat, messages } = await ground.freeAnAgent(fault);
    match(JSON.stringify((await ground.scene.cardShowing(chat, 'failed')).activity), /genesys\./);
    equal((await messages()).length, 0);
  });
});
