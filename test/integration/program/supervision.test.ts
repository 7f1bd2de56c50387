import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { outreachIdOf } from '../../support/outreach-id-of.ts';
import { programOfSuite } from '../../support/program-of-suite.ts';

describe('supervision on the real program', () => {
  const { program, scene } = programOfSuite({ OUTREACH_MODE: 'supervisor', LOG_LEVEL: 'info' });

  /** Makes the next idle agent available and waits for the approval card in the supervisors' channel. */
  async function proposal(index: number) {
    const agent = scene().idleAgents[index];
    assert.ok(agent);
    const known = new Set((await program().sandbox.record()).map(({ seq }) => seq));
    await program().sandbox.setPresence(agent.id, 'Available');
    const card = await scene().recorded(
      'an approval card',
      (entry) => entry.kind === 'teams' && !known.has(entry.seq) && entry.event === 'posted',
    );
    assert.ok(card.kind === 'teams');
    return { agent, card, outreachId: outreachIdOf(card.activity) };
  }

  const press = (verb: string, by: string, on: Awaited<ReturnType<typeof proposal>>) =>
    program().sandbox.press(on.card.conversationId, {
      userId: by,
      activityId: on.card.activityId,
      verb,
      data: { outreachId: on.outreachId },
    });

  it('sends nothing before somebody approves, then sends once and tells it on the same card', async () => {
    const before = (await scene().messagesToCustomers()).length;
    const asked = await proposal(0);
    // Whatever the first proposal might have sent would be there before the card of a later one.
    await proposal(5);
    assert.equal((await scene().messagesToCustomers()).length, before);
    const answer = await press('outreach.approve', scene().supervisor.id, asked);
    assert.equal(answer.status, 200);
    await scene().recorded(
      'the message at the customer',
      (entry) => entry.kind === 'customer' && entry.event !== 'wrote',
    );
    const messages = await scene().messagesToCustomers();
    assert.equal(messages.length, before + 1);
    const away = messages.at(-1)?.event === 'waiting';
    await scene().cardShowing(scene().channelId, away ? 'undelivered' : 'delivered', asked.card.activityId);
    const own = scene().chatOf(asked.agent.email);
    await scene().cardShowing(own.conversationId, away ? 'undelivered' : 'delivered');
  });

  it('takes no decision from somebody who is not a supervisor', async () => {
    const before = (await scene().messagesToCustomers()).length;
    const asked = await proposal(1);
    const colleague = scene().chatOf(asked.agent.email);
    const answer = await press('outreach.approve', colleague.userId, asked);
    assert.match(JSON.stringify(answer.body), /teams\.not-a-supervisor/);
    const declined = await press('outreach.decline', scene().supervisor.id, asked);
    assert.match(JSON.stringify(declined.body), /state-declined/);
    assert.equal((await scene().messagesToCustomers()).length, before);
  });

  it('lets the first decision win and shows it to everyone who comes later', async () => {
    const before = (await scene().messagesToCustomers()).length;
    const asked = await proposal(2);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        press(index % 2 === 0 ? 'outreach.decline' : 'outreach.approve', scene().supervisor.id, asked),
      ),
    );
    await scene().recorded(
      'the decided card',
      (entry) =>
        entry.kind === 'teams' &&
        entry.activityId === asked.card.activityId &&
        /state-(declined|delivered|undelivered)/.test(JSON.stringify(entry.activity)),
    );
    const late = await press('outreach.approve', scene().supervisor.id, asked);
    assert.match(JSON.stringify(late.body), new RegExp(scene().supervisor.name));
    const sent = (await scene().messagesToCustomers()).length - before;
    const declined = answers.filter(({ body }) => /state-declined/.test(JSON.stringify(body))).length;
    assert.ok(
      (sent === 0 && declined === 10) || (sent === 1 && declined === 0),
      `${sent} sent, ${declined} declined`,
    );
  });

  it('stops at pause and goes on at resume', async () => {
    await scene().answerTo(scene().supervisor.email, 'pause');
    const agent = scene().idleAgents[3];
    assert.ok(agent);
    await program().sandbox.setPresence(agent.id, 'Available');
    await waitFor(() => program().output().includes('"reason":"paused"'), { what: 'the pause to be logged' });
    const cardsWhilePaused = (await program().sandbox.record()).filter(
      ({ kind, event }) => kind === 'teams' && event === 'posted',
    ).length;
    await scene().answerTo(scene().supervisor.email, 'resume');
    await proposal(4);
    const cards = (await program().sandbox.record()).filter(
      ({ kind, event }) => kind === 'teams' && event === 'posted',
    );
    assert.equal(
      cards.length,
      cardsWhilePaused + 2,
      'the answer to resume and one approval card, none for the pause',
    );
  });
});
