import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { CobrowseCardRow } from '../../../src/store/shapes/cobrowse-table.ts';
import type { Store } from '../../../src/store/store.ts';
import { exampleCobrowse } from '../../support/example-cobrowse.ts';
import { exampleSession } from '../../support/example-session.ts';
import { storeEngines } from '../../support/store-engines.ts';

for (const [name, prepare] of Object.entries(storeEngines)) {
  describe(`cobrowse kept on ${name}`, () => {
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

    it('counts an event once, and lets one offer stand in a conversation', async () => {
      const { cobrowses } = store;
      const first = exampleCobrowse();
      const added = await Promise.all([1, 2, 3].map(() => cobrowses.add(first)));
      assert.deepEqual(added.toSorted(), ['added', 'counted', 'counted']);
      assert.deepEqual(await cobrowses.ofEvent(first.eventId), first);
      const second = exampleCobrowse({ conversationId: first.conversationId });
      assert.equal(await cobrowses.add(second), 'one-under-way');
      let standing = first;
      for (const state of ['unknown', 'offered', 'accepted'] as const) {
        const moved = await cobrowses.settle(standing, { state, code: 'cobrowse.unknown', changedAt: 7_000 });
        assert.ok(moved);
        standing = moved;
        assert.equal(await cobrowses.add(second), 'one-under-way', state);
      }
      assert.equal(await cobrowses.settle(first, { state: 'ended' }), null, 'somebody else was first');
      await cobrowses.settle(standing, { state: 'ended', joinCode: null });
      assert.equal(await cobrowses.add(second), 'added');
      assert.deepEqual((await cobrowses.of(first.conversationId)).map(({ state }) => state).toSorted(), [
        'asking',
        'ended',
      ]);
      assert.ok((await cobrowses.open()).some(({ eventId }) => eventId === second.eventId));
    });

    it('knows which cards are behind', async () => {
      const { cobrowses } = store;
      const made = exampleCobrowse({ changedAt: 9_000_000 });
      await cobrowses.add(made);
      assert.deepEqual(await cobrowses.behind(8_000_000, 5), [made.eventId]);
      const row: CobrowseCardRow = {
        eventId: made.eventId,
        conversationId: 'chat',
        activityId: null,
        shownVersion: 0,
        failures: 0,
        nextTryAt: 0,
        lastError: null,
      };
      assert.equal(await cobrowses.claimCard(row, 5_000), true);
      assert.equal(await cobrowses.claimCard(row, 5_000), false);
      await cobrowses.putCard({ ...row, activityId: 'a', shownVersion: 1 });
      assert.deepEqual(await cobrowses.card(made.eventId), { ...row, activityId: 'a', shownVersion: 1 });
      assert.deepEqual(await cobrowses.behind(8_000_000, 5), []);
      await cobrowses.settle(made, { state: 'refused', changedAt: 9_000_001 });
      assert.deepEqual(await cobrowses.behind(8_000_000, 5), [made.eventId]);
      assert.deepEqual(await cobrowses.behind(9_500_000, 5), []);
    });

    it('knows an id of a customer from one of a conversation, and where an agent was last', async () => {
      const session = exampleSession({
        conversationId: randomUUID(),
        guestId: randomUUID(),
        externalContactId: randomUUID(),
        lastAgentId: 'ada',
        endedAt: null,
      });
      await store.sessions.upsert([session]);
      const { cobrowses } = store;
      assert.equal(await cobrowses.namesCustomer(session.guestId), true);
      assert.equal(await cobrowses.namesCustomer(session.externalContactId ?? ''), true);
      assert.equal(await cobrowses.namesCustomer(session.conversationId), false);
      assert.deepEqual(await cobrowses.conversationsWith('ada', 5), [session.conversationId]);
      assert.deepEqual(await cobrowses.conversationsWith('bo', 5), []);
    });
  });
}
