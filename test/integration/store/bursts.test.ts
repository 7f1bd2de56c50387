import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Store } from '../../../src/store/store.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleReference } from '../../support/example-reference.ts';
import { storeEngines } from '../../support/store-engines.ts';

const at = 3_000_000;

for (const [name, prepare] of Object.entries(storeEngines)) {
  describe(`what supervisors decide on, kept on ${name}`, () => {
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

    async function propose(): Promise<string> {
      const outreach = exampleOutreach({ state: 'awaiting-approval', updatedAt: at });
      await store.outreaches.insert(outreach, [
        { at, who: 'presence', why: 'test', from: null, to: 'proposed' },
      ]);
      return outreach.id;
    }

    const join = async (conversationId: string, outreachId: string, most = 2) =>
      store.bursts.join({ outreachId, conversationId, newId: randomUUID(), most, at });

    it('is a text, a reason, a snooze and what was read beforehand, forgotten with the decision', async () => {
      const briefing = {
        at,
        said: [{ by: 'customer', text: 'Grüße, 日本 👋' }],
        standsInTheWay: ['quiet-hours'],
        timeZone: 'Europe/Berlin',
      } as const;
      const waiting = exampleOutreach({
        state: 'awaiting-approval',
        sessionEndedBy: 'timed-out',
        snoozedUntil: at + 1,
        snoozedBy: 'Sam',
        backAtVersion: 7,
        briefing,
      });
      await store.outreaches.insert(waiting, [
        { at, who: 'presence', why: 'test', from: null, to: 'proposed' },
      ]);
      assert.deepEqual(await store.outreaches.get(waiting.id), waiting);
      const decided = {
        state: 'declined',
        briefing: null,
        proposedText: 'as it was',
        declineReason: 'wrong-text',
        declineNote: 'too stiff',
        decidedBy: 'Sam',
        decidedAt: at,
      } as const;
      await store.outreaches.transition(waiting, decided, { at, who: 'Sam', why: 'test' });
      assert.partialDeepStrictEqual(await store.outreaches.get(waiting.id), decided);
      const tries = await store.outreaches.lastTries([waiting.customerKey]);
      assert.equal(tries.get(waiting.customerKey)?.declinedAt, at);
    });

    it('shares a card with what waits beside it, each once, until it is full', async () => {
      const channel = `19:${randomUUID()}`;
      const [one, two, three] = [await propose(), await propose(), await propose()];
      const first = await join(channel, one);
      assert.deepEqual(await join(channel, one), first);
      const second = await join(channel, two);
      assert.deepEqual([second.burstId, second.place], [first.burstId, 2]);
      const third = await join(channel, three);
      assert.notEqual(third.burstId, first.burstId);
      assert.equal(third.place, 1);
      assert.deepEqual(
        (await store.bursts.members(first.burstId)).map(({ outreachId }) => outreachId),
        [one, two],
      );
      assert.equal((await store.bursts.get(first.burstId))?.takesMore, false);
      const elsewhere = await join(`19:${randomUUID()}`, one);
      assert.notEqual(elsewhere.burstId, first.burstId);
      assert.equal((await store.bursts.of(one)).length, 2);
    });

    it('joins no card that is closed', async () => {
      const channel = `19:${randomUUID()}`;
      const { burstId } = await join(channel, await propose());
      await store.bursts.close(burstId);
      assert.notEqual((await join(channel, await propose())).burstId, burstId);
    });

    it('seats many that come at once, each on a place of its own', async () => {
      const channel = `19:${randomUUID()}`;
      const ids = await Promise.all(Array.from({ length: 6 }, propose));
      const seats = await Promise.allSettled(ids.map((id) => join(channel, id, 12)));
      // Who lost a race for a place is seated with the next try.
      for (const [index, id] of ids.entries())
        if (seats[index]?.status === 'rejected') await join(channel, id, 12);
      const all = await Promise.all(ids.map(async (id) => (await store.bursts.of(id))[0]));
      assert.equal(new Set(all.map((seat) => seat?.burstId)).size, 1);
      assert.deepEqual(all.map((seat) => seat?.place ?? 0).toSorted(), [1, 2, 3, 4, 5, 6]);
    });

    it('lets one of two instances post or change a card, and the other once that one is gone', async () => {
      const conversationId = randomUUID();
      const { burstId } = await join(conversationId, await propose());
      const seen = await store.bursts.get(burstId);
      assert.ok(seen);
      const claims = await Promise.all([1, 2].map(() => store.bursts.claim(seen, at + 30_000)));
      assert.deepEqual(claims.toSorted(), [false, true]);
      const later = await store.bursts.get(burstId);
      assert.ok(later);
      assert.equal(await store.bursts.claim(later, at + 60_000), true);
      const posted = { ...later, activityId: 'card-1', nextTryAt: 0 };
      await store.bursts.put(posted);
      assert.equal(await store.bursts.claim({ ...later, nextTryAt: 0 }, at + 90_000), false);
      const updates = await Promise.all([1, 2].map(() => store.bursts.claim(posted, at + 90_000)));
      assert.deepEqual(updates.toSorted(), [false, true]);
    });

    it('names the cards that are behind, where the bot is installed', async () => {
      const channel = `19:${randomUUID()}`;
      const member = await join(channel, await propose());
      const { burstId } = member;
      assert.ok(!(await store.bursts.behind(0, 100)).includes(burstId));
      await store.references.put(exampleReference({ conversationId: channel }));
      assert.ok((await store.bursts.behind(at, 100)).includes(burstId));
      assert.ok(!(await store.bursts.behind(at + 1, 100)).includes(burstId));
      await store.bursts.shown(member, 1);
      assert.ok(!(await store.bursts.behind(0, 100)).includes(burstId));
    });

    it('keeps what became of showing a card, and who was given one of their own', async () => {
      const channel = `19:${randomUUID()}`;
      const { burstId, outreachId } = await join(channel, await propose());
      const known = (await store.bursts.get(burstId)) ?? assert.fail();
      const put = { ...known, activityId: 'a', failures: 2, nextTryAt: 9, lastError: 'teams.throttled' };
      await store.bursts.put(put);
      assert.deepEqual(await store.bursts.get(burstId), put);
      await store.bursts.giveOwnCard(outreachId, channel);
      assert.equal((await store.bursts.members(burstId))[0]?.ownCard, true);
      assert.equal(await store.bursts.get('another'), null);
    });
  });
}
