import assert from 'node:assert/strict';
import type { TeamsConversation } from '../../../src/sandbox/teams/teams-world.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { cardsIn, shownIn, startTeamsSideGround, type TeamsSideGround } from './teams-side-ground.ts';

describe('a French agent and a Japanese supervisor', () => {
  let ground: TeamsSideGround;
  let agent: TeamsSideGround['agents'][number];
  let chat: TeamsConversation;

  before(async () => {
    ground = await startTeamsSideGround();
    await ground.installedEverywhere();
    const [first] = ground.agents;
    assert.ok(first);
    agent = first;
    chat = ground.chatWith(agent.name);
    await ground.control(`/teams/users/${ground.userNamed(agent.name).id}`, { locale: 'fr-FR' });
    await ground.control(`/teams/users/${ground.userNamed('Sam Porter').id}`, { locale: 'ja-JP' });
  });
  after(() => ground.close());

  const say = (conversation: TeamsConversation, by: string, text: string) =>
    ground.control(`/teams/conversations/${conversation.id}/messages`, {
      userId: ground.userNamed(by).id,
      text,
    });

  /** Waits until the card of this outreach in a conversation is in this language and in this state. */
  const cardIn = (conversation: TeamsConversation, outreachId: string, lang: string, state: string) =>
    waitFor(
      () =>
        cardsIn(conversation).find(
          ({ card }) =>
            card.includes(`"lang":"${lang}"`) && card.includes(`state-${state}`) && card.includes(outreachId),
        ),
      { what: `the card of ${outreachId} in ${lang}, ${state}` },
    );

  it('are each answered in their own language, and shown the same outreach in it', async () => {
    await say(chat, agent.name, 'status');
    await shownIn(chat, /Aujourd’hui/);
    await say(ground.channel, 'Sam Porter', 'status');
    await shownIn(ground.channel, /プレゼンスの受信/);

    const at = Date.now();
    const outreach = exampleOutreach({
      state: 'awaiting-approval',
      mode: 'supervisor',
      agentId: agent.agentId,
      agentName: agent.name,
      createdAt: at,
      updatedAt: at,
    });
    await ground.store.outreaches.insert(outreach, [
      { at, who: 'test', why: 'test', from: null, to: outreach.state },
    ]);
    ground.poke(outreach.id);
    const asked = await cardIn(ground.channel, outreach.id, 'ja', 'awaiting-approval');
    assert.match(String(asked.activity.body.summary), /^このお客様にメッセージを送りますか？/);

    await ground.control(`/teams/conversations/${ground.channel.id}/actions`, {
      userId: ground.userNamed('Sam Porter').id,
      activityId: asked.activity.id,
      verb: 'outreach.approve',
      data: { outreachId: outreach.id },
    });
    await ground.moveOn(outreach.id, 'sending');
    await ground.moveOn(outreach.id, 'sent');
    await cardIn(ground.channel, outreach.id, 'ja', 'sent');
    const own = await cardIn(chat, outreach.id, 'fr', 'sent');
    assert.match(own.card, /Approuvé par Sam Porter/);
    assert.match(String(own.activity.body.summary), /^Envoyé\u00a0: /);

    await say(ground.channel, 'Sam Porter', 'language German');
    await shownIn(ground.channel, /Ab jetzt spreche ich hier Deutsch/);
    await cardIn(ground.channel, outreach.id, 'ja', 'sent');
    await ground.moveOn(outreach.id, 'delivered');
    await cardIn(ground.channel, outreach.id, 'de', 'delivered');
    await cardIn(chat, outreach.id, 'fr', 'delivered');
  });

  it('cannot change the channel’s language as an agent, only that of their own chat, by a word or a button', async () => {
    await say(ground.channel, agent.name, 'language fr');
    await shownIn(ground.channel, /teams\.not-a-supervisor/);
    await say(chat, agent.name, 'language');
    const { activity } = await shownIn(chat, /Ici, je parle français/);
    await ground.control(`/teams/conversations/${chat.id}/actions`, {
      userId: chat.userId,
      activityId: activity.id,
      verb: 'language.choose',
      data: { language: 'es' },
    });
    await shownIn(chat, /A partir de ahora hablo español/);
    await say(chat, agent.name, 'language auto');
    await shownIn(chat, /Désormais, je parle français/);
  });
});
