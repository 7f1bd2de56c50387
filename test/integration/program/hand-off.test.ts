import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { handOffGround, isHandOffCard } from './hand-off-ground.ts';
import type { Answered } from './reply-ground.ts';

type Ground = Awaited<ReturnType<typeof handOffGround>>;

const handOffId = (card: unknown): string => {
  const found = /"handOffId":"([^"]+)"/.exec(JSON.stringify(card))?.[1];
  assert.ok(found, 'a button to end the hand-off');
  return found;
};

describe('handing a conversation to another organisation, over the bridge', function () {
  this.timeout(90_000);
  let ground: Ground;
  beforeEach(async () => {
    ground = await handOffGround();
  });
  afterEach(() => ground.stop());

  it('shows the partner what was said, the customer what the partner answers, and both channels how it stands', async () => {
    const on = await ground.talks();
    const said = await ground.presses(on, 'hand-off.begin', ground.form(on));
    assert.match(said, /Being handed to Southridge Repairs/);
    const { customer } = await ground.bridged('Yes please, one question!');
    const partnerChannel = await ground.partnerChannel();
    for (const place of [on.chat.conversationId, ground.scene.channelId, partnerChannel])
      assert.match(
        JSON.stringify((await ground.cardAt(place, 'bridged')).activity),
        /Third torn seam this year/,
      );
    assert.ok(
      !JSON.stringify((await ground.cardAt(partnerChannel, 'bridged')).activity).includes('hand-off.end'),
    );

    await ground.partnerWrites(customer.id, 'Hello, this is Southridge. Which seam is it?');
    await waitFor(
      async () => (await ground.reached(on, 'Hello, this is Southridge. Which seam is it?')).length === 1,
      { what: 'the customer to read the partner', deadlineMs: 20_000 },
    );
    await ground.sandbox.customerWrites(on.customerId, 'The left one.');
    await ground.bridged('The left one.');
    await ground.cardAt(on.chat.conversationId, 'bridged', '1 message passed on · 1 answer came back');
    await ground.cardAt(partnerChannel, 'bridged', '1 message passed on · 1 answer came back');

    const again = await ground.presses(on, 'hand-off.begin', ground.form(on));
    assert.match(again, /handoff\.under-way/);

    const card = await ground.cardAt(ground.scene.channelId, 'bridged');
    const { supervisor } = ground.scene;
    const ended = await ground.presses(
      {
        chat: { conversationId: ground.scene.channelId, userId: supervisor.id },
        activityId: card.activityId,
      },
      'hand-off.end',
      { handOffId: handOffId(card.activity) },
    );
    assert.match(ended, /Sam Porter ended the hand-off/);
    for (const place of [on.chat.conversationId, partnerChannel])
      await ground.cardAt(place, 'ended', 'Sam Porter ended the hand-off');
    assert.equal((await ground.reached(on, 'Hello, this is Southridge. Which seam is it?')).length, 1);
  });

  it('begins one for two presses at the same moment, and lets only the agent or a supervisor end it', async () => {
    const on = await ground.talks();
    const answers = await Promise.all([
      ground.presses(on, 'hand-off.begin', ground.form(on)),
      ground.presses(on, 'hand-off.begin', ground.form(on)),
    ]);
    assert.equal(answers.filter((said) => said.includes('Being handed to')).length, 1, answers.join('\n'));
    assert.equal(answers.filter((said) => said.includes('handoff.under-way')).length, 1);
    const card = await ground.cardAt(on.chat.conversationId, 'bridged');
    const other = ground.scene.idleAgents.find(({ id }) => id !== on.agent.id);
    assert.ok(other);
    const inChannel = await ground.cardAt(ground.scene.channelId, 'bridged');
    const refused = await ground.presses(
      {
        chat: { conversationId: ground.scene.channelId, userId: ground.scene.chatOf(other.email).userId },
        activityId: inChannel.activityId,
      },
      'hand-off.end',
      { handOffId: handOffId(card.activity) },
    );
    assert.match(refused, /handoff\.not-yours/);
    const ended = await ground.presses({ ...on, activityId: card.activityId }, 'hand-off.end', {
      handOffId: handOffId(card.activity),
    });
    assert.match(ended, /hand-off-ended/);
  });

  it('takes up after a kill what it left, and neither side misses or repeats a word', async () => {
    const on = await ground.talks();
    await ground.presses(on, 'hand-off.begin', ground.form(on));
    await ground.restart();
    const { customer } = await ground.bridged('Yes please, one question!');
    await ground.cardAt(await ground.partnerChannel(), 'bridged');
    await ground.sandbox.customerWrites(on.customerId, 'Are you there?');
    await ground.restart();
    await ground.bridged('Are you there?');
    await ground.partnerWrites(customer.id, 'We are.');
    await waitFor(async () => (await ground.reached(on, 'We are.')).length > 0, {
      what: 'the customer to read the partner',
      deadlineMs: 30_000,
    });
    const atPartner = (await ground.messagesOf(customer.id)).filter(({ text }) => text === 'Are you there?');
    assert.equal(atPartner.length, 1);
    assert.equal((await ground.reached(on, 'We are.')).length, 1);
    const cards = (await ground.entries()).filter(
      (entry) =>
        entry.kind === 'teams' &&
        entry.event === 'posted' &&
        entry.conversationId === on.chat.conversationId &&
        isHandOffCard.test(JSON.stringify(entry.activity)),
    );
    assert.equal(new Set(cards.map((entry) => entry.kind === 'teams' && entry.activityId)).size, 1);
  });

  it('ends when the partner ends the conversation', async () => {
    const on = await ground.talks();
    await ground.presses(on, 'hand-off.begin', ground.form(on));
    const { customer } = await ground.bridged('Yes please, one question!');
    await ground.partnerWrites(customer.id, 'All done.');
    await waitFor(async () => (await ground.reached(on, 'All done.')).length === 1, {
      what: 'the last words',
    });
    const [, org] = (await ground.sandbox.state()).orgs;
    const theirs = org?.customers.find(({ id }) => id === customer.id)?.conversations[0];
    assert.ok(theirs);
    await ground.conversations.ends(theirs.id, 'agent');
    await ground.cardAt(on.chat.conversationId, 'ended', 'Southridge Repairs ended the conversation');
  });

  it('prevents what cannot work before anything leaves, and says why', async () => {
    const away = await ground.answers();
    assert.match(await begun(away), /handoff\.not-on-conversation/);
    await ground.conversations.agentAnswers(away.conversationId, away.agent.id);
    assert.match(await begun(away, { handOffTo: 'nobody/Repairs' }), /handoff\.partner-unknown/);
    assert.match(await begun(away, { handOffTo: 'southridge/Mars' }), /handoff\.queue-unknown/);
    assert.match(await begun(away, { handOffNote: 'x'.repeat(501) }), /handoff\.text-too-long/);
    assert.match(await begun(away, { handOffTo: '' }), /please choose partner, queue and reason/);
    assert.match(await begun(away, { handOffReason: 'because' }), /please choose partner, queue and reason/);
    await ground.conversations.ends(away.conversationId, 'customer');
    assert.match(await begun(away), /handoff\.conversation-over/);
    const cards = (await ground.entries()).filter((entry) => isHandOffCard.test(JSON.stringify(entry)));
    assert.deepEqual(cards, []);
  });

  function begun(on: Answered, more: Readonly<Record<string, string>> = {}): Promise<string> {
    return ground.presses(on, 'hand-off.begin', ground.form(on, more));
  }

  it('shows supervisors the partners, and nobody else', async () => {
    const { activity } = await ground.says(ground.scene.supervisor.email, 'partners');
    assert.match(JSON.stringify(activity), /Southridge Repairs.*Can be reached.*webmessaging → open/);
    const [agent] = ground.scene.idleAgents;
    assert.ok(agent);
    const refused = await ground.says(agent.email, 'partners');
    assert.match(JSON.stringify(refused.activity), /handoff\.supervisors-only/);
  });
});
