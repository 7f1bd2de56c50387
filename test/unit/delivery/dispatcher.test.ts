import assert from 'node:assert/strict';
import type { Look } from '../../../src/delivery/delivery.ts';
import { createDispatcher } from '../../../src/delivery/dispatcher.ts';
import type { FoundMessage } from '../../../src/delivery/find-message.ts';
import { createLedger } from '../../../src/delivery/ledger.ts';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { silentLog } from '../../support/silent-log.ts';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';

describe('dispatcher', () => {
  const store = storeOfEachTest();

  /** A dispatcher whose deliveries end only when the test says so. */
  function ground(
    deliver?: (approved: Outreach) => Promise<Outreach>,
    findMessage: () => Promise<FoundMessage | null> = async () => null,
    surelyStayed = false,
  ) {
    const clock = manualClock();
    const inHand: { approved: Outreach; look: Look | undefined; end: (state: Outreach['state']) => void }[] =
      [];
    const held: string[] = [];
    const delivery = (approved: Outreach, look?: Look) =>
      new Promise<Outreach>((resolve) =>
        inHand.push({ approved, look, end: (state) => resolve({ ...approved, state }) }),
      );
    const dispatcher = createDispatcher({
      ledger: createLedger({ outreaches: store().outreaches, now: clock.now, changed: () => {} }),
      outreaches: store().outreaches,
      delivery: { deliver: deliver ?? delivery, look: async () => null },
      heldBack: ({ id }) => held.push(id),
      findMessage,
      departures: { surelyStayed: () => surelyStayed },
      abandonedAfterMs: 0,
      clock,
      log: silentLog,
    });
    return { clock, dispatcher, inHand, held };
  }

  async function insert(part: Partial<Outreach>): Promise<Outreach> {
    const outreach = exampleOutreach(part);
    await store().outreaches.insert(outreach, [
      { at: 1, who: 'test', why: 'test', from: null, to: outreach.state },
    ]);
    return outreach;
  }

  const turns = () => new Promise((resolve) => setImmediate(resolve));

  it('carries twelve side by side, lets the others wait their turn, and begins no look while they do', async () => {
    const { dispatcher, inHand } = ground();
    const ended = Array.from({ length: 20 }, () =>
      dispatcher.dispatch(exampleOutreach({ state: 'approved' })),
    );
    await turns();
    assert.equal(inHand.length, 12);
    assert.equal(dispatcher.look('c'), undefined);
    for (let next = inHand.shift(); next !== undefined; next = inHand.shift()) {
      next.end('sent');
      await turns();
      assert.ok(inHand.length <= 12);
    }
    assert.equal((await Promise.all(ended)).length, 20);
    assert.notEqual(dispatcher.look('c'), undefined);
  });

  it('goes by a truth check begun before only where nothing had to wait: in line it grows old', async () => {
    const { dispatcher, inHand } = ground();
    const look = Promise.resolve(null);
    const ended = Array.from({ length: 13 }, () =>
      dispatcher.dispatch(exampleOutreach({ state: 'approved' }), look),
    );
    await turns();
    assert.ok(inHand.every((each) => each.look === look));
    inHand.shift()?.end('sent');
    await turns();
    assert.equal(inHand.at(-1)?.look, undefined);
    for (const { end } of inHand) end('sent');
    await Promise.all(ended);
  });

  it('begins no more looks of a burst than it will carry', async () => {
    const { dispatcher } = ground();
    const looks = Array.from({ length: 20 }, () => dispatcher.look('c'));
    assert.equal(looks.filter((look) => look !== undefined).length, 12);
    await Promise.all(looks);
    assert.notEqual(dispatcher.look('c'), undefined);
  });

  it('leaves those whose hour has not come, and takes each up by itself when it has, between two sweeps', async () => {
    const { clock, dispatcher, inHand } = ground();
    const [later, sooner] = [
      await insert({ state: 'approved', sendAt: clock.now() + 62_000 }),
      await insert({ state: 'approved', sendAt: clock.now() + 61_500 }),
    ];
    assert.equal(await dispatcher.dispatch(later), later);
    const carried = () => inHand.map(({ approved }) => approved.id);
    dispatcher.start();
    // Each round reads the store, which the clock does not wait for.
    for (let round = 0; round < 12; round += 1) {
      await waitFor(() => clock.pending() > 0, { what: 'the next round to be set' });
      await clock.advance(5_000);
    }
    await waitFor(() => clock.pending() === 2, { what: 'the hour to be set' });
    await clock.advance(1_499);
    assert.deepEqual(carried(), []);
    await clock.advance(1);
    await waitFor(() => inHand.length > 0 && clock.pending() === 2, { what: 'the first to be carried' });
    assert.deepEqual(carried(), [sooner.id]);
    await clock.advance(500);
    await waitFor(() => inHand.length > 1, { what: 'the second to be carried' });
    assert.deepEqual(carried(), [sooner.id, later.id]);
    for (const { end } of inHand) end('sent');
    await dispatcher.stop();
    assert.equal(clock.pending(), 0);
  });

  it('looks at once when what kept a row waiting may be over', async () => {
    const { clock, dispatcher, inHand } = ground();
    dispatcher.start();
    await waitFor(() => clock.pending() === 1, { what: 'the first round to end' });
    await insert({ state: 'approved' });
    dispatcher.wake();
    await waitFor(() => inHand.length === 1, { what: 'the row to be carried' });
    inHand[0]?.end('sent');
    await dispatcher.stop();
  });

  const left = async (findMessage: () => Promise<FoundMessage | null>) => {
    const { clock, dispatcher, inHand } = ground(undefined, findMessage);
    const { id } = await insert({ state: 'sending', attemptedAt: 1 });
    dispatcher.start();
    await clock.advance(1);
    const state = async () => (await store().outreaches.get(id))?.state;
    await waitFor(async () => (await state()) !== 'sending', { what: 'the row to be taken up' });
    await dispatcher.stop();
    assert.deepEqual(inHand, []);
    return { state: await state(), why: (await store().outreaches.audit(id)).map(({ to }) => to) };
  };

  it('sends what a dead process surely left before a byte of it was out, and asks nobody', async () => {
    const look = () => Promise.reject(new Error('there is nothing to look for'));
    const { clock, dispatcher, inHand } = ground(undefined, look, true);
    const { id } = await insert({ state: 'sending', attemptedAt: 1 });
    dispatcher.start();
    await clock.advance(1);
    await waitFor(() => inHand.length === 1, { what: 'the row to be carried' });
    assert.equal(inHand[0]?.approved.id, id);
    assert.equal(inHand[0]?.approved.state, 'approved');
    assert.deepEqual(
      (await store().outreaches.audit(id)).map(({ to, why }) => [to, why]),
      [
        ['sending', 'test'],
        ['approved', 'outreach.stayed'],
      ],
    );
    inHand[0]?.end('sent');
    await dispatcher.stop();
  });

  it('takes what a dead process left in its request for lost, never for unsent', async () => {
    assert.equal((await left(async () => null)).state, 'unknown');
  });

  it('calls it unknown as well where looking does not work just now', async () => {
    const down = await left(() => Promise.reject(new ReachbackError('genesys.no-answer')));
    assert.equal(down.state, 'unknown');
  });

  it('asks nobody about it when the message is there at the first look', async () => {
    const found = await left(async () => ({ messageId: 'm', conversationId: 'c' }));
    assert.deepEqual(found, { state: 'sent', why: ['sending', 'sent'] });
  });

  it('tells of what its own sweep found held, so that another customer gets the turn', async () => {
    const { clock, dispatcher, inHand, held } = ground();
    const { id } = await insert({ state: 'approved' });
    dispatcher.start();
    await clock.advance(1);
    (await waitFor(() => inHand[0], { what: 'the row to be carried' })).end('held');
    await waitFor(() => held.length > 0, { what: 'word of it' });
    await dispatcher.stop();
    assert.deepEqual(held, [id]);
  });

  it('tries again what could not go', async () => {
    let tries = 0;
    const { clock, dispatcher } = ground(async () => {
      tries += 1;
      throw new ReachbackError('genesys.feed-stale');
    });
    await insert({ state: 'approved' });
    dispatcher.start();
    await clock.advance(20_000);
    await dispatcher.stop();
    assert.equal(tries, 5);
  });

  it('begins nothing more when it stops: what waits stays approved', async () => {
    const { dispatcher, inHand } = ground();
    const ended = Array.from({ length: 14 }, () =>
      dispatcher.dispatch(exampleOutreach({ state: 'approved' })),
    );
    await turns();
    const stopped = dispatcher.stop();
    for (const { end } of inHand) end('sent');
    await stopped;
    const states = (await Promise.all(ended)).map(({ state }) => state);
    assert.deepEqual(
      [
        states.filter((state) => state === 'sent').length,
        states.filter((state) => state === 'approved').length,
      ],
      [12, 2],
    );
  });
});
