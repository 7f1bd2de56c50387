import assert from 'node:assert/strict';
import { createPolicyBook } from '../../../src/journeys/policy/policy-book.ts';
import { createAudits } from '../../../src/journeys/views/audit-trail.ts';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import type { Store } from '../../../src/store/store.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { configuredPolicy } from '../../support/policy-of.ts';
import { silentLog } from '../../support/silent-log.ts';
import { storeEngines } from '../../support/store-engines.ts';

for (const [engine, prepare] of Object.entries(storeEngines)) {
  describe(`policy and audit trail on ${engine}`, () => {
    let stores: readonly Store[];
    let store: Store;
    let remove: () => Promise<void>;

    before(async () => {
      const place = await prepare();
      store = await place.open();
      // Two instances of the program on one database.
      stores = engine === 'postgres' ? [store, await place.open()] : [store];
      remove = place.remove;
    });

    after(async () => {
      for (const each of stores) await each.close();
      await remove();
    });

    const insert = async (part: Partial<Outreach>) => {
      const outreach = exampleOutreach({ state: 'sent', ...part });
      await store.outreaches.insert(outreach, [
        { at: 1, who: 'presence', why: 'Ada became available', from: null, to: 'proposed' },
        { at: 2, who: 'policy', why: 'approved', from: 'proposed', to: outreach.state },
      ]);
      return outreach;
    };
    const audits = () => createAudits(store);
    const found = async (asked: string) => audits().find(asked);

    it('lets one of many changes of the same policy win, in force at once for every instance', async () => {
      const books = stores.map(({ policies: table }) =>
        createPolicyBook({ configured: configuredPolicy, table, now: () => 5, log: silentLog }),
      );
      const [newest] = await store.policies.latest(1);
      const revision = newest?.revision ?? 0;
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          books[index % books.length]?.change({
            asked: { approvalMinutes: String(100 + index) },
            revision,
            by: `p${index}`,
            sure: false,
          }),
        ),
      );
      assert.equal(outcomes.filter((outcome) => outcome?.kind === 'changed').length, 1);
      assert.equal(outcomes.filter((outcome) => outcome?.kind === 'meanwhile').length, 19);
      const inForce = await Promise.all(books.map(async (book) => (await book.thisMoment()).approvalMs));
      assert.equal(new Set(inForce).size, 1);
      assert.notEqual(inForce[0], configuredPolicy.approvalMs);
      assert.equal((await store.policies.latest(1))[0]?.revision, revision + 1);
    });

    it('gives every change of the policy, newest first', async () => {
      for (const revision of [102, 103])
        assert.equal(await store.policies.add({ revision, at: 1e12, who: 'Sam', value: '{}' }), true);
      assert.equal(await store.policies.add({ revision: 103, at: 1, who: 'Kim', value: '' }), false);
      const latest = await store.policies.latest(2);
      assert.deepEqual(latest, [
        { revision: 103, at: 1e12, who: 'Sam', value: '{}' },
        { revision: 102, at: 1e12, who: 'Sam', value: '{}' },
      ]);
    });

    it('is the stricter where the newest change cannot be read', async () => {
      const [newest] = await store.policies.latest(1);
      const revision = (newest?.revision ?? 0) + 1;
      await store.policies.add({ revision, at: 1, who: 'Sam', value: '{' });
      for (const { policies: table } of stores) {
        const book = createPolicyBook({ configured: configuredPolicy, table, now: () => 5, log: silentLog });
        assert.deepEqual(await book.thisMoment(), { ...configuredPolicy, mode: 'supervisor' });
      }
    });

    it('finds an outreach by its id, with its steps newest first', async () => {
      const outreach = await insert({ customerName: 'Ida Nowak' });
      const trail = await found(outreach.id.toUpperCase());
      assert.ok(trail.kind === 'trail');
      assert.deepEqual(trail.outreach, outreach);
      assert.deepEqual(
        trail.steps.map(({ who, from, to }) => [who, from, to]),
        [
          ['policy', 'proposed', 'sent'],
          ['presence', null, 'proposed'],
        ],
      );
    });

    it('finds a customer by name, whatever its case, with the newest ten of theirs', async () => {
      const customerKey = 'contact:jonas';
      for (let index = 0; index < 13; index += 1)
        await insert({ customerKey, customerName: 'Jonas Weber', createdAt: 1_000 + index });
      for (const asked of ['Jonas Weber', 'jonas weber', 'JONAS', 'jon']) {
        const trail = await found(asked);
        assert.ok(trail.kind === 'customer', asked);
        assert.equal(trail.customerName, 'Jonas Weber');
        assert.deepEqual(
          trail.outreaches.map(({ createdAt }) => createdAt),
          Array.from({ length: 10 }, (_, index) => 1_012 - index),
        );
        assert.equal(trail.more, 3);
      }
    });

    it('lets choose where several begin so, but not where one is called exactly so', async () => {
      await insert({ customerKey: 'contact:ann', customerName: 'Ann', createdAt: 5 });
      await insert({ customerKey: 'contact:anna-1', customerName: 'Anna', createdAt: 7 });
      await insert({ customerKey: 'contact:anna-2', customerName: 'Anna', createdAt: 6 });
      assert.partialDeepStrictEqual(await found('ann'), { kind: 'customer', customerName: 'Ann', more: 0 });
      const choice = await found('an');
      assert.ok(choice.kind === 'choice');
      assert.deepEqual(
        choice.customers.map(({ last, outreaches }) => [last.customerKey, outreaches]),
        [
          ['contact:anna-1', 1],
          ['contact:anna-2', 1],
          ['contact:ann', 1],
        ],
      );
      const [second] = choice.customers.slice(1);
      const chosen = await audits().ofCustomerOf(second?.last.id ?? '');
      assert.equal(chosen.outreaches[0]?.customerKey, 'contact:anna-2');
    });

    it('lists ten of very many, and says how many more there are', async () => {
      for (let index = 0; index < 25; index += 1)
        await insert({ customerKey: `contact:many-${index}`, customerName: 'Zoe Many', createdAt: index });
      const choice = await found('zoe');
      assert.ok(choice.kind === 'choice');
      assert.equal(choice.customers.length, 10);
      assert.equal(choice.more, 15);
    });

    it('takes signs of a pattern for what they are, and letters with accents in their own case', async () => {
      await insert({ customerKey: 'contact:percent', customerName: '100% Wool_Ltd' });
      await insert({ customerKey: 'contact:ozil', customerName: 'Özlem Ünal' });
      assert.partialDeepStrictEqual(await found('100% wool_'), { customerName: '100% Wool_Ltd' });
      for (const asked of ['Özlem', 'özlem ünal', 'ÖZLEM'])
        assert.partialDeepStrictEqual(await found(asked), { customerName: 'Özlem Ünal' });
      for (const asked of ['%', '_', 'J_nas', '1000', "'; drop table outreach; --"])
        await assert.rejects(found(asked), { code: 'audit.not-found' }, asked);
    });

    it('gives the newest of all', async () => {
      const newest = await insert({ customerName: null, createdAt: 2e12 });
      const latest = await audits().latest();
      assert.equal(latest[0]?.id, newest.id);
      assert.ok(latest.length <= 10);
    });

    it('has nothing for who and what is unknown', async () => {
      for (const asked of ['Nobody', '6a1f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e01'])
        await assert.rejects(found(asked), { code: 'audit.not-found' });
      await assert.rejects(audits().trail('nothing'), { code: 'audit.not-found' });
      await assert.rejects(audits().ofCustomerOf('nothing'), { code: 'audit.not-found' });
    });
  });
}
