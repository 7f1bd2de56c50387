import assert from 'node:assert/strict';
import { cardSyncScene } from './card-sync-scene.ts';

const second = 1_000;

describe('card sync that Teams refuses', () => {
  let scene: ReturnType<typeof cardSyncScene>;

  beforeEach(() => {
    scene = cardSyncScene();
  });
  afterEach(() => scene.sync.stop());

  it('replaces a card that is gone, once, with a link to the old one', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    await scene.poke(scene.write({ version: 1 }));
    scene.failures = [{ code: 'teams.card-gone' }];
    await scene.poke(scene.write({ version: 2 }), second);
    await scene.poke(scene.write({ version: 3 }), second);
    assert.deepEqual(scene.calls.slice(1), [
      `update ${scene.channel.conversationId} card-1 v2`,
      `post ${scene.channel.conversationId} v2`,
      `update ${scene.channel.conversationId} card-2 v3`,
    ]);
    const link = /https:\/\/teams\.microsoft\.com\/l\/message\/19%3Aoutreach%40thread\.tacv2\/card-1\?/;
    assert.doesNotMatch(scene.drawn[1] ?? '', link);
    assert.match(scene.drawn[2] ?? '', link);
    assert.match(scene.drawn[3] ?? '', link);
  });

  it('posts one replacement at most: a second one that is gone is given up, and tried when the outreach goes on', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    await scene.poke(scene.write({ version: 1 }));
    scene.failures = [{ code: 'teams.card-gone' }];
    await scene.poke(scene.write({ version: 2 }), second);
    scene.failures = [{ code: 'teams.card-gone' }];
    await scene.poke(scene.write({ version: 3 }), second);
    scene.sync.start();
    await scene.clock.advance(60 * second);
    assert.equal(scene.calls.at(-1), `update ${scene.channel.conversationId} card-2 v3`);
    assert.partialDeepStrictEqual(
      [...scene.store.rows.values()],
      [{ lastError: 'teams.card-gone', replaces: 'card-1' }],
    );
    await scene.poke(scene.write({ version: 4 }), second);
    assert.equal(scene.calls.at(-1), `update ${scene.channel.conversationId} card-2 v4`);
    assert.equal(scene.posts, 2);
  });

  it('posts the replacement it had promised itself before it was killed', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    await scene.poke(scene.write({ version: 1 }));
    scene.failures = [{ code: 'teams.card-gone' }];
    const { put } = scene.store.cards;
    scene.store.cards.put = async (row) => {
      await put(row);
      if (row.replaces !== null) void scene.sync.stop();
    };
    void scene.poke(scene.write({ version: 2 }), second);
    await scene.clock.advance(2 * second);
    assert.equal(scene.posts, 1);
    scene.store.cards.put = put;
    scene.sync = scene.newSync();
    scene.sync.start();
    await scene.clock.advance(second);
    assert.match(scene.drawn.at(-1) ?? '', /\/card-1\?/);
    assert.equal(scene.posts, 2);
  });

  it('takes an update refused again and again for a card that cannot be changed, and replaces it', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    await scene.poke(scene.write({ version: 1 }));
    scene.failures = Array(5).fill({ code: 'teams.unreachable', status: 403 });
    await scene.poke(scene.write({ version: 2 }), 60 * second);
    assert.equal(scene.calls.filter((call) => call.startsWith('update')).length, 5);
    assert.equal(scene.calls.at(-1), `post ${scene.channel.conversationId} v2`);
  });

  it('replaces no card because Teams is disturbed, however long', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    await scene.poke(scene.write({ version: 1 }));
    scene.failures = Array.from({ length: 12 }, (_, index) => ({
      code: 'teams.service-error',
      status: [412, 429, 500, 502][index % 4] ?? 500,
    }));
    await scene.poke(scene.write({ version: 2 }), 3_600 * second);
    assert.equal(scene.posts, 1);
    assert.equal(scene.calls.at(-1), `update ${scene.channel.conversationId} card-1 v2`);
    assert.partialDeepStrictEqual([...scene.store.rows.values()], [{ failures: 0, shownVersion: 2 }]);
  });

  for (const code of ['teams.card.too-big', 'teams.card.malformed'] as const) {
    it(`shows a short form of a card that is ${code}, once, and the whole again when the outreach goes on`, async () => {
      scene.store.places.set(scene.channel.conversationId, scene.channel);
      scene.failures = [{ code }];
      await scene.poke(scene.write({ version: 1 }), 600 * second);
      assert.equal(scene.calls.length, 2);
      assert.doesNotMatch(scene.drawn[0] ?? '', /note-too-big/);
      assert.match(scene.drawn[1] ?? '', /note-too-big/);
      await scene.poke(scene.write({ version: 2 }), second);
      assert.equal(scene.calls.at(-1), `update ${scene.channel.conversationId} card-1 v2`);
      assert.doesNotMatch(scene.drawn.at(-1) ?? '', /note-too-big/);
    });

    it(`gives a card up whose short form is ${code}, too: not tried for a week`, async () => {
      scene.store.places.set(scene.channel.conversationId, scene.channel);
      scene.failures = [{ code }, { code }];
      scene.sync.start();
      await scene.poke(scene.write({ version: 1 }), 600 * second);
      assert.equal(scene.calls.length, 2);
      assert.partialDeepStrictEqual([...scene.store.rows.values()], [{ activityId: null, lastError: code }]);
      await scene.poke(scene.write({ version: 2 }), second);
      assert.equal(scene.calls.at(-1), `post ${scene.channel.conversationId} v2`);
    });
  }

  it('shows the short form when there is room for it, without trying the whole again', async () => {
    scene.store.places.set(scene.adasChat.conversationId, scene.adasChat);
    const own = { version: 1, mode: 'automatic' } as const;
    for (let index = 0; index < 4; index += 1)
      await scene.poke(scene.write({ ...own, id: `earlier-${index}` }));
    scene.failures = [{ code: 'teams.card.too-big' }];
    await scene.poke(scene.write(own), 5 * second);
    assert.equal(scene.calls.length, 6);
    assert.match(scene.drawn.at(-1) ?? '', /note-too-big/);
  });

  it('says on the channel’s card that the agent cannot be told, and why, until they can', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    scene.store.places.set(scene.adasChat.conversationId, scene.adasChat);
    await scene.poke(scene.write({ version: 1 }));
    const approved = {
      state: 'approved',
      decidedBy: 'Sam',
      decidedAt: scene.clock.now(),
      agentName: 'Ada',
    } as const;
    const before = scene.calls.length;
    scene.failTo = { conversationId: scene.adasChat.conversationId, code: 'teams.bot.blocked-by-user' };
    await scene.poke(scene.write({ version: 2, ...approved }), 5 * second);
    assert.ok(
      scene.calls.slice(before).some((call) => call.startsWith(`post ${scene.adasChat.conversationId}`)),
    );
    assert.match(scene.drawn.at(-1) ?? '', /Ada does not see this card.*has blocked the bot.*unblock/);
    assert.equal(scene.calls.at(-1), `update ${scene.channel.conversationId} card-1 v2`);
    scene.failTo = null;
    await scene.store.references.put({ ...scene.adasChat, toldAt: 1 });
    await scene.poke(scene.write({ version: 3, ...approved }), 5 * second);
    assert.doesNotMatch(scene.drawn.at(-1) ?? '', /does not see/);
    assert.ok(scene.calls.includes(`post ${scene.adasChat.conversationId} v3`));
  });

  it('shows in the channel what an agent cannot be told, where nobody needs to approve', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    scene.store.places.set(scene.adasChat.conversationId, scene.adasChat);
    scene.failTo = { conversationId: scene.adasChat.conversationId, code: 'teams.bot.not-installed' };
    await scene.poke(scene.write({ version: 1, mode: 'automatic', agentName: 'Ada' }), 5 * second);
    assert.equal(scene.calls.at(-1), `post ${scene.channel.conversationId} v1`);
    assert.match(scene.drawn.at(-1) ?? '', /Ada does not see this card.*not installed for that person/);
  });

  it('stops where the bot was removed, and catches up when it is back', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    await scene.poke(scene.write({ version: 1 }));
    scene.failures = [{ code: 'teams.bot-removed' }];
    await scene.poke(scene.write({ version: 2 }), second);
    assert.equal(scene.store.places.get(scene.channel.conversationId)?.installed, false);
    scene.sync.start();
    await scene.clock.advance(120 * second);
    assert.equal(scene.calls.length, 2);
    await scene.store.references.put(scene.channel);
    scene.sync.sweep();
    await scene.clock.advance(second);
    assert.equal(scene.calls.at(-1), `update ${scene.channel.conversationId} card-1 v2`);
  });
});
