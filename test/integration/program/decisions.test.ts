import assert from 'node:assert/strict';
import { z } from 'zod';
import { conversationControl } from '../../../tools/program/conversation-control.ts';
import type { RecordEntry } from '../../../tools/program/sandbox-control.ts';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type Scene, sceneOf } from '../../support/scene.ts';

type Card = RecordEntry & { kind: 'teams' };

const said = z.object({ value: z.string() });
const asked = /"id":"state-awaiting-approval"/;
const idsOnCard = /"outreachId":"([^"]+)"/g;

function idsOn({ activity }: Pick<Card, 'activity'>): string[] {
  return [...new Set([...JSON.stringify(activity).matchAll(idsOnCard)].map(([, id = '']) => id))];
}

describe('what supervisors decide, on the real program', () => {
  let program: Program;
  let scene: Scene;
  let remove: () => Promise<void>;
  let agents: Scene['idleAgents'][number][];

  before(async function () {
    this.timeout(30_000);
    const directory = await temporaryDirectory();
    remove = directory.remove;
    const env = {
      OUTREACH_MODE: 'supervisor',
      LOG_LEVEL: 'info',
      SUPERVISORS: 'sam.porter@northwind.example',
    };
    program = await startProgram({ dataDir: directory.path, env });
    scene = await sceneOf(program);
    agents = [...scene.idleAgents];
  });

  after(async () => {
    await program.stop();
    await remove();
  });

  /** The latest a Teams card shows, of those that fit. */
  async function latest(what: string, fits: (card: Card) => boolean): Promise<Card> {
    const found = await waitFor(
      async () =>
        (await program.sandbox.record()).findLast((entry) => entry.kind === 'teams' && fits(entry)) ?? null,
      { what, deadlineMs: 10_000 },
    );
    assert.ok(found.kind === 'teams');
    return found;
  }

  /** An agent becomes available; the question about it in the channel, with what there is to know. */
  async function proposal(): Promise<Card & { outreachId: string }> {
    const agent = agents.shift();
    assert.ok(agent);
    const since = (await program.sandbox.record()).length;
    await program.sandbox.setPresence(agent.id, 'Available');
    const card = await latest('a question with what there is to know', ({ seq, activity }) => {
      const json = JSON.stringify(activity);
      return seq > since && asked.test(json) && /"id":"last-words"|could not be read/.test(json);
    });
    const [outreachId] = idsOn(card);
    assert.ok(outreachId);
    return { ...card, outreachId };
  }

  const press = (
    on: Pick<Card, 'conversationId' | 'activityId'>,
    verb: string,
    data: object,
    userId = scene.supervisor.id,
  ) => program.sandbox.press(on.conversationId, { userId, activityId: on.activityId, verb, data });

  const showing = (on: Card, pattern: RegExp) =>
    latest(
      `the card to show ${pattern}`,
      (card) => card.activityId === on.activityId && pattern.test(JSON.stringify(card.activity)),
    );

  it('asks with when and why the session ended, its last words, and what the rules say', async () => {
    const before = (await program.sandbox.requests()).length;
    const card = await proposal();
    const json = JSON.stringify(card.activity);
    assert.match(json, /The (agent ended it|customer left|flow ended it)|It timed out/);
    assert.match(json, /"id":"last-words"/);
    assert.match(json, /All passed\. They are checked again when it is sent\./);
    const asks = (await program.sandbox.requests())
      .slice(before)
      .filter(({ path }) => /\/api\/v2\/conversations\//.test(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/[0-9a-f-]{36}/g, 'id')}`);
    assert.deepEqual(asks, [
      'GET /api/v2/conversations/id',
      'POST /api/v2/conversations/messages/id/messages/bulk',
    ]);
    await press(card, 'outreach.decline', { outreachId: card.outreachId });
  });

  it('sends exactly the edited text, once, and says who changed it', async () => {
    const card = await proposal();
    const before = (await scene.messagesToCustomers()).length;
    const text = 'Good afternoon,\nmay I help you after all? <b>{{DATE(2026)}}</b>';
    const { body } = await press(card, 'outreach.edit-and-approve', {
      outreachId: card.outreachId,
      approvedText: ` ${text} `,
    });
    assert.match(JSON.stringify(body), /state-(approved|sending|sent)/);
    await waitFor(async () => (await scene.messagesToCustomers()).length > before, { what: 'the message' });
    await showing(card, /state-(delivered|undelivered).*The text was changed by Sam Porter/);
    const messages = (await scene.messagesToCustomers()).slice(before);
    assert.deepEqual(
      messages.map(({ message }) => message.text),
      [text],
    );
  });

  it('refuses an edited text no customer should get, and the question stays', async () => {
    const card = await proposal();
    for (const [approvedText, code] of [
      ['  \n ', 'outreach.text-empty'],
      ['x'.repeat(2_001), 'outreach.text-too-long'],
      ['Hello {customer}', 'outreach.text-unfit'],
    ]) {
      const { body } = await press(card, 'outreach.edit-and-approve', {
        outreachId: card.outreachId,
        approvedText,
      });
      assert.match(said.parse(body).value, new RegExp(`code ${code}`));
    }
    const { body } = await press(card, 'outreach.approve', { outreachId: card.outreachId });
    assert.match(JSON.stringify(body), /state-(approved|sending|sent)/);
  });

  it('takes one of two different decisions made at once, and tells the other who was first', async () => {
    const card = await proposal();
    const before = (await scene.messagesToCustomers()).length;
    const { outreachId } = card;
    const answers = await Promise.all([
      press(card, 'outreach.edit-and-approve', {
        outreachId,
        approvedText: 'Hello, this is the edited one.',
      }),
      press(card, 'outreach.decline', { outreachId, declineReason: 'bad-moment', declineNote: 'at lunch' }),
    ]);
    const late = answers.filter(({ body }) =>
      /had decided this already; pressing again changed nothing/.test(JSON.stringify(body)),
    );
    assert.equal(late.length, 1);
    const shown = await showing(card, /state-(declined|delivered|undelivered)/);
    const sent = (await scene.messagesToCustomers()).length - before;
    assert.equal(sent, /state-declined/.test(JSON.stringify(shown.activity)) ? 0 : 1);
  });

  it('keeps the reason of a no, shows it to the agent, and asks nobody about that customer again', async () => {
    const agent = agents[0];
    assert.ok(agent);
    const card = await proposal();
    const customer = /"text":"Customer".*?"text":"([^"]+)"/.exec(JSON.stringify(card.activity))?.[1];
    await press(card, 'outreach.decline', {
      outreachId: card.outreachId,
      declineReason: 'already-helped',
      declineNote: 'I called **her**',
    });
    const own = scene.chatOf(agent.email).conversationId;
    const told = await latest(
      'the agent to be told',
      (each) => each.conversationId === own && /state-declined/.test(JSON.stringify(each.activity)),
    );
    assert.match(
      JSON.stringify(told.activity),
      /Declined by Sam Porter.*Already helped.*I called \*\*her\*\*/,
    );
    const next = await proposal();
    assert.ok(
      customer === 'Anonymous visitor' || !JSON.stringify(next.activity).includes(`"text":"${customer}"`),
    );
    const { outreachId } = next;
    await press(next, 'outreach.decline', { outreachId, declineReason: 'asked-not-to' });
    const { conversationId, userId } = scene.chatOf(agent.email);
    await program.sandbox.say(conversationId, userId, 'candidates');
    await latest(
      'the list to say that they asked not to be written to',
      (each) =>
        each.conversationId === own && /1 asked not to be written to/.test(JSON.stringify(each.activity)),
    );
  });

  it('asks again by a new post when the snooze is over, which decides as well as the first; the old one says where', async () => {
    const card = await proposal();
    const { outreachId } = card;
    for (const minutes of [1, '15', 1e9]) {
      const refused = await press(card, 'outreach.snooze', { outreachId, minutes });
      assert.match(said.parse(refused.body).value, /teams\.action-unknown/);
    }
    const { body } = await press(card, 'outreach.snooze', { outreachId, minutes: 15 });
    assert.match(JSON.stringify(body), /Snoozed by Sam Porter/);
    await conversationControl(program.sandbox.baseUrl).advance(15 * 60 + 5);
    // The platform's answer to what comes next tells the program how late it is.
    await proposal();
    const again = await latest(
      'a new post',
      ({ activityId, activity }) =>
        activityId !== card.activityId &&
        /Asked again: write to this customer/.test(JSON.stringify(activity)) &&
        idsOn({ activity }).includes(outreachId),
    );
    await showing(card, /Asked again on a newer card/);
    const before = (await scene.messagesToCustomers()).length;
    await press(again, 'outreach.approve', { outreachId });
    await showing(again, /state-(delivered|undelivered)/);
    assert.equal((await scene.messagesToCustomers()).length, before + 1);
    const old = await press(card, 'outreach.decline', { outreachId });
    assert.match(JSON.stringify(old.body), /had decided this already/);
  });
});
