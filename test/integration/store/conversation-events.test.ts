import assert from 'node:assert/strict';
import { conversationEventsOf } from '../../../src/journeys/conversation-webhook/conversation-event-of.ts';
import type { ConversationEvent } from '../../../src/store/shapes/conversation-event-table.ts';
import { exampleSession } from '../../support/example-session.ts';
import { storeEngines } from '../../support/store-engines.ts';

const eventsOf = (conversationId: string): ConversationEvent[] =>
  conversationEventsOf(exampleSession({ conversationId, externalContactId: 'contact-1' }), {
    since: 0,
    kinds: ['ended', 'started'],
    platformNow: 3_000,
    now: 5_000,
  });

for (const [engine, place] of Object.entries(storeEngines)) {
  describe(`conversation events on ${engine}`, () => {
    let opened: Awaited<ReturnType<typeof place>>;

    before(async () => {
      opened = await place();
    });

    after(() => opened.remove());

    it('count once each, are due in order, and belong to whoever claims them first', async () => {
      const store = await opened.open();
      const { conversationEvents: table } = store;
      const kindsDue = async (now: number) => (await table.due(now, 10)).map(({ kind }) => kind);
      try {
        assert.deepEqual(
          await Promise.all([table.add(eventsOf('a')), table.add(eventsOf('a'))]).then((added) =>
            added.reduce((sum, each) => sum + each, 0),
          ),
          2,
        );
        assert.equal(await table.add([]), 0);
        assert.deepEqual(await kindsDue(4_999), []);
        const [started, ...rest] = await table.due(5_000, 10);
        assert.ok(started);
        assert.deepEqual([started.kind, rest], ['started', []], 'no end before its beginning');
        assert.deepEqual(
          started,
          eventsOf('a').find(({ kind }) => kind === 'started'),
        );

        const claims = [1, 2, 3].map(() => table.change(started, { claimedUntil: 60_000, attempts: 1 }));
        const [claimed, ...others] = (await Promise.all(claims)).filter((each) => each !== null);
        assert.ok(claimed);
        assert.deepEqual(others, []);
        assert.deepEqual(await kindsDue(59_999), [], 'the end waits while the beginning is under way');
        assert.deepEqual(await kindsDue(60_000), ['started'], 'whoever claimed it is gone');
        await table.release();
        assert.deepEqual(await kindsDue(5_000), ['started']);

        const given = { state: 'dead', claimedUntil: null, settledAt: 7_000, lastStatus: 500 } as const;
        const dead = await table.change(claimed, { ...given, lastError: 'webhook.refused' });
        assert.deepEqual(await kindsDue(5_000), ['ended'], 'a dead letter holds nothing up');
        assert.deepEqual(await table.inStates(['dead', 'stopped'], 10), [dead]);
        assert.deepEqual(await table.get(started.id), dead);
        assert.equal(await table.get('no such event'), null);
        assert.deepEqual(await table.counts(), { pending: 1, done: 0, stopped: 0, dead: 1 });
        assert.equal(await table.add(eventsOf('a')), 0, 'given up is not new again');

        assert.equal(await table.prune(7_000), 0);
        assert.equal(await table.prune(7_001), 1, 'what is pending stays however old it is');
      } finally {
        await store.close();
      }
    });
  });
}
