import assert from 'node:assert/strict';
import { z } from 'zod';
import type { RecordEntry } from '../../../tools/program/sandbox-control.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { programOfSuite } from '../../support/program-of-suite.ts';

const said = z.object({ value: z.string() });
const members = /"verb":"burst\.details","data":\{"burstId":"([^"]+)","outreachId":"([^"]+)"/g;

describe('a burst of proposals, on the real program', () => {
  const { program, scene } = programOfSuite({ OUTREACH_MODE: 'supervisor', LOG_LEVEL: 'info' });

  /** The newest card several proposals share that shows so. */
  async function burst(pattern: RegExp): Promise<RecordEntry & { kind: 'teams' }> {
    const card = await waitFor(
      async () =>
        (await program().sandbox.record()).findLast(
          ({ kind, ...entry }) => kind === 'teams' && pattern.test(JSON.stringify(entry)),
        ) ?? null,
      { what: `a card to show ${pattern}`, deadlineMs: 15_000 },
    );
    assert.ok(card.kind === 'teams');
    return card;
  }

  it('is one post, of which all are approved with one press, each sent once', async () => {
    const { sandbox } = program();
    const count = scene().idleAgents.length;
    assert.ok(count >= 5);
    const since = (await sandbox.record()).length;
    await sandbox.setPresences(
      scene().idleAgents.map(({ id }) => id),
      'Available',
    );
    const card = await burst(new RegExp(`"text":"${count} messages wait for a decision"`));
    const posts = (await sandbox.record())
      .slice(since)
      .filter(({ kind, event }) => kind === 'teams' && event === 'posted');
    assert.equal(posts.length, 1);
    const shown = [...JSON.stringify(card.activity).matchAll(members)];
    const [[, burstId = ''] = []] = shown;
    assert.equal(new Set(shown.map(([, , outreachId]) => outreachId)).size, count);

    const press = (
      verb: string,
      data: object,
      userId = scene().supervisor.id,
      conversationId = card.conversationId,
    ) => sandbox.press(conversationId, { userId, activityId: card.activityId, verb, data });
    const [first, second, third] = shown.map(([, , outreachId = '']) => outreachId);
    assert.ok(first && second && third);

    // Nobody but a supervisor, nowhere but in this channel, and nothing that is not on the card.
    const agent = scene().chatOf(scene().idleAgents[0]?.email ?? '');
    const own = scene().chatOf(scene().supervisor.email);
    const forged: [string, Awaited<ReturnType<typeof press>>][] = [
      ['teams.not-a-supervisor', await press('burst.approve-all', { burstId, upTo: 99 }, agent.userId)],
      ['outreach.not-on-this-card', await press('burst.approve', { burstId, outreachId: 'another' })],
      ['outreach.not-on-this-card', await press('burst.approve-all', { burstId: 'another', upTo: 99 })],
      ['outreach.not-on-this-card', await press('burst.approve-all', { burstId, upTo: 0 })],
      ['teams.action-unknown', await press('burst.approve', { outreachId: first })],
      ['teams.action-unknown', await press('burst.explode', { burstId, outreachId: first })],
    ];
    for (const [code, { body }] of forged) assert.match(said.parse(body).value, new RegExp(`code ${code}`));
    await scene().answerTo(scene().supervisor.email, 'help');
    const answer = (await sandbox.record()).findLast(
      (entry) => entry.kind === 'teams' && entry.conversationId === own.conversationId,
    );
    assert.ok(answer?.kind === 'teams');
    const elsewhere = await sandbox.press(own.conversationId, {
      userId: own.userId,
      activityId: answer.activityId,
      verb: 'burst.approve-all',
      data: { burstId, upTo: 99 },
    });
    assert.match(said.parse(elsewhere.body).value, /code outreach\.not-on-this-card/);
    assert.equal((await scene().messagesToCustomers()).length, 0);

    assert.match(
      said.parse((await press('burst.decline', { burstId, outreachId: first })).body).value,
      /declined/,
    );
    await burst(new RegExp(`${count - 1} messages wait.*Declined, nothing was sent \\(Sam Porter\\)`));
    assert.match(
      said.parse((await press('burst.details', { burstId, outreachId: second })).body).value,
      /is posted below/,
    );
    await scene().cardShowing(scene().channelId, 'awaiting-approval');
    assert.match(
      said.parse((await press('burst.details', { burstId, outreachId: second })).body).value,
      /already/,
    );

    const { body } = await press('burst.approve-all', { burstId, upTo: count });
    const [, all, waits = '0'] =
      /^(\d) approved, 1 was declined by Sam Porter(?:, (\d) still waits?, .* would be held back)?$/.exec(
        said.parse(body).value,
      ) ?? assert.fail(said.parse(body).value);
    assert.equal(Number(all) + Number(waits), count - 1);
    // What is known to be held back is not among them; a supervisor may still say yes to it by itself.
    for (const [, , outreachId] of shown.slice(1))
      if (waits !== '0') await press('burst.approve', { burstId, outreachId });
    // The last look before a send may hold one back; the card says of each what became of it.
    const ends = /Reached the customer’s browser|Sent, the customer is away|Held back: /g;
    const over = await waitFor(
      async () => {
        const json = JSON.stringify((await burst(/"id":"burst-decided"/)).activity);
        return [...json.matchAll(ends)].length === count - 1 ? json : null;
      },
      { what: 'every end of the burst', deadlineMs: 15_000 },
    );
    const held = [...over.matchAll(/Held back: /g)].length;
    assert.ok(held <= 2);
    assert.equal((await scene().messagesToCustomers()).length, count - 1 - held);
    const late = await press('burst.decline', { burstId, outreachId: third });
    assert.match(
      said.parse(late.body).value,
      /Sam Porter approved this at \d\d:\d\d.*; your press changed nothing/,
    );
    assert.equal(
      said.parse((await press('burst.approve-all', { burstId, upTo: count })).body).value,
      `${count - 1} approved, 1 was declined by Sam Porter`,
    );
    assert.equal((await scene().messagesToCustomers()).length, count - 1 - held);
  });
});
