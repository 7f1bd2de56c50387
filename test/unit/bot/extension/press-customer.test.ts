import assert from 'node:assert/strict';
import { z } from 'zod';
import type { CardAnswer } from '../../../../bot/actions/run-action.ts';
import { pressCustomer } from '../../../../bot/extension/press-customer.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { extensionGround } from './extension-ground.ts';

const button = z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()) });

describe('a press on the card of a customer found', () => {
  let ground: ReturnType<typeof extensionGround>;
  beforeEach(() => {
    ground = extensionGround();
    ground.found.push(ground.customer());
  });

  const press = (who: string, verb: string, data: unknown, pressId = 'chat press-1') =>
    pressCustomer(
      { reference: ground.elsewhere(who), user: ground.user(who), verb, data, pressId },
      ground.parts,
    );
  const open = (who: string, conversationId = 'conversation-1') =>
    press(who, 'customer.open', { conversationId });

  function cardOf(answer: CardAnswer): string {
    assert.ok(answer.kind === 'card', JSON.stringify(answer));
    return JSON.stringify(answer.card);
  }
  function textOf(answer: CardAnswer): string {
    assert.ok(answer.kind === 'message', JSON.stringify(answer));
    return answer.text;
  }

  it('gives the agent who presses a text in their own name, and proposes what becomes of it', async () => {
    const form = await open('ada');
    assert.deepEqual(ground.searched, [['agent-Ada', '']]);
    assert.match(cardOf(form), /"value":"Hello Noor, this is Ada\."/);
    assert.ok(form.kind === 'card');
    const { verb, data } = button.parse(form.card.actions?.[0]);
    const done = await press('ada', verb, { ...data, proposeText: 'Hello Noor!' }, 'chat press-2');
    assert.match(
      cardOf(done),
      /Message proposed.*Ada proposed a message to Noor Haddad.*waits for a supervisor/,
    );
    assert.deepEqual(ground.requests, [
      {
        agentId: 'agent-Ada',
        conversationId: 'conversation-1',
        text: 'Hello Noor!',
        by: 'Ada',
        mayApprove: false,
        eventId: 'by-hand agent-Ada conversation-1 chat press-1',
      },
    ]);
  });

  it('counts one form once, however often its button is pressed', async () => {
    const form = await open('ada');
    assert.ok(form.kind === 'card');
    const { verb, data } = button.parse(form.card.actions?.[0]);
    await press('ada', verb, { ...data, proposeText: 'Hello' }, 'chat press-2');
    await press('ada', verb, { ...data, proposeText: 'Hello' }, 'chat press-3');
    assert.equal(new Set(ground.requests.map(({ eventId }) => eventId)).size, 1);
  });

  it('lets a supervisor who is an agent need nobody’s yes', async () => {
    const data = { conversationId: 'conversation-1', agentId: 'agent-Bo', proposeText: 'Hello' };
    assert.match(cardOf(await press('bo', 'customer.propose', data)), /needs no approval/);
    assert.equal(ground.requests[0]?.mayApprove, true);
  });

  it('never sends a text written in another’s name: it gives one in that of who pressed', async () => {
    const data = { conversationId: 'conversation-1', agentId: 'agent-Ada', proposeText: 'This is Ada' };
    const answer = cardOf(await press('bo', 'customer.propose', data));
    assert.match(answer, /in somebody else’s name/);
    assert.match(answer, /"agentId":"agent-Bo"/);
    assert.deepEqual(ground.requests, []);
  });

  it('tells a supervisor who is no agent that an agent must press', async () => {
    assert.match(textOf(await open('sam')), /in an agent’s name/);
    assert.deepEqual(ground.searched, []);
  });

  it('tells guests and people nobody knows nothing, and does nothing', async () => {
    assert.match(textOf(await open('uma')), /teams\.person-unknown/);
    assert.match(
      textOf(await press('gus', 'customer.propose', { conversationId: 'conversation-1' })),
      /teams\.guest/,
    );
    assert.match(textOf(await open('nils')), /say “help”/);
    assert.deepEqual([ground.searched, ground.requests], [[], []]);
    assert.deepEqual(codedLines(ground.lines), ['teams.person-unknown', 'teams.guest']);
  });

  it('says why not now, and when the customer is no longer there', async () => {
    ground.found.splice(0, 1, ground.customer({ leftAlone: 'quiet-hours' }));
    assert.match(textOf(await open('ada')), /Noor Haddad.*quiet hours/);
    assert.match(textOf(await open('ada', 'conversation-9')), /no longer among those/);
  });

  it('passes on what the journey refuses, with its code', async () => {
    ground.refuse('outreach.not-a-candidate');
    const data = { conversationId: 'conversation-1', agentId: 'agent-Ada', proposeText: 'Hello' };
    assert.match(textOf(await press('ada', 'customer.propose', data)), /outreach\.not-a-candidate/);
  });

  it('refuses data that is not ours', async () => {
    for (const data of [null, 'x', {}, { conversationId: '' }, { conversationId: 'c', proposeText: 5 }]) {
      assert.match(textOf(await press('ada', 'customer.propose', data)), /teams\.action-unknown/);
    }
    assert.deepEqual(ground.requests, []);
  });
});
