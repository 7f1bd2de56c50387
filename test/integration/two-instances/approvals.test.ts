import assert from 'node:assert/strict';
import { conversationControl } from '../../../tools/program/conversation-control.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { outreachIdOf } from '../../support/outreach-id-of.ts';
import { newPostgresDatabase } from '../../support/postgres.ts';
import { type TwoInstances, twoInstances } from './two-instances-ground.ts';

describe('an approval pressed at another instance than the one that asked', function () {
  this.timeout(90_000);
  let both: TwoInstances;
  let databaseUrl: string;
  const fresh: string[] = [];
  before(async () => {
    fresh.push(await newPostgresDatabase(), await newPostgresDatabase());
  });
  beforeEach(() => {
    databaseUrl = fresh.pop() ?? '';
  });
  afterEach(() => both.stop());

  it('sends for an agent who joined a queue since that instance read who works here', async () => {
    const away = new Map<string[], string[]>();
    let joined = '';
    both = await twoInstances({
      databaseUrl,
      env: { OUTREACH_MODE: 'supervisor' },
      before({ world }) {
        const [org] = [...world.orgs.values()];
        assert.ok(org);
        joined = [...org.agents.values()].find(({ presence }) => presence === 'Busy')?.id ?? '';
        assert.ok(joined);
        for (const { memberIds } of org.queues.values()) {
          away.set(memberIds, [...memberIds]);
          memberIds.splice(0, memberIds.length, ...memberIds.filter((id) => id !== joined));
        }
      },
      between() {
        for (const [memberIds, all] of away) memberIds.splice(0, memberIds.length, ...all);
      },
    });
    const { one, scene } = both;
    const before = (await scene.messagesToCustomers()).length;
    await one.sandbox.setPresence(joined, 'Available');
    const card = await scene.recorded(
      'an approval card',
      (entry) =>
        entry.kind === 'teams' &&
        entry.event === 'posted' &&
        JSON.stringify(entry.activity).includes('outreach.approve'),
    );
    assert.ok(card.kind === 'teams');
    await one.sandbox.press(card.conversationId, {
      userId: scene.supervisor.id,
      activityId: card.activityId,
      verb: 'outreach.approve',
      data: { outreachId: outreachIdOf(card.activity) },
    });
    await scene.recorded(
      'the message at the customer, or that it was held back',
      (entry) =>
        (entry.kind === 'customer' && entry.event !== 'wrote') ||
        (entry.kind === 'teams' && JSON.stringify(entry.activity).includes('state-held')),
    );
    assert.equal((await scene.messagesToCustomers()).length, before + 1);
  });

  it('sends a follow-up pressed at an instance that has not read yet who works here', async () => {
    both = await twoInstances({ databaseUrl });
    const { one, scene } = both;
    const { sandbox } = one;
    const [agent] = scene.idleAgents;
    assert.ok(agent);
    await sandbox.setPresence(agent.id, 'Available');
    const reached = await scene.recorded(
      'the customer',
      (entry) => entry.kind === 'customer' && entry.message.text.includes(agent.name),
    );
    assert.ok(reached.kind === 'customer');
    const chat = scene.chatOf(agent.email);
    const state = reached.event === 'waiting' ? 'undelivered' : 'delivered';
    const card = await scene.cardShowing(chat.conversationId, state);
    await sandbox.customerWrites(reached.customerId, 'Yes please!');
    await scene.cardShowing(chat.conversationId, 'replied', card.activityId);
    await conversationControl(sandbox.baseUrl).ends(reached.conversationId, 'customer');
    await sandbox.fault({ path: '/api/v2/routing/queues', status: 503, count: 100 });
    const starting = await both.startOtherAnew();
    await both.teamsSpeaksWith(starting);
    const text = 'I have looked into it.';
    const { body } = await sandbox.press(chat.conversationId, {
      userId: chat.userId,
      activityId: card.activityId,
      verb: 'outreach.follow-up',
      data: {
        outreachId: outreachIdOf(card.activity),
        followUpText: text,
        followUpWhen: 'now',
        followUpWords: '',
      },
    });
    assert.match(JSON.stringify(body), /is being sent/);
    await waitFor(
      async () =>
        (await sandbox.record()).find(
          (entry) =>
            (entry.kind === 'customer' && entry.message.text === text) ||
            (entry.kind === 'teams' && JSON.stringify(entry.activity).includes('state-held')),
        ),
      { what: 'the follow-up, or that it was held back', deadlineMs: 15_000 },
    );
    assert.equal(
      (await scene.messagesToCustomers()).filter((entry) => entry.message.text === text).length,
      1,
    );
    await fetch(`${sandbox.baseUrl}/sandbox/v1/faults`, { method: 'DELETE' });
    await starting.ready;
  });
});
