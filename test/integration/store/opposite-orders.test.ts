import assert from 'node:assert/strict';
import { conversationEventsOf } from '../../../src/journeys/conversation-webhook/conversation-event-of.ts';
import type { Store } from '../../../src/store/store.ts';
import { exampleSession } from '../../support/example-session.ts';
import { storeEngines } from '../../support/store-engines.ts';

/** Enough that two writers meet in the middle. */
const rows = 400;

describe('two instances that write the same rows in opposite orders', () => {
  let stores: Store[];
  let remove: () => Promise<void>;
  before(async () => {
    const place = await storeEngines.postgres();
    stores = [await place.open(), await place.open()];
    remove = place.remove;
  });
  after(async () => {
    for (const store of stores) await store.close();
    await remove();
  });

  /** Neither may be told that the store is not there because both waited for each other. */
  const bothWrite = async <T>(all: readonly T[], write: (store: Store, batch: T[]) => Promise<unknown>) => {
    const orders = [[...all], all.toReversed()];
    const ends = await Promise.allSettled(stores.map((store, index) => write(store, orders[index] ?? [])));
    assert.deepEqual(
      ends.map(({ status }) => status),
      ['fulfilled', 'fulfilled'],
    );
  };

  it('of presence', () =>
    bothWrite(
      Array.from({ length: rows }, (_, n) => ({
        agentId: `agent-${n}`,
        presence: 'busy' as const,
        presenceSince: n,
        routingStatus: 'OFF_QUEUE' as const,
        routingSince: n,
      })),
      (store, batch) => store.presences.put(batch),
    ));

  it('of sessions', () =>
    bothWrite(
      Array.from({ length: rows }, () => exampleSession()),
      (store, batch) => store.sessions.upsert(batch),
    ));

  it('of events of conversations', () =>
    bothWrite(
      Array.from({ length: rows }, (_, n) =>
        conversationEventsOf(exampleSession({ conversationId: `c-${n}` }), {
          since: 0,
          kinds: ['started'],
          platformNow: 3_000,
          now: 5_000,
        }),
      ).flat(),
      (store, batch) => store.conversationEvents.add(batch),
    ));

  it('of contacts', () =>
    bothWrite(
      Array.from({ length: rows }, (_, n) => ({ source: 'CRM', value: `u-${n}` })),
      (store, batch) => store.widget.settle(batch, 'contact', 1),
    ));
});
