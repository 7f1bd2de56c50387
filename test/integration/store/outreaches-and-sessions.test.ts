import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { guestKey } from '../../../src/sessions/session.ts';
import type { Store } from '../../../src/store/store.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleSession } from '../../support/example-session.ts';
import { storeEngines } from '../../support/store-engines.ts';

const note = { at: 3_000_000, who: 'policy', why: 'test' };
const steps = [{ ...note, from: null, to: 'proposed' }] as const;

for (const [name, prepare] of Object.entries(storeEngines)) {
  describe(`outreaches and sessions kept on ${name}`, () => {
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

    it('refuses a second open outreach to one customer, and lets one through after the first has ended', async () => {
      const first = exampleOutreach();
      const second = exampleOutreach({ customerKey: first.customerKey });
      assert.equal(await store.outreaches.insert(first, steps), 'inserted');
      assert.equal(await store.outreaches.insert(second, steps), 'customer-busy');
      await store.outreaches.transition(first, { state: 'declined' }, note);
      assert.equal(await store.outreaches.insert(second, steps), 'inserted');
    });

    it('refuses a second open outreach to one browser, whoever signed in there', async () => {
      const first = exampleOutreach();
      const { channelId, guestId } = first;
      const second = exampleOutreach({ channelId, guestId });
      assert.equal(await store.outreaches.insert(first, steps), 'inserted');
      assert.equal(await store.outreaches.insert(second, steps), 'customer-busy');
      await store.outreaches.transition(first, { state: 'asked' }, note);
      assert.equal(await store.outreaches.insert(second, steps), 'inserted');
    });

    it('counts an event once', async () => {
      const first = exampleOutreach({ state: 'declined' });
      await store.outreaches.insert(first, steps);
      const again = exampleOutreach({ eventId: first.eventId });
      assert.equal(await store.outreaches.insert(again, steps), 'event-counted');
      assert.equal((await store.outreaches.ofEvent(first.eventId))?.id, first.id);
      assert.equal(await store.outreaches.ofEvent('another'), null);
    });

    it('lets exactly one of many concurrent transitions win, with its audit row', async () => {
      const outreach = exampleOutreach({ state: 'awaiting-approval' });
      await store.outreaches.insert(outreach, steps);
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          store.outreaches.transition(
            outreach,
            { state: index % 2 === 0 ? 'approved' : 'declined', decidedBy: `p${index}` },
            { at: 4_000_000, who: `p${index}`, why: 'pressed' },
          ),
        ),
      );
      const winners = results.filter((result) => result !== null);
      assert.equal(winners.length, 1);
      const stored = await store.outreaches.get(outreach.id);
      assert.deepEqual(stored, winners[0]);
      assert.equal(stored?.version, 2);
      const audit = await store.outreaches.audit(outreach.id);
      assert.deepEqual(
        audit.map(({ from, to }) => [from, to]),
        [
          [null, 'proposed'],
          ['awaiting-approval', stored?.state],
        ],
      );
    });

    it('knows when a customer was last sent something and when it last failed, by contact and by browser', async () => {
      const sent = exampleOutreach({ state: 'sent', attemptedAt: 5_000_000 });
      const failed = exampleOutreach({ state: 'failed', attemptedAt: 6_000_000, updatedAt: 6_000_100 });
      const never = exampleOutreach();
      for (const outreach of [sent, failed, never]) await store.outreaches.insert(outreach, steps);
      const tries = await store.outreaches.lastTries([
        sent.customerKey,
        guestKey(sent),
        failed.customerKey,
        never.customerKey,
      ]);
      assert.deepEqual(tries.get(sent.customerKey), { sentAt: 5_000_000, failedAt: null, declinedAt: null });
      assert.deepEqual(tries.get(guestKey(sent)), { sentAt: 5_000_000, failedAt: null, declinedAt: null });
      assert.deepEqual(tries.get(failed.customerKey), {
        sentAt: null,
        failedAt: 6_000_100,
        declinedAt: null,
      });
      assert.equal(tries.get(never.customerKey)?.sentAt ?? null, null);
    });

    it('finds the newest outreaches, of one agent and of all, by the customer’s name', async () => {
      const agentId = randomUUID();
      const names = ['Zoë', 'Grace', 'zoe', null, 'Zoe'];
      const written = names.map((customerName, index) =>
        exampleOutreach({ agentId, customerName, createdAt: 9_000_000 + index }),
      );
      const newest = exampleOutreach({ customerName: 'Zoe of another agent', createdAt: 9_000_100 });
      for (const outreach of [...written, newest]) await store.outreaches.insert(outreach, steps);
      const [first, , third, , fifth] = written;
      const { latest } = store.outreaches;
      const named = (name: string | null) => name !== null && /^zo[eë]/i.test(name);
      assert.deepEqual(await latest({ agentId, named: null, limit: 2 }), written.slice(3).toReversed());
      assert.deepEqual(await latest({ agentId: null, named: null, limit: 1 }), [newest]);
      assert.deepEqual(await latest({ agentId, named, limit: 2 }), [fifth, third]);
      assert.deepEqual(await latest({ agentId: null, named, limit: 9 }), [newest, fifth, third, first]);
      assert.deepEqual(await latest({ agentId, named: () => false, limit: 9 }), []);
      assert.deepEqual(await latest({ agentId: randomUUID(), named: null, limit: 9 }), []);
    });

    it('knows who is connected in another conversation, by contact and by browser', async () => {
      const open = exampleSession({ endedAt: null });
      const ended = exampleSession();
      await store.sessions.upsert([open, ended]);
      const elsewhere = { ...open, conversationId: 'another' };
      const { connectedElsewhere } = store.sessions;
      assert.equal(await connectedElsewhere(elsewhere), true);
      assert.equal(await connectedElsewhere({ ...elsewhere, guestId: 'another browser' }), true);
      assert.equal(await connectedElsewhere({ ...elsewhere, externalContactId: null }), true);
      assert.equal(
        await connectedElsewhere({ ...elsewhere, externalContactId: null, channelId: 'another' }),
        false,
      );
      assert.equal(await connectedElsewhere(open), false);
      assert.equal(await connectedElsewhere({ ...ended, conversationId: 'another' }), false);
      await store.sessions.prune(Number.MAX_SAFE_INTEGER);
    });

    it('finds a customer’s latest session by contact and by browser, and nobody else’s', async () => {
      const [first, later] = [exampleSession({ lastActivityAt: 1 }), exampleSession({ lastActivityAt: 2 })];
      const sameBrowser = {
        ...exampleSession({ lastActivityAt: 3, externalContactId: null }),
        guestId: first.guestId,
      };
      const sameContact = { ...later, externalContactId: first.externalContactId };
      await store.sessions.upsert([first, exampleSession({ lastActivityAt: 9 })]);
      assert.deepEqual(await store.sessions.latestOf(first), first);
      await store.sessions.upsert([sameContact]);
      assert.deepEqual(await store.sessions.latestOf(first), sameContact);
      await store.sessions.upsert([sameBrowser]);
      assert.deepEqual(await store.sessions.latestOf(first), sameBrowser);
      assert.deepEqual(await store.sessions.latestOf({ ...first, guestId: 'another' }), sameContact);
      const nobody = { ...first, guestId: 'another', externalContactId: null };
      assert.equal(await store.sessions.latestOf(nobody), null);
      await store.sessions.prune(Number.MAX_SAFE_INTEGER);
    });

    it('finds sessions by latest activity and forgets old ones', async () => {
      const session = (lastActivityAt: number) => ({
        conversationId: randomUUID(),
        channelId: 'c',
        guestId: 'g',
        externalContactId: null,
        customerName: null,
        queueId: null,
        lastAgentId: null,
        startedAt: 1,
        lastActivityAt,
        endedAt: null,
        endedBy: null,
        abandoned: true,
        attended: true,
        cleared: false,
      });
      const [old, recent, newest] = [session(100), session(200), session(300)];
      await store.sessions.upsert([old, newest, recent]);
      await store.sessions.upsert([{ ...recent, abandoned: false }]);
      assert.deepEqual(await store.sessions.activeSince(150, 10), [newest, { ...recent, abandoned: false }]);
      const left = { ...session(180), endedAt: 180 };
      await store.sessions.upsert([left, { ...session(190), endedAt: 190 }]);
      assert.deepEqual(
        (await store.sessions.endedSince(150, 10)).map((each) => each.endedAt),
        [190, 180],
      );
      assert.deepEqual(
        (await store.sessions.endedSince(185, 10)).map((each) => each.endedAt),
        [190],
      );
      assert.equal((await store.sessions.endedSince(150, 1)).length, 1);
      assert.equal(await store.sessions.prune(150), 1);
      assert.equal(await store.sessions.get(old.conversationId), null);
    });
  });
}
