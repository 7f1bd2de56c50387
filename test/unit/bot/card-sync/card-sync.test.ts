import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { cardSyncScene } from './card-sync-scene.ts';

const second = 1_000;
/** Steps that follow each other within this make one update. */
const settle = 100;

describe('card sync', () => {
  let scene: ReturnType<typeof cardSyncScene>;

  beforeEach(() => {
    scene = cardSyncScene();
  });
  afterEach(() => scene.sync.stop());

  it('posts in the channel from the proposal on, updates in place, and tells the agent once it is approved', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    scene.store.places.set(scene.adasChat.conversationId, scene.adasChat);
    await scene.poke(scene.write({ version: 1 }));
    await scene.poke(scene.write({ version: 2, state: 'awaiting-approval' }), second);
    await scene.poke(
      scene.write({ version: 3, state: 'approved', decidedBy: 'Sam', decidedAt: scene.clock.now() }),
      second,
    );
    assert.deepEqual(scene.calls, [
      `post ${scene.channel.conversationId} v1`,
      `update ${scene.channel.conversationId} card-1 v2`,
      `update ${scene.channel.conversationId} card-1 v3`,
      `post ${scene.adasChat.conversationId} v3`,
    ]);
  });

  it('speaks the language of each place, and a new one with the next update, not before', async () => {
    scene.store.places.set(scene.channel.conversationId, { ...scene.channel, locale: 'ja-JP' });
    scene.store.places.set(scene.adasChat.conversationId, { ...scene.adasChat, locale: 'fr-FR' });
    const decided = { decidedBy: 'Sam', decidedAt: scene.clock.now() };
    await scene.poke(scene.write({ version: 3, state: 'approved', ...decided }));
    await scene.languages.choose(scene.channel.conversationId, 'de');
    scene.sync.start();
    await scene.clock.advance(60 * second);
    await scene.poke(scene.write({ version: 4, state: 'sending', ...decided }), second);
    const spokenIn = (place: { conversationId: string }) =>
      scene.calls
        .filter((call) => call.includes(` ${place.conversationId} `))
        .map((call) => call.split(' ').slice(-2).join(' '));
    assert.deepEqual(spokenIn(scene.channel), ['v3 ja', 'v4 de']);
    assert.deepEqual(spokenIn(scene.adasChat), ['v3 fr', 'v4 fr']);
  });

  it('shows a version once, however often it is poked', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    const id = scene.write({ version: 2 });
    await scene.poke(id);
    await scene.poke(id, second);
    scene.sync.start();
    await scene.clock.advance(60 * second);
    assert.deepEqual(scene.calls, [`post ${scene.channel.conversationId} v2`]);
  });

  it('makes one update of steps that follow at once, a moment later', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    for (const version of [1, 2, 3]) {
      scene.sync.poke(scene.write({ version }));
      await scene.clock.advance(settle / 4);
    }
    assert.deepEqual(scene.calls, []);
    await scene.clock.advance(settle);
    assert.deepEqual(scene.calls, [`post ${scene.channel.conversationId} v3`]);
  });

  it('sends only the newest of the versions that came while a call was under way', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    let open = () => {};
    scene.gate = new Promise((resolve) => {
      open = resolve;
    });
    const id = scene.write({ version: 1 });
    await scene.poke(id);
    for (const version of [2, 3, 4]) await scene.poke(scene.write({ version }));
    assert.equal(scene.calls.length, 1);
    open();
    await scene.clock.advance(second);
    assert.deepEqual(scene.calls, [
      `post ${scene.channel.conversationId} v1`,
      `update ${scene.channel.conversationId} card-1 v4`,
    ]);
  });

  it('waits until there is somebody to show it to', async () => {
    scene.sync.start();
    await scene.poke(scene.write({ version: 1 }));
    assert.deepEqual(scene.calls, []);
    await scene.store.references.put(scene.channel);
    scene.sync.sweep();
    await scene.clock.advance(0);
    assert.deepEqual(scene.calls, [`post ${scene.channel.conversationId} v1`]);
  });

  it('tries again after a failure, later each time, and never sooner than Teams asked', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    scene.failures = [
      { code: 'teams.unreachable' },
      { code: 'teams.unreachable' },
      { code: 'teams.throttled', retryAfterMs: 20 * second },
    ];
    const id = scene.write({ version: 1 });
    await scene.poke(id);
    await scene.poke(id);
    assert.equal(scene.calls.length, 1, 'a poke does not shorten the wait');
    await scene.clock.advance(0.65 * second);
    assert.equal(scene.calls.length, 2);
    await scene.clock.advance(1.4 * second);
    assert.equal(scene.calls.length, 2);
    await scene.clock.advance(0.1 * second);
    assert.equal(scene.calls.length, 3);
    await scene.poke(id, 19 * second);
    assert.equal(scene.calls.length, 3);
    await scene.clock.advance(2 * second);
    assert.equal(scene.calls.length, 4);
    assert.partialDeepStrictEqual(
      [...scene.store.rows.values()],
      [{ failures: 0, shownVersion: 1, lastError: null }],
    );
  });

  it('lets the whole conversation rest when Teams asks for it', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    scene.failures = [{ code: 'teams.throttled', retryAfterMs: 10 * second }];
    await scene.poke(scene.write({ version: 1 }));
    await scene.poke(scene.write({ id: 'another', version: 1 }), 9 * second);
    assert.equal(scene.calls.length, 1);
    await scene.clock.advance(3 * second);
    assert.equal(scene.calls.length, 3);
  });

  it('finds what pokes missed, and what an earlier process left behind', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    scene.write({ version: 1 });
    scene.sync.start();
    await scene.clock.advance(0);
    assert.equal(scene.calls.length, 1);
    scene.write({ version: 2 });
    await scene.clock.advance(15 * second);
    assert.equal(scene.calls.length, 2);
    await scene.sync.stop();
    scene.write({ version: 3 });
    scene.sync = scene.newSync();
    scene.sync.start();
    await scene.clock.advance(0);
    assert.equal(scene.calls.at(-1), `update ${scene.channel.conversationId} card-1 v3`);
  });

  it('leaves a pressed card alone until its answer has settled, then shows it anew', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    const id = scene.write({ version: 2 });
    await scene.poke(id);
    const freeze = scene.sync.freeze(id, scene.channel.conversationId, null);
    await scene.poke(scene.write({ version: 3 }), second);
    freeze.thaw(true);
    await scene.clock.advance(second - 1);
    assert.equal(scene.calls.length, 1);
    await scene.clock.advance(1);
    assert.equal(scene.calls.at(-1), `update ${scene.channel.conversationId} card-1 v3`);
    scene.sync.freeze(id, scene.channel.conversationId, null).thaw(true);
    await scene.clock.advance(2 * second);
    assert.equal(scene.calls.length, 3);
    scene.sync.freeze(id, scene.channel.conversationId, null).thaw(false);
    await scene.clock.advance(2 * second);
    assert.equal(scene.calls.length, 3);
  });

  it('leaves a card alone until the last of several presses is answered', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    const id = scene.write({ version: 2 });
    await scene.poke(id);
    const [first, last] = [
      scene.sync.freeze(id, scene.channel.conversationId, null),
      scene.sync.freeze(id, scene.channel.conversationId, null),
    ];
    first.thaw(true);
    await scene.clock.advance(2 * second);
    assert.equal(scene.calls.length, 1);
    last.thaw(false);
    await scene.clock.advance(0);
    assert.equal(scene.calls.length, 2);
  });

  it('shows a card anew in spite of a failure in between', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    const id = scene.write({ version: 2 });
    await scene.poke(id);
    scene.failures = [{ code: 'teams.unreachable' }];
    scene.sync.freeze(id, scene.channel.conversationId, null).thaw(true);
    await scene.clock.advance(3 * second);
    assert.equal(scene.calls.length, 3);
  });

  it('posts no second card because the first could not be written down', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    const { put } = scene.store.cards;
    let puts = 0;
    scene.store.cards.put = async (row) => {
      puts += 1;
      if (puts === 2 || puts === 3) throw new ReachbackError('store.unavailable');
      await put(row);
    };
    scene.sync.start();
    await scene.poke(scene.write({ version: 1 }));
    await scene.clock.advance(60 * second);
    assert.deepEqual(scene.calls, [`post ${scene.channel.conversationId} v1`]);
    assert.partialDeepStrictEqual(
      [...scene.store.rows.values()],
      [{ activityId: 'card-1', shownVersion: 1 }],
    );
  });

  it('shows what it could not read or keep a moment later, not with the next sweep', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    const { put } = scene.store.cards;
    let puts = 0;
    scene.store.cards.put = async (row) => {
      puts += 1;
      if (puts <= 2) throw new ReachbackError('store.full');
      await put(row);
    };
    await scene.poke(scene.write({ version: 1 }));
    await scene.clock.advance(3 * second);
    assert.deepEqual(scene.calls, [`post ${scene.channel.conversationId} v1`]);
  });

  it('says where a card moved also when that has to wait for room in Teams’ limits', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    await scene.poke(scene.write({ version: 1 }));
    scene.failures = [{ code: 'teams.budget-spent', retryAfterMs: 2 * second }];
    await scene.poke(scene.write({ version: 2, backAtVersion: 2 }), second);
    assert.equal(scene.calls.length, 2);
    await scene.clock.advance(5 * second);
    assert.deepEqual(
      scene.calls.slice(2).map((call) => call.replace(/ .* /, ' ')),
      ['update v2', 'post v2'],
    );
  });

  it('keeps a card true that was pressed although nobody was told its id', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    const { conversationId } = scene.channel;
    const { put } = scene.store.cards;
    scene.gate = new Promise(() => {});
    const id = scene.write({ version: 1 });
    const killed = scene.newSync();
    killed.poke(id);
    await scene.clock.advance(second);
    scene.gate = Promise.resolve();
    assert.equal([...scene.store.rows.values()][0]?.activityId, null);
    scene.write({ version: 2 });
    scene.sync.freeze(id, conversationId, 'lost-card').thaw(true);
    await scene.clock.advance(2 * second);
    assert.deepEqual(scene.calls.slice(1), [`update ${conversationId} lost-card v2`]);
    const known = [...scene.store.rows.values()][0] ?? assert.fail();
    await put({ ...known, activityId: 'card-9' });
    await scene.poke(scene.write({ version: 3 }));
    scene.sync.freeze(id, conversationId, 'lost-card').thaw(true);
    await scene.clock.advance(3 * second);
    assert.match(scene.calls.at(-1) ?? '', /card-9 v3$/, 'it has another card by now');
  });

  it('leaves alone what did not change for a week', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    const id = scene.write({ version: 1, updatedAt: scene.clock.now() - 7 * 24 * 3600 * second - 1 });
    await scene.poke(id);
    scene.sync.start();
    await scene.clock.advance(0);
    assert.deepEqual(scene.calls, []);
  });

  it('spreads a burst in one conversation over time', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    for (let index = 0; index < 10; index += 1)
      scene.sync.poke(scene.write({ id: `burst-${index}`, version: 1 }));
    await scene.clock.advance(900);
    assert.ok(scene.calls.length <= 7, `${scene.calls.length} calls in 0.9 s`);
    await scene.clock.advance(5 * second);
    assert.equal(scene.calls.length, 10);
  });

  it('stops only when the call in hand has ended', async () => {
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    let open = () => {};
    scene.gate = new Promise((resolve) => {
      open = resolve;
    });
    await scene.poke(scene.write({ version: 1 }));
    scene.sync.poke(scene.write({ id: 'another', version: 1 }));
    scene.sync.freeze('another', scene.channel.conversationId, null).thaw(true);
    let stopped = false;
    const stopping = scene.sync.stop().then(() => {
      stopped = true;
    });
    await scene.clock.advance(0);
    assert.equal(stopped, false);
    open();
    await stopping;
    assert.equal([...scene.store.rows.values()][0]?.activityId, 'card-1');
    assert.equal(scene.clock.pending(), 0);
    scene.sync.poke(scene.write({ version: 2 }));
    assert.equal(scene.clock.pending(), 0);
  });
});
