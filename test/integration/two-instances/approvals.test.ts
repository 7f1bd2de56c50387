import assert from 'node:assert/strict';
import { outreachIdOf } from '../../support/outreach-id-of.ts';
import { newPostgresDatabase } from '../../support/postgres.ts';
import { type TwoInstances, twoInstances } from './two-instances-ground.ts';

describe('an approval pressed at another instance than the one that asked', function () {
  this.timeout(90_000);
  let both: TwoInstances;
  let databaseUrl: string;
  before(async () => {
    databaseUrl = await newPostgresDatabase();
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
});
