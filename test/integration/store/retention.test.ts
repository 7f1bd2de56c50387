import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createForgetting } from '../../../src/journeys/forgetting.ts';
import type { Bridge } from '../../../src/store/shapes/bridge-table.ts';
import type { CobrowseOffer } from '../../../src/store/shapes/cobrowse-table.ts';
import type { HandOff } from '../../../src/store/shapes/hand-off-table.ts';
import type { Store } from '../../../src/store/store.ts';
import { exampleBridge, exampleCarried } from '../../support/example-carried.ts';
import { exampleCobrowse } from '../../support/example-cobrowse.ts';
import { exampleHandOff } from '../../support/example-hand-off.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { silentLog } from '../../support/silent-log.ts';
import { storeEngines } from '../../support/store-engines.ts';

const aDay = 24 * 60 * 60_000;
const now = 2_000_000_000_000;
const long = now - 30 * aDay - 1;
const lately = now - 30 * aDay + 1;
const card = { activityId: 'a', shownVersion: 1, failures: 0, nextTryAt: 0, lastError: null };

for (const [name, prepare] of Object.entries(storeEngines)) {
  describe(`what is over for long, kept on ${name}`, () => {
    let store: Store;
    let remove: () => Promise<void>;

    before(async () => {
      const place = await prepare();
      store = await place.open();
      remove = place.remove;
    });
    after(async () => {
      await store?.close();
      await remove?.();
    });

    async function forget(): Promise<void> {
      const forgetting = createForgetting({
        retention: store.retention,
        clock: manualClock(now),
        log: silentLog,
      });
      forgetting.start();
      await forgetting.stop();
    }

    async function handOff(more: Partial<HandOff>, bridge: Partial<Bridge> | null = null): Promise<string> {
      const id = randomUUID();
      const ids = { id, eventId: randomUUID(), conversationId: randomUUID() };
      await store.handOffs.add(exampleHandOff({ ...ids, ...more }));
      await store.handOffs.putCard({ handOffId: id, conversationId: 'chat', ...card });
      if (bridge !== null)
        await store.bridges.add(exampleBridge({ handOffId: id, ...bridge }), [
          exampleCarried({ handOffId: id }),
        ]);
      return id;
    }

    it('takes a hand-off with its bridge, what went over it and its cards, and none that is under way', async () => {
      const over = { state: 'ended', endTold: true, endingAt: long } as const;
      const gone = await handOff({ state: 'ended', updatedAt: long }, over);
      const refused = await handOff({ state: 'refused', updatedAt: long });
      const kept = await Promise.all([
        handOff({ state: 'ended', updatedAt: lately }),
        handOff({ state: 'bridged', updatedAt: long }, { startedAt: long }),
        handOff({ state: 'unknown', updatedAt: long }),
        // Its bridge is ending still, or nobody was told.
        handOff({ state: 'ended', updatedAt: long }, { ...over, state: 'ending' }),
        handOff({ state: 'ended', updatedAt: long }, { ...over, endTold: false }),
        handOff({ state: 'bridged', updatedAt: long }, over),
      ]);
      await forget();
      for (const id of [gone, refused]) {
        assert.equal(await store.handOffs.get(id), null);
        assert.equal(await store.bridges.get(id), null);
        assert.deepEqual(await store.bridges.of(id), []);
        assert.deepEqual(await store.handOffs.cards(id), []);
      }
      for (const id of kept) {
        const { length } = await store.handOffs.cards(id);
        assert.deepEqual([(await store.handOffs.get(id))?.id, length], [id, 1]);
        assert.equal((await store.bridges.of(id)).length, (await store.bridges.get(id)) === null ? 0 : 1);
      }
    });

    it('takes an offer of cobrowse with its card, and none that stands', async () => {
      const offer = async (more: Partial<CobrowseOffer>) => {
        const made = exampleCobrowse(more);
        await store.cobrowses.add(made);
        await store.cobrowses.putCard({ eventId: made.eventId, conversationId: 'chat', ...card });
        return made.eventId;
      };
      const gone = await offer({ state: 'rejected', changedAt: long });
      const kept = [
        await offer({ state: 'ended', changedAt: lately }),
        await offer({ state: 'accepted', changedAt: long }),
        await offer({ state: 'unknown', changedAt: long }),
      ];
      await forget();
      assert.deepEqual([await store.cobrowses.ofEvent(gone), await store.cobrowses.card(gone)], [null, null]);
      for (const eventId of kept) assert.equal((await store.cobrowses.card(eventId))?.eventId, eventId);
    });

    it('takes the id of somebody nobody asked for in 400 days, and none that is being looked up', async () => {
      const { widget } = store;
      const id = (value: string) => ({ source: 'Zendesk', value });
      const asked = now - 400 * aDay;
      await widget.settle([id('gone'), id('asked again')], 'contact', asked - 1);
      await widget.settle([id('asked again')], 'contact', asked + 1);
      await widget.claim(id('in hand'), asked - 1, 0);
      assert.equal(await widget.claim(id('in hand'), now, asked), 'mine');
      await widget.claim(id('left behind'), asked - 1, 0);
      await forget();
      assert.deepEqual(
        (await widget.idsOf('contact')).map(({ value }) => value),
        ['asked again'],
      );
      assert.equal(await widget.claim(id('in hand'), now, 0), 'theirs');
      assert.equal(await widget.claim(id('left behind'), now, 0), 'mine');
    });
  });
}
