import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { customerKey, guestKey, type Session } from '../../../src/sessions/session.ts';
import type { Store } from '../../../src/store/store.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleSession } from '../../support/example-session.ts';
import { storeEngines } from '../../support/store-engines.ts';

for (const [name, prepare] of Object.entries(storeEngines)) {
  describe(`one person in several sessions, on ${name}`, () => {
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

    it('has one open outreach, of several begun at once by whatever name', async () => {
      const { guestId, channelId } = exampleSession();
      const outreaches = [null, randomUUID(), null, randomUUID()].map((externalContactId) =>
        exampleOutreach({
          eventId: randomUUID(),
          state: 'approved',
          guestId,
          channelId,
          externalContactId,
          customerKey: customerKey({ guestId, channelId, externalContactId }),
        }),
      );
      const opened = await Promise.all(
        outreaches.map((outreach) =>
          store.outreaches.insert(outreach, [
            { at: 1, who: 'test', why: 'test', from: null, to: 'approved' },
          ]),
        ),
      );
      assert.deepEqual(opened.toSorted(), ['customer-busy', 'customer-busy', 'customer-busy', 'inserted']);
      const first = outreaches[opened.indexOf('inserted')];
      assert.ok(first);
      assert.equal(await store.outreaches.insert({ ...first, id: randomUUID() }, []), 'event-counted');
      assert.ok(
        await store.outreaches.transition(first, { state: 'cancelled' }, { at: 2, who: 'test', why: 'test' }),
      );
      const next = outreaches.find((each) => each.customerKey !== first.customerKey);
      assert.ok(next);
      const steps = [{ at: 3, who: 'test', why: 'test', from: null, to: 'approved' }] as const;
      assert.equal(await store.outreaches.insert(next, steps), 'inserted');
    });

    it('is not who signed in after them at the same browser', async () => {
      const first = exampleSession({ lastActivityAt: 1 });
      const anonymous = exampleSession({
        guestId: first.guestId,
        externalContactId: null,
        lastActivityAt: 2,
      });
      const somebodyElse = exampleSession({ guestId: first.guestId, lastActivityAt: 3 });
      await store.sessions.upsert([first, anonymous, somebodyElse]);
      assert.deepEqual(await store.sessions.latestOf(first), anonymous);
      assert.deepEqual(
        await store.sessions.latestOf(anonymous),
        somebodyElse,
        'a guest may become a contact',
      );
    });

    it('is known by contact, and by each browser the contact was seen at', async () => {
      const contact = randomUUID();
      const [phone, desk] = [
        exampleSession({ externalContactId: contact }),
        exampleSession({ externalContactId: contact }),
      ];
      const unnamed = exampleSession({ guestId: phone.guestId, externalContactId: null });
      await store.sessions.upsert([phone, desk, unnamed, exampleSession()]);
      const all = [customerKey(phone), guestKey(phone), guestKey(desk)].toSorted();
      for (const session of [phone, desk, unnamed])
        assert.deepEqual((await store.sessions.knownAs(session)).toSorted(), all);
    });

    it('was in other conversations since, by contact or by browser', async () => {
      const here = exampleSession({ lastActivityAt: 500 });
      const { externalContactId, guestId, channelId } = here;
      const phone = exampleSession({ externalContactId, lastActivityAt: 300 });
      const unnamed = exampleSession({ guestId, channelId, externalContactId: null, lastActivityAt: 400 });
      const before = exampleSession({ externalContactId, lastActivityAt: 200 });
      await store.sessions.upsert([here, phone, unnamed, before, exampleSession({ lastActivityAt: 450 })]);
      const ids = (...all: Session[]) => all.map(({ conversationId }) => conversationId);
      assert.deepEqual(await store.sessions.othersOf(here, 200, 9), ids(unnamed, phone));
      assert.deepEqual(await store.sessions.othersOf(here, 200, 1), ids(unnamed));
    });

    it('who was never named is known by their browser alone, also where no session is kept', async () => {
      const guest = exampleSession({ externalContactId: null });
      assert.deepEqual(await store.sessions.knownAs(guest), [guestKey(guest)]);
      const contact = exampleSession();
      assert.deepEqual(await store.sessions.knownAs(contact), [customerKey(contact), guestKey(contact)]);
    });

    describe('who said "stop"', () => {
      /** Whom of a session that is forgotten by now a stop is kept of. */
      async function kept(...sessions: Session[]): Promise<boolean[]> {
        await store.sessions.prune(Number.MAX_SAFE_INTEGER);
        return Promise.all(
          sessions.map(async (each) => (await store.optOuts.among([customerKey(each)])).size > 0),
        );
      }

      it('as a guest stays known for it as the contact they became, at whichever browser', async () => {
        const guest = exampleSession({ externalContactId: null });
        const contact = exampleSession({ guestId: guest.guestId, channelId: guest.channelId });
        await store.optOuts.add([guestKey(guest)], 1_000);
        await store.sessions.upsert([guest, contact, exampleSession()]);
        const elsewhere = exampleSession({ externalContactId: contact.externalContactId });
        assert.deepEqual(await kept(elsewhere, exampleSession()), [true, false]);
      });

      it('as a contact stays known for it at a browser they sign in at later, and not who signs in there after them', async () => {
        const contact = exampleSession();
        await store.optOuts.add([customerKey(contact)], 2_000);
        const unnamed = exampleSession({ externalContactId: null });
        const { guestId, channelId } = unnamed;
        await store.sessions.upsert([{ ...contact, guestId, channelId }]);
        assert.deepEqual(await kept(unnamed), [true]);
        const another = exampleSession({ guestId, channelId });
        await store.sessions.upsert([another]);
        assert.deepEqual(await kept(another), [false]);
      });

      it('is heard under all their names or under none, and once', async () => {
        const contact = exampleSession();
        await store.optOuts.add([guestKey(contact), customerKey(contact)], 3_000);
        await store.optOuts.add([customerKey(contact), guestKey(contact), 'guest:another'], 4_000);
        assert.deepEqual(
          await store.optOuts.among([
            customerKey(contact),
            guestKey(contact),
            'guest:another',
            'guest:nobody',
          ]),
          new Set([customerKey(contact), guestKey(contact), 'guest:another']),
        );
      });
    });

    it('finds the queues of a channel, each once', async () => {
      const channelId = randomUUID();
      const session = (queueId: string | null) => exampleSession({ channelId, queueId });
      await store.sessions.upsert(['b', 'a', null, 'b', 'c'].map(session));
      await store.sessions.upsert([exampleSession({ queueId: 'other' })]);
      assert.deepEqual(await store.sessions.queuesOf(channelId), ['a', 'b', 'c']);
      assert.deepEqual(await store.sessions.queuesOf(randomUUID()), []);
    });
  });
}
