import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { newCarried } from '../../../src/journeys/hand-off/bridge/carry/new-carried.ts';
import type { Bridge } from '../../../src/store/shapes/bridge-table.ts';
import type { Store } from '../../../src/store/store.ts';
import { exampleBridge, exampleCarried } from '../../support/example-carried.ts';
import { storeEngines } from '../../support/store-engines.ts';

for (const [name, prepare] of Object.entries(storeEngines)) {
  describe(`bridges kept on ${name}`, () => {
    let store: Store;
    let remove: () => Promise<void>;
    let bridge: Bridge;

    before(async () => {
      const place = await prepare();
      store = await place.open();
      remove = place.remove;
    });
    after(async () => {
      await store?.close();
      await remove?.();
    });
    beforeEach(async () => {
      bridge = exampleBridge();
      assert.equal(await store.bridges.add(bridge, []), true);
    });
    const carried = (part: Parameters<typeof exampleCarried>[0] = {}) =>
      exampleCarried({ handOffId: bridge.handOffId, ...part });
    const placed = async () => (await store.bridges.of(bridge.handOffId)).map(({ place }) => place);

    it('come back as they were, once a hand-off', async () => {
      assert.equal(store.bridges.shared, name === 'postgres');
      assert.deepEqual(await store.bridges.get(bridge.handOffId), bridge);
      assert.equal(await store.bridges.add({ ...bridge, partnerId: 'other' }, [carried()]), false);
      assert.deepEqual(await store.bridges.get(bridge.handOffId), bridge);
      assert.deepEqual(await store.bridges.of(bridge.handOffId), []);
      assert.equal(await store.bridges.get('nobody'), null);
    });

    it('change by compare-and-set', async () => {
      const patch = {
        state: 'ending',
        endedBy: 'source',
        sideIsOver: true,
        endingAt: 5,
        warned: true,
      } as const;
      const changed = await store.bridges.change(bridge, patch);
      assert.deepEqual(changed, { ...bridge, ...patch, version: 2 });
      assert.deepEqual(await store.bridges.get(bridge.handOffId), changed);
      assert.equal(await store.bridges.change(bridge, { lastError: 'x' }), null);
    });

    it('are alive until their end was told', async () => {
      const alive = async () =>
        (await store.bridges.live()).some(({ handOffId }) => handOffId === bridge.handOffId);
      assert.equal(await alive(), true);
      const ended = await store.bridges.change(bridge, { state: 'ended' });
      assert.equal(await alive(), true);
      assert.ok(ended);
      await store.bridges.change(ended, { endTold: true });
      assert.equal(await alive(), false);
    });

    it('take a message once a direction, and know its place better later, while it waits', async () => {
      const one = carried({ place: 20 });
      const other = carried({ place: 10, direction: 'to-customer', sourceId: one.sourceId });
      assert.equal(await store.bridges.take([one, other]), true);
      await store.bridges.take([{ ...one, id: randomUUID(), text: 'again', place: 5 }]);
      assert.deepEqual(await placed(), [5, 10]);
      const [kept] = await store.bridges.pending(bridge.handOffId, 'to-partner');
      assert.deepEqual(kept, { ...one, place: 5 });
      assert.ok(kept);
      await store.bridges.settle(kept, { state: 'delivered', text: '', sentAs: 'm' });
      await store.bridges.take([{ ...one, id: randomUUID(), place: 1 }]);
      assert.deepEqual(await placed(), [5, 10]);
    });

    it('take whatever a customer wrote: one sign the store cannot keep would hold up all that follows', async () => {
      const said = {
        handOffId: bridge.handOffId,
        direction: 'to-partner',
        kind: 'message',
        sourceId: 'm',
        text: 'Is it \0 there \ud83d?',
        place: 1,
        saidAt: 1,
      } as const;
      await store.bridges.take(newCarried(said, 1, randomUUID));
      const [kept] = await store.bridges.pending(bridge.handOffId, 'to-partner');
      assert.match(kept?.text ?? '', /^Is it {2}there .\?$/);
    });

    it('take what was said before once', async () => {
      const rows = [carried({ kind: 'transcript', sourceId: 'transcript:1' })];
      assert.equal(await store.bridges.take(rows, bridge), true);
      assert.equal(await store.bridges.take([carried({ sourceId: 'transcript:9' })], bridge), false);
      assert.equal((await store.bridges.of(bridge.handOffId)).length, 1);
      assert.equal((await store.bridges.get(bridge.handOffId))?.transcriptTaken, true);
    });

    it('let one message of a direction be on its way', async () => {
      const [one, two, back] = [carried(), carried(), carried({ direction: 'to-customer' })];
      await store.bridges.take([one, two, back]);
      const sending = await store.bridges.settle(one, {
        state: 'sending',
        attemptedAt: 7,
        firstAttemptAt: 7,
      });
      assert.deepEqual(sending, { ...one, state: 'sending', attemptedAt: 7, firstAttemptAt: 7, version: 2 });
      assert.equal(await store.bridges.settle(two, { state: 'sending' }), null);
      assert.ok(await store.bridges.settle(back, { state: 'sending' }));
      assert.ok(sending);
      assert.equal(await store.bridges.settle(one, { state: 'failed' }), null);
      assert.ok(await store.bridges.settle(sending, { state: 'delivered' }));
      assert.ok(await store.bridges.settle(two, { state: 'sending' }));
    });

    it('drop what waits, words and all, and keep our own last ones unless told', async () => {
      await store.bridges.take([
        carried({ sourceId: 'a', place: 1 }),
        carried({ sourceId: 'b', place: 2, kind: 'notice' }),
        carried({ sourceId: 'c', place: 3, direction: 'to-customer' }),
      ]);
      const states = async () =>
        (await store.bridges.of(bridge.handOffId)).map(({ state, text, code, receiptDue }) => [
          state,
          text === '',
          code,
          receiptDue,
        ]);
      await store.bridges.drop(bridge.handOffId, 'to-partner', 'bridge.ended-before');
      const dropped = ['dropped', true, 'bridge.ended-before', 'Failed'];
      const waits = ['waiting', false, null, null];
      assert.deepEqual(await states(), [dropped, waits, waits]);
      await store.bridges.drop(bridge.handOffId, 'to-partner', 'bridge.ended-before', true);
      assert.deepEqual((await states())[1], ['dropped', true, 'bridge.ended-before', null]);
    });
  });
}
