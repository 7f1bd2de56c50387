import assert from 'node:assert/strict';
import type { CardSync } from '../../../../bot/card-sync/card-sync.ts';
import { cardSyncScene } from './card-sync-scene.ts';

const second = 1_000;

describe('card sync of two instances on one store', () => {
  let scene: ReturnType<typeof cardSyncScene>;
  let one: CardSync;
  let other: CardSync;
  let answer: () => void;

  beforeEach(() => {
    scene = cardSyncScene();
    scene.store.places.set(scene.channel.conversationId, scene.channel);
    one = scene.newSync('postgres');
    other = scene.newSync('postgres');
    answer = () => {};
  });
  afterEach(async () => {
    answer();
    await Promise.all([one.stop(), other.stop(), scene.sync.stop()]);
  });

  function keepTeamsWaiting(): void {
    scene.gate = new Promise((resolve) => {
      answer = resolve;
    });
  }

  async function bothShow(id: string): Promise<void> {
    one.poke(id);
    other.poke(id);
    await scene.clock.advance(2 * second);
  }

  it('posts one card where both come to it in the same moment', async () => {
    keepTeamsWaiting();
    await bothShow(scene.write({ version: 1 }));
    assert.deepEqual(scene.calls, [`post ${scene.channel.conversationId} v1`]);
    answer();
    await scene.clock.advance(5 * second);
    assert.equal(scene.calls.length, 1);
  });

  it('lets an update under way end before the next, so that the older is never the last', async () => {
    await bothShow(scene.write({ version: 1 }));
    keepTeamsWaiting();
    one.poke(scene.write({ version: 2 }));
    await scene.clock.advance(second);
    other.poke(scene.write({ version: 3 }));
    await scene.clock.advance(second);
    assert.equal(scene.calls.length, 2, 'the other waits');
    answer();
    await scene.clock.advance(2 * second);
    assert.deepEqual(
      scene.calls.map((call) => call.split(' ').at(-1)),
      ['v1', 'v2', 'v3'],
    );
  });

  it('is gone on with by the other, when the one that had it died', async () => {
    keepTeamsWaiting();
    const id = scene.write({ version: 1 });
    one.poke(id);
    await scene.clock.advance(second);
    scene.gate = Promise.resolve();
    other.poke(id);
    await scene.clock.advance(28 * second);
    assert.equal(scene.calls.length, 1);
    await scene.clock.advance(3 * second);
    assert.equal(scene.calls.length, 2);
  });

  it('moves a card that was put off once', async () => {
    await bothShow(scene.write({ version: 1 }));
    await bothShow(scene.write({ version: 2, backAtVersion: 2 }));
    await scene.clock.advance(5 * second);
    const { conversationId } = scene.channel;
    assert.deepEqual(scene.calls.slice(1), [
      `update ${conversationId} card-1 moved at v2`,
      `post ${conversationId} v2`,
    ]);
  });

  it('keeps no turn for a card that has no room in Teams’ limits', async () => {
    scene.failures = [{ code: 'teams.budget-spent', retryAfterMs: 2 * second }];
    one.poke(scene.write({ version: 1 }));
    await scene.clock.advance(3 * second);
    assert.equal(scene.calls.length, 2);
  });
});
