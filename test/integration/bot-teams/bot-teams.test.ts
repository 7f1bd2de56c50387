import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { codedLines } from '../../support/coded-lines.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { cardsIn, shownIn, startTeamsSideGround, type TeamsSideGround } from './teams-side-ground.ts';

const answered = z.object({
  status: z.number(),
  body: z.looseObject({ type: z.string(), value: z.unknown() }),
});

describe('the bot in Teams', () => {
  let ground: TeamsSideGround;
  before(async () => {
    ground = await startTeamsSideGround();
    await ground.installedEverywhere();
  });
  after(() => ground.close());

  async function propose(part: Partial<Outreach> = {}): Promise<string> {
    const [agent] = ground.agents;
    assert.ok(agent);
    const at = Date.now();
    const outreach = exampleOutreach({
      state: 'awaiting-approval',
      mode: 'supervisor',
      agentId: agent.agentId,
      agentName: agent.name,
      customerName: `Customer ${randomUUID().slice(0, 8)}`,
      sessionEndedAt: at - 60_000,
      createdAt: at,
      updatedAt: at,
      ...part,
    });
    await ground.store.outreaches.insert(outreach, [
      { at, who: 'test', why: 'test', from: null, to: outreach.state },
    ]);
    ground.poke(outreach.id);
    return outreach.id;
  }

  async function press(outreachId: string, verb: string, by: string) {
    const { activity } = await shownIn(ground.channel, new RegExp(outreachId));
    const data = { outreachId };
    const path = `/teams/conversations/${ground.channel.id}/actions`;
    return answered.parse(
      await ground.control(path, { userId: ground.userNamed(by).id, activityId: activity.id, verb, data }),
    );
  }

  /** The activity that shows an outreach in the channel, found while it still carries its buttons. */
  async function cardOf(outreachId: string): Promise<string> {
    return (await shownIn(ground.channel, new RegExp(outreachId))).activity.id;
  }

  const shownAs = (activityId: string, pattern: RegExp) =>
    waitFor(
      () =>
        cardsIn(ground.channel).find(
          ({ activity, card }) => activity.id === activityId && pattern.test(card),
        ),
      { what: `card ${activityId} to show ${pattern}` },
    );

  it('knows every place it was installed in, with the person’s e-mail', async () => {
    const references = await ground.store.references.installed();
    assert.deepEqual(
      references.filter(({ kind }) => kind === 'channel').map(({ conversationId }) => conversationId),
      [ground.channel.id],
    );
    const people = references.filter(({ kind }) => kind === 'personal');
    assert.equal(people.length, ground.agents.length + 1);
    for (const { userEmail } of people) assert.match(userEmail ?? '', /@northwind\.example$/);
  });

  it('answers commands in a chat and, mentioned, in the channel', async () => {
    const [agent] = ground.agents;
    assert.ok(agent);
    const chat = ground.chatWith(agent.name);
    await ground.control(`/teams/conversations/${chat.id}/messages`, { userId: chat.userId, text: 'Status' });
    await shownIn(chat, /Today \(UTC\), yours/);
    await ground.control(`/teams/conversations/${chat.id}/messages`, { userId: chat.userId, text: 'pause' });
    await shownIn(chat, /in your name until/);
    assert.deepEqual([...ground.paused.keys()], [agent.agentId]);
    const sam = ground.userNamed('Sam Porter');
    await ground.control(`/teams/conversations/${ground.channel.id}/messages`, {
      userId: sam.id,
      text: 'staus',
    });
    await shownIn(ground.channel, /Did you mean “status”/);
  });

  it('shows a proposal, takes the supervisor’s yes, and follows it to the reply in one card', async () => {
    const id = await propose();
    const card = await cardOf(id);
    const answer = await press(id, 'outreach.approve', 'Sam Porter');
    assert.equal(answer.status, 200);
    assert.equal(answer.body.type, 'application/vnd.microsoft.card.adaptive');
    assert.match(JSON.stringify(answer.body.value), /state-approved.*Approved by Sam Porter/);
    await ground.moveOn(id, 'sending');
    await ground.moveOn(id, 'sent');
    await ground.moveOn(id, 'delivered');
    await shownAs(card, /state-delivered/);
    const [agent] = ground.agents;
    assert.ok(agent);
    await shownIn(ground.chatWith(agent.name), /state-delivered/);
    await ground.moveOn(id, 'replied');
    await shownAs(card, /state-replied/);
    assert.equal(cardsIn(ground.channel).filter(({ activity }) => activity.id === card).length, 1);
  });

  it('changes nothing for a person who is no supervisor, and says why', async () => {
    const id = await propose();
    const card = await cardOf(id);
    const [agent] = ground.agents;
    assert.ok(agent);
    const answer = await press(id, 'outreach.approve', agent.name);
    assert.equal(answer.status, 200);
    assert.equal(answer.body.type, 'application/vnd.microsoft.activity.message');
    assert.match(String(answer.body.value), /Only supervisors.*teams\.not-a-supervisor/);
    assert.equal((await ground.store.outreaches.get(id))?.state, 'awaiting-approval');
    await shownAs(card, /state-awaiting-approval/);
  });

  it('shows a late presser who decided and when', async () => {
    const id = await propose();
    const card = await cardOf(id);
    await press(id, 'outreach.decline', 'Sam Porter');
    const data = { outreachId: id };
    const late = answered.parse(
      await ground.control(`/teams/conversations/${ground.channel.id}/actions`, {
        userId: ground.userNamed('Sam Porter').id,
        activityId: card,
        verb: 'outreach.approve',
        data,
      }),
    );
    assert.match(JSON.stringify(late.body.value), /state-declined.*Declined by Sam Porter/);
    assert.equal((await ground.store.outreaches.get(id))?.state, 'declined');
  });

  it('counts an activity delivered twice once', async () => {
    const id = await propose();
    const card = await cardOf(id);
    const sam = ground.userNamed('Sam Porter');
    const { teams } = ground.sandbox.world;
    const invoke = (verb: string) => ({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: 'f:the-same-press',
      channelId: 'msteams',
      serviceUrl: `${ground.sandbox.baseUrl}/teams/`,
      from: { id: sam.id, name: sam.name, aadObjectId: sam.aadObjectId },
      recipient: { id: teams.botId },
      conversation: { id: `${ground.channel.id};messageid=${card}`, conversationType: 'channel' },
      channelData: { tenant: { id: teams.tenantId } },
      replyToId: card,
      value: { action: { type: 'Action.Execute', verb, data: { outreachId: id } } },
    });
    const deliver = async (verb: string) => {
      const response = await fetch(ground.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(invoke(verb)),
      });
      return JSON.stringify(await response.json());
    };
    assert.match(await deliver('outreach.approve'), /state-approved/);
    await ground.moveOn(id, 'sending');
    assert.match(await deliver('outreach.approve'), /state-sending.*Approved by Sam Porter/);
    assert.equal((await ground.store.outreaches.audit(id)).filter(({ to }) => to === 'approved').length, 1);
  });

  it('brings cards up to date in spite of a throttling, failing connector', async () => {
    const id = await propose();
    const card = await cardOf(id);
    await ground.control('/faults', {
      path: '/teams/v3/conversations/.*/activities',
      method: 'PUT',
      status: 429,
    });
    await ground.moveOn(id, 'expired');
    await shownAs(card, /state-expired/);
    assert.ok(codedLines(ground.lines).includes('teams.throttled'));
  });

  it('stops where it was removed, and catches up when installed again', async () => {
    await ground.control(`/teams/conversations/${ground.channel.id}/remove`, {});
    assert.equal((await ground.store.references.get(ground.channel.id))?.installed, false);
    const id = await propose();
    await ground.control(`/teams/conversations/${ground.channel.id}/install`, {});
    await shownIn(ground.channel, new RegExp(id));
  });

  it('leaves a failed outreach on the card with its meaning, next step and code', async () => {
    const id = await propose({
      state: 'failed',
      reason: 'genesys.permission-missing',
      decidedBy: 'policy',
      decidedAt: Date.now(),
    });
    const row = await waitFor(
      async () =>
        (await ground.store.cards.of(id)).find(
          ({ conversationId, activityId }) => conversationId === ground.channel.id && activityId !== null,
        ),
      {
        what: 'the card of a failed outreach',
      },
    );
    await shownAs(
      row.activityId ?? '',
      /lacks a permission.*Genesys Admin.*Code genesys\.permission-missing/,
    );
  });
});
