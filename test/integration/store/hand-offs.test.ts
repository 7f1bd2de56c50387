import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { HandOff } from '../../../src/store/shapes/hand-off-table.ts';
import type { Store } from '../../../src/store/store.ts';
import { exampleHandOff } from '../../support/example-hand-off.ts';
import { storeEngines } from '../../support/store-engines.ts';

const strangers = ['handoff.ticket.malformed', 'handoff.ticket.signature'];

for (const [name, prepare] of Object.entries(storeEngines)) {
  describe(`hand-offs kept on ${name}`, () => {
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

    const fresh = (more: Partial<HandOff> = {}): HandOff =>
      exampleHandOff({ id: randomUUID(), eventId: randomUUID(), conversationId: randomUUID(), ...more });

    it('gives a conversation one that is not over, of presses at the same moment, too', async () => {
      const conversationId = randomUUID();
      const added = await Promise.all(
        Array.from({ length: 10 }, () => store.handOffs.add(fresh({ conversationId }))),
      );
      assert.equal(added.filter((became) => became === 'added').length, 1);
      assert.equal(added.filter((became) => became === 'one-under-way').length, 9);
      const open = await store.handOffs.openOn(conversationId);
      assert.ok(open);
      assert.equal(await store.handOffs.add({ ...open, id: randomUUID() }), 'counted');
      assert.ok(await store.handOffs.step(open, { state: 'ended', endedBy: 'person' }, 9_000));
      assert.equal(await store.handOffs.openOn(conversationId), null);
      assert.equal(await store.handOffs.add(fresh({ conversationId })), 'added');
    });

    it('takes one of two steps from the same version, and gives back what it took', async () => {
      const first = fresh({ originalQueue: null, note: null, externalContactId: randomUUID() });
      await store.handOffs.add(first);
      const [one, two] = await Promise.all([
        store.handOffs.step(first, { state: 'asserted', ticketId: 't' }, 7_000),
        store.handOffs.step(first, { state: 'refused', code: 'handoff.ticket.expired' }, 7_000),
      ]);
      const taken = one ?? two;
      assert.ok(taken !== null && (one === null || two === null));
      assert.deepEqual(await store.handOffs.get(first.id), taken);
      assert.deepEqual(await store.handOffs.ofEvent(first.eventId), taken);
      assert.equal(taken.version, 2);
    });

    it('lists those still to be carried out, the latest of a partner, and those changed since', async () => {
      const partnerId = randomUUID();
      const rows = [1, 2, 3].map((at) => fresh({ partnerId, createdAt: at, updatedAt: 5_000_000 + at }));
      for (const row of rows) await store.handOffs.add(row);
      const [first, , last] = rows;
      assert.ok(first && last);
      assert.deepEqual(
        (await store.handOffs.latest(partnerId, 2)).map(({ createdAt }) => createdAt),
        [3, 2],
      );
      await store.handOffs.step(first, { state: 'failed', code: 'x' }, 5_000_009);
      await store.handOffs.add(fresh({ partnerId, state: 'bridged' }));
      const open = (await store.handOffs.unsettled()).filter((row) => row.partnerId === partnerId);
      assert.deepEqual(
        open.map(({ createdAt }) => createdAt),
        [2, 3],
      );
      assert.equal((await store.handOffs.changedSince(5_000_000, 1_000))[0] !== undefined, true);
      assert.ok(!(await store.handOffs.changedSince(Number.MAX_SAFE_INTEGER, 10)).includes(last.id));
    });

    it('spends a ticket once for each issuer, until it has expired', async () => {
      const ticket = { issuer: randomUUID(), id: 'one', keepUntil: 100 };
      const spent = await Promise.all(Array.from({ length: 10 }, () => store.handOffs.spendTicket(ticket)));
      assert.equal(spent.filter((first) => first).length, 1);
      assert.equal(await store.handOffs.spendTicket({ ...ticket, issuer: randomUUID() }), true);
      await store.handOffs.prune(100, 1_000, strangers);
      assert.equal(await store.handOffs.spendTicket(ticket), false);
      await store.handOffs.prune(101, 1_000, strangers);
      assert.equal(await store.handOffs.spendTicket(ticket), true);
    });

    it('keeps the newest of what was decided about tickets', async () => {
      const entry = (at: number) => ({
        at,
        action: 'session.validation.failed' as const,
        ticketId: null,
        sourceOrgId: null,
        destinationOrgId: 'd',
        conversationId: null,
        code: 'handoff.ticket.malformed',
      });
      for (const at of [1, 2, 3, 4]) await store.handOffs.addAudit(entry(at));
      assert.deepEqual(await store.handOffs.audits(2), [entry(4), entry(3)]);
      await store.handOffs.prune(0, 3, strangers);
      assert.deepEqual(
        (await store.handOffs.audits(9)).map(({ at }) => at),
        [4, 3, 2],
      );
    });

    it('lets what strangers were refused with push nothing else out of what was decided', async () => {
      const entry = (at: number, code: string | null) => ({
        at,
        action: code === null ? ('session.accepted' as const) : ('session.validation.failed' as const),
        ticketId: null,
        sourceOrgId: null,
        destinationOrgId: 'd',
        conversationId: null,
        code,
      });
      await store.handOffs.addAudit(entry(11, null));
      await store.handOffs.addAudit(entry(12, 'handoff.ticket.replayed'));
      for (let at = 13; at < 40; at += 1)
        await store.handOffs.addAudit(entry(at, 'handoff.ticket.malformed'));
      await store.handOffs.prune(0, 3, strangers);
      const kept = (await store.handOffs.audits(99)).map(({ at }) => at);
      assert.deepEqual(
        kept.filter((at) => at > 10),
        [39, 38, 37, 12, 11],
      );
      const refused = async (theirs: boolean) =>
        (await store.handOffs.audits(2, { strangers, theirs })).map(({ at }) => at);
      assert.deepEqual([await refused(true), (await refused(false))[0]], [[39, 38], 12]);
    });

    it('has one card in each Teams conversation', async () => {
      const handOff = fresh();
      await store.handOffs.add(handOff);
      const row = {
        handOffId: handOff.id,
        conversationId: 'a:1',
        activityId: null,
        shownVersion: 0,
        failures: 0,
        nextTryAt: 0,
        lastError: null,
      };
      const claims = await Promise.all([1, 2].map(() => store.handOffs.claimCard(row, 5_000)));
      assert.deepEqual(claims.sort(), [false, true]);
      await store.handOffs.putCard({ ...row, activityId: 'one', shownVersion: 3 });
      await store.handOffs.putCard({ ...row, conversationId: '19:2' });
      const cards = await store.handOffs.cards(handOff.id);
      assert.deepEqual(cards.map(({ conversationId, activityId }) => [conversationId, activityId]).sort(), [
        ['19:2', null],
        ['a:1', 'one'],
      ]);
    });
  });
}
