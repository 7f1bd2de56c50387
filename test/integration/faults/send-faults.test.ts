import { deepEqual, equal, ok } from 'node:assert/strict';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { type Scene, sceneOf } from '../../support/scene.ts';

const send = '/messages/agentless$|/messaging/external-messages$';
type Fault = Readonly<Record<string, unknown>>;

describe('a send under faults, on the real program', () => {
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

  /** Lets the next idle agent become available under faults; gives the agent's chat and what customers then see. */
  async function freeAnAgent(...faults: readonly Fault[]) {
    const agent = scene.idleAgents[next];
    next += 1;
    ok(agent);
    const before = (await scene.messagesToCustomers()).length;
    for (const fault of faults) await program.sandbox.fault(fault);
    await program.sandbox.setPresence(agent.id, 'Available');
    const messages = async () => (await scene.messagesToCustomers()).slice(before);
    return { chat: scene.chatOf(agent.email).conversationId, messages };
  }
  const toldSent = (chat: string) =>
    scene.recorded(
      'the card to tell that it was sent',
      (entry) =>
        entry.kind === 'teams' &&
        entry.conversationId === chat &&
        /state-(sent|delivered|undelivered)/.test(JSON.stringify(entry.activity)),
    );

  const lost: readonly (readonly [what: string, fault: Fault])[] = [
    ['broken off in the middle', { reset: 'mid-answer' }],
    ['cut', { body: 'cut', when: 'after' }],
    ['a gateway’s page with 200', { body: 'html', when: 'after' }],
    ['a gateway’s page with 502', { status: 502, body: 'html', when: 'after' }],
  ];
  it('looks up each message whose answer was lost, and the customers get it once', async () => {
    const before = (await scene.messagesToCustomers()).length;
    // All at once: whichever send meets which fault, its answer is lost.
    for (const [, fault] of lost) await program.sandbox.fault({ method: 'POST', path: send, ...fault });
    const freed = await Promise.all(lost.map(() => freeAnAgent()));
    for (const { chat } of freed) {
      await scene.cardShowing(chat, 'unknown');
      await toldSent(chat);
    }
    const got = (await scene.messagesToCustomers()).slice(before).map(({ customerId }) => customerId);
    deepEqual([got.length, new Set(got).size], [lost.length, lost.length]);
  });

  const unsent: readonly (readonly [what: string, faults: readonly Fault[]])[] = [
    ['it was throttled', [{ method: 'POST', path: send, status: 429 }]],
    ['the token was revoked', [{ on: 'token', what: 'revoke' }]],
  ];
  for (const [what, faults] of unsent) {
    it(`sends once, later, when ${what}`, async () => {
      const { chat, messages } = await freeAnAgent(...faults);
      await toldSent(chat);
      equal((await messages()).length, 1);
    });
  }

  it('does not take a page with 200 for a message that was sent', async () => {
    const { chat, messages } = await freeAnAgent({ method: 'POST', path: send, body: 'html' });
    await scene.cardShowing(chat, 'unknown');
    deepEqual(await messages(), []);
  });
});
