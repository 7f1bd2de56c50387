import assert from 'node:assert/strict';
import { z } from 'zod';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { outreachIdOf } from '../../support/outreach-id-of.ts';
import { newPostgresDatabase } from '../../support/postgres.ts';
import { type TwoInstances, twoInstances } from './two-instances-ground.ts';

const invoke = z.looseObject({
  id: z.string(),
  name: z.literal('adaptiveCard/action'),
  value: z.looseObject({ action: z.looseObject({ verb: z.string() }) }),
});

describe('what is said to one of two instances', function () {
  this.timeout(90_000);
  let both: TwoInstances;
  before(async () => {
    both = await twoInstances({
      databaseUrl: await newPostgresDatabase(),
      env: { OUTREACH_MODE: 'supervisor' },
    });
  });
  after(() => both.stop());

  const agents = [0, 1, 2, 3];
  const nextAgent = () => {
    const agent = both.scene.idleAgents[agents.shift() ?? 9];
    assert.ok(agent, 'there are agents left');
    return agent;
  };
  const asks = async () =>
    (await both.one.sandbox.record()).flatMap((entry) =>
      entry.kind === 'teams' &&
      entry.event === 'posted' &&
      entry.conversationId.startsWith(both.scene.channelId) &&
      JSON.stringify(entry.activity).includes('outreach.approve')
        ? [entry]
        : [],
    );
  const asked = async (agentName: string) =>
    waitFor(async () => (await asks()).find(({ activity }) => JSON.stringify(activity).includes(agentName)), {
      what: `a card about ${agentName}`,
      deadlineMs: 10_000,
    });

  /** A press of approve as Teams delivers it; what is really pressed on the card does nothing. */
  async function approvalOf(card: Awaited<ReturnType<typeof asked>>) {
    const { sandbox } = both.one;
    await sandbox.press(card.conversationId, {
      userId: both.scene.supervisor.id,
      activityId: card.activityId,
      verb: 'outreach.nothing',
      data: { outreachId: outreachIdOf(card.activity) },
    });
    const pressed = (await sandbox.requests()).flatMap(({ requestBody }) => {
      const told = invoke.safeParse(requestBody);
      return told.success && told.data.value.action.verb === 'outreach.nothing' ? [told.data] : [];
    });
    const press = pressed.at(-1);
    assert.ok(press);
    const action = { ...press.value.action, verb: 'outreach.approve' };
    return { ...press, id: `${press.id}-approve`, value: { ...press.value, action } };
  }

  it('holds at the other: a pause, and its end', async () => {
    const { one, other, scene } = both;
    await both.teamsSpeaksWith(other);
    await scene.answerTo(scene.supervisor.email, 'pause');
    const kept = nextAgent();
    await one.sandbox.setPresence(kept.id, 'Available');
    for (const program of [one, other])
      await waitFor(() => program.output().includes('"reason":"paused"'), { what: 'both to leave it' });
    await both.teamsSpeaksWith(one);
    await scene.answerTo(scene.supervisor.email, 'resume');
    const { name, id } = nextAgent();
    await one.sandbox.setPresence(id, 'Available');
    await asked(name);
    assert.deepEqual(
      (await asks()).filter(({ activity }) => JSON.stringify(activity).includes(kept.name)),
      [],
    );
  });

  it('counts once when Teams delivers the same press to both in one moment: one message leaves', async () => {
    const { one, other, scene } = both;
    const { name, id } = nextAgent();
    await one.sandbox.setPresence(id, 'Available');
    const before = (await scene.messagesToCustomers()).length;
    const seen = new Set<string>();
    // Right after a start it is not known yet whose session ran out: then the next customer is asked about.
    for (let state = 'held'; state === 'held'; ) {
      const card = await waitFor(
        async () =>
          (await asks()).find(
            ({ activity, activityId }) => !seen.has(activityId) && JSON.stringify(activity).includes(name),
          ),
        { what: `a card about ${name}`, deadlineMs: 10_000 },
      );
      seen.add(card.activityId);
      const press = await approvalOf(card);
      const answers = await Promise.all(
        [one, other, one, other].map(async ({ url }, index) => {
          const answer = await fetch(`${url}/api/messages`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ ...press, id: index < 2 ? press.id : `${press.id}-${index}` }),
          });
          return answer.text();
        }),
      );
      // A press that came twice may be shown the card as it was a moment before.
      for (const answer of answers) assert.match(answer, /"statusCode":200/);
      state = await waitFor(
        async () => {
          const last = (await one.sandbox.record()).findLast(
            (entry) => entry.kind === 'teams' && entry.activityId === card.activityId,
          );
          return /state-(held|delivered|undelivered)/.exec(JSON.stringify(last))?.[1];
        },
        { what: 'the card to say what became of it', deadlineMs: 10_000 },
      );
    }
    assert.equal((await scene.messagesToCustomers()).length, before + 1);
  });
});
