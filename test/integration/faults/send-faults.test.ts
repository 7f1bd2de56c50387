import { equal } from 'node:assert/strict';
import { type Fault, type ProgramGround, sendPath, startProgramGround } from './program-ground.ts';

const send = { method: 'POST', path: sendPath };

describe('a send under faults, on the real program', () => {
  let ground: ProgramGround;
  before(async function () {
    this.timeout(30_000);
    ground = await startProgramGround();
  });
  after(() => ground.stop());

  const unsent: readonly (readonly [what: string, fault: Fault])[] = [
    ['it was throttled', { ...send, status: 429 }],
    ['the token was revoked', { on: 'token', what: 'revoke' }],
  ];
  for (const [what, fault] of unsent) {
    it(`leaves once, later, when ${what}`, async () => {
      const { chat, messages } = await ground.freeAnAgent(fault);
      await ground.toldSent(chat);
      equal((await messages()).length, 1);
    });
  }

  const pages: readonly (readonly [what: string, fault: Fault, messages: number])[] = [
    ['with 200, before anything was stored', { body: 'html' }, 0],
    ['with 502, after the message was', { when: 'after', status: 502, body: 'html' }, 1],
  ];
  for (const [what, fault, stored] of pages) {
    it(`is not taken for sent or for failed when a gateway’s page answers ${what}`, async () => {
      const { chat, messages } = await ground.freeAnAgent({ ...send, ...fault });
      await ground.scene.cardShowing(chat, 'unknown');
      equal((await messages()).length, stored);
    });
  }
});
