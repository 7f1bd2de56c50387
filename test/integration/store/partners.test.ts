import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { regionHosts } from '../../../src/genesys/region-hosts.ts';
import { createPartnerRegistrations } from '../../../src/journeys/hand-off/registering/partner-registrations.ts';
import { createPartnerRegistry } from '../../../src/journeys/hand-off/registering/partner-registry.ts';
import type { PartnerChange } from '../../../src/store/shapes/partner-table.ts';
import type { Store } from '../../../src/store/store.ts';
import { exampleHandOff } from '../../support/example-hand-off.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { silentLog } from '../../support/silent-log.ts';
import { southridgeForm } from '../../support/southridge-form.ts';
import { storeEngines } from '../../support/store-engines.ts';

for (const [engine, prepare] of Object.entries(storeEngines)) {
  describe(`partners registered in Teams, on ${engine}`, () => {
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

    const ground = {
      env: { PARTNER_SOUTH_SECRET: 'hunter2', PARTNER_SOUTH_WEBHOOK: 'token' },
      hostsOf: regionHosts,
      sandbox: false,
    };

    function instance(of: Store) {
      const clock = manualClock(0);
      const registry = createPartnerRegistry({
        ofFile: [],
        table: of.partners,
        ground,
        changed() {},
        clock,
        log: silentLog,
      });
      const registrations = createPartnerRegistrations({
        registry,
        table: of.partners,
        handOffs: of.handOffs,
        check: { codeOf: async () => null },
        ground,
        missing: () => [],
        now: () => 7_000,
        log: silentLog,
      });
      return { registry, registrations, clock };
    }

    it('lets one of many who change at the same moment through, and all see the same within seconds', async () => {
      const instances = stores.map(instance);
      for (const { registry } of instances) registry.start();
      for (const { clock } of instances) await clock.advance(0);
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          instances[index % instances.length]?.registrations.register({
            form: { ...southridgeForm, id: `south-${index}`, organisationId: randomUUID() },
            of: null,
            revision: 0,
            by: `p${index}`,
            at: 'a chat',
          }),
        ),
      );
      const won = outcomes.flatMap((outcome) => (outcome?.kind === 'registered' ? [outcome.id] : []));
      const kept = await store.partners.standing();
      assert.ok(won.length >= 1);
      assert.deepEqual(kept.map(({ partnerId }) => partnerId).sort(), won.toSorted());
      for (const { registry, clock } of instances) {
        await clock.advance(3_000);
        await registry.refresh();
        assert.deepEqual(
          registry
            .all()
            .map(({ id }) => id)
            .sort(),
          won.toSorted(),
        );
        await registry.stop();
      }
    });

    it('gives the newest change of each, oldest first, and all of them newest first', async () => {
      const newest = await store.partners.newest();
      const change = (revision: number, partnerId: string, action: string): PartnerChange => ({
        revision: newest + revision,
        at: 1_800_000_000_000 + revision,
        who: 'Sam ° Porter',
        partnerId,
        action,
        value: '{"more":"words"}',
      });
      const all = [
        change(1, 'first', 'registered'),
        change(2, 'second', 'registered'),
        change(3, 'first', 'changed'),
      ];
      for (const each of all) assert.equal(await store.partners.add(each), true);
      assert.equal(await store.partners.add(change(3, 'late', 'registered')), false);
      assert.equal(await store.partners.newest(), newest + 3);
      assert.deepEqual((await store.partners.standing()).slice(-2), all.slice(1));
      assert.deepEqual(await store.partners.latest(3), all.toReversed());
    });

    it('counts the hand-offs of a partner that are not over', async () => {
      const partnerId = randomUUID();
      const add = (more: Parameters<typeof exampleHandOff>[0]) =>
        store.handOffs.add(
          exampleHandOff({
            id: randomUUID(),
            eventId: randomUUID(),
            conversationId: randomUUID(),
            partnerId,
            ...more,
          }),
        );
      assert.equal(await store.handOffs.openWith(partnerId), 0);
      await add({ state: 'bridged' });
      await add({ state: 'proposed' });
      await add({ state: 'ended' });
      assert.equal(await store.handOffs.openWith(partnerId), 2);
    });

    it('gives the verdicts that were accepted with those of partners, where they are asked for', async () => {
      const strangers = ['handoff.ticket.malformed'];
      const entry = (at: number, code: string | null) =>
        store.handOffs.addAudit({
          at: 1_900_000_000_000 + at,
          action: code === null ? 'session.accepted' : 'session.validation.failed',
          ticketId: null,
          sourceOrgId: null,
          destinationOrgId: 'o',
          conversationId: null,
          code,
        });
      await entry(1, null);
      await entry(2, 'handoff.ticket.replayed');
      await entry(3, 'handoff.ticket.malformed');
      const codes = async (which: Parameters<Store['handOffs']['audits']>[1]) =>
        (await store.handOffs.audits(9, which)).map(({ code }) => code);
      assert.deepEqual(await codes({ strangers, theirs: false, accepted: true }), [
        'handoff.ticket.replayed',
        null,
      ]);
      assert.deepEqual(await codes({ strangers, theirs: false }), ['handoff.ticket.replayed']);
      assert.deepEqual(await codes({ strangers, theirs: true }), ['handoff.ticket.malformed']);
    });
  });
}
