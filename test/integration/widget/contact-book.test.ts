import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from '../../../src/clock.ts';
import type { PlatformCall } from '../../../src/genesys/platform-call.ts';
import { type ContactBook, createContactBook } from '../../../src/journeys/widget/contact-book.ts';
import { createExternalSources } from '../../../src/journeys/widget/external-sources.ts';
import type { Store } from '../../../src/store/store.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { botClient } from '../../support/bot-client.ts';
import { type PlatformClient, platformClient } from '../../support/platform-client.ts';
import { silentLog } from '../../support/silent-log.ts';
import { storeEngines } from '../../support/store-engines.ts';
import { type FieldGround, startField } from '../sandbox-field/field-ground.ts';

const user = (value: string, crm?: string) => ({
  ids: [{ source: 'Zendesk', value }, ...(crm === undefined ? [] : [{ source: 'CRM', value: crm }])],
  name: 'Nora New',
  email: null,
});

for (const [engine, newPlace] of Object.entries(storeEngines))
  describe(`the contact of an old user, with ${engine}`, () => {
    let ground: FieldGround;
    let client: PlatformClient;
    let store: Store;
    let remove: () => Promise<void>;
    // A server that is needed is started for all of them.
    before(async () => {
      await (await newPlace()).remove();
    });
    beforeEach(async () => {
      ground = await startField();
      client = platformClient(ground.platform.url, { ...botClient(ground.near.org), perMinute: 10_000 });
      const place = await newPlace();
      store = await place.open();
      remove = place.remove;
    });
    afterEach(async () => {
      client.close();
      await store.close();
      await remove();
      await ground.close();
    });

    /** As a process of its own would have it: nothing in common with another but store and platform. */
    const bookOf = (
      parts: { call?: PlatformCall; createsContacts?: boolean; aloneSince?: number; clock?: Clock } = {},
    ): ContactBook => {
      const { call = client.call, createsContacts = true, aloneSince = Number.NEGATIVE_INFINITY } = parts;
      const { clock = systemClock } = parts;
      return createContactBook({
        call,
        table: store.widget,
        sources: createExternalSources({ call, settings: store.settings }),
        createsContacts,
        aloneSince,
        clock,
        log: silentLog,
      });
    };
    const withId = (value: string) =>
      [...ground.near.org.contacts.values()].filter(({ externalIds }) =>
        externalIds.some((each) => each.value === value),
      );
    const letTwinsBe = () =>
      ground.control('POST', `/orgs/${ground.near.org.id}`, { uniqueExternalIds: false });

    it('is made once by two processes at the same time, on a platform that would take two', async () => {
      await letTwinsBe();
      const books = [bookOf(), bookOf()];
      const found = await Promise.all(
        Array.from({ length: 20 }, (_, index) => books[index % 2]?.contactOf(user('u1'))),
      );
      assert.equal(withId('u1').length, 1);
      assert.equal(new Set(found.map((each) => each?.contactId)).size, 1);
      assert.equal(found.filter((each) => each?.how === 'created').length > 0, true);
    });

    it('is made in one external source by two processes, on a platform that would take two of a name', async () => {
      let looking = 0;
      let letLook = () => {};
      const bothLooked = new Promise<void>((resolve) => {
        letLook = resolve;
      });
      const call: PlatformCall = async (request) => {
        if (!request.path.endsWith('/externalsources')) return client.call(request);
        if (request.method === 'POST')
          return { body: request.answer.parse({ id: randomUUID() }), status: 200, correlationId: null };
        const none = await client.call(request);
        looking += 1;
        if (looking === 2) letLook();
        await bothLooked;
        return none;
      };
      const sources = [1, 2].map(() => createExternalSources({ call, settings: store.settings }));
      const ids = await Promise.all(sources.map((each) => each.idOf('Zendesk')));
      assert.equal(new Set(ids).size, 1, ids.join());
    });

    it('is made once where one process looked for so long that another took it over, on a platform that would take two', async () => {
      await letTwinsBe();
      let goOn = () => {};
      const slow = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      let looked = 0;
      const call: PlatformCall = async (request) => {
        const answer = client.call(request);
        if (!request.path.includes('identifierlookup')) return answer;
        await answer.catch(() => {});
        looked += 1;
        await slow;
        return answer;
      };
      const first = bookOf({ call }).contactOf(user('u2'));
      await waitFor(() => looked > 0, { what: 'the first to look' });
      const later = { ...systemClock, now: () => systemClock.now() + 60_000 };
      const second = await bookOf({ clock: later }).contactOf(user('u2'));
      goOn();
      assert.deepEqual([(await first).contactId, second.how], [second.contactId, 'created']);
      assert.equal(withId('u2').length, 1);
    });

    it('is looked up before it is made again when the answer was lost', async () => {
      await letTwinsBe();
      for (const spoilt of [{ reset: true }, { status: 503 }, { body: 'cut' }, { body: 'empty' }])
        await ground.control('POST', '/faults', {
          method: 'POST',
          path: '/externalcontacts/contacts$',
          when: 'after',
          count: 1,
          ...spoilt,
        });
      for (const name of ['u1', 'u2', 'u3', 'u4']) await bookOf().contactOf(user(name));
      for (const name of ['u1', 'u2', 'u3', 'u4']) assert.equal(withId(name).length, 1, name);
    });

    it('is found when somebody else made it just before', async () => {
      const [source] = ground.near.org.externalSources.values();
      let first = true;
      const call: PlatformCall = async (request) => {
        if (first && request.method === 'POST' && request.path.endsWith('/contacts') && !request.idempotent) {
          first = false;
          const externalIds = [{ externalSource: { id: source?.id }, value: 'raced' }];
          await ground.near.call('POST', '/api/v2/externalcontacts/contacts', { externalIds });
        }
        return client.call(request);
      };
      const raced = { ids: [{ source: source?.name ?? '', value: 'raced' }], name: null, email: null };
      assert.equal((await bookOf({ call }).contactOf(raced)).how, 'found');
      assert.equal(withId('raced').length, 1);
    });

    it('is taken up at once after a crash left a claim, where nobody else has the store', async () => {
      const at = systemClock.now() - 1_000;
      await store.widget.claim({ source: 'Zendesk', value: 'u1' }, at, Number.NEGATIVE_INFINITY);
      const startedAt = performance.now();
      await bookOf({ aloneSince: systemClock.now() }).contactOf(user('u1'));
      assert.ok(performance.now() - startedAt < 2_000);
      assert.equal(withId('u1').length, 1);
    });

    it('is one with both ids, whichever came first, and two people stay two', async () => {
      const key =
        [...ground.near.org.contacts.values()].flatMap(({ externalIds }) => externalIds)[0]?.value ?? '';
      const { contactId, how } = await bookOf().contactOf(user('u1', key));
      assert.equal(how, 'found');
      assert.deepEqual(await bookOf().contactOf(user('u1')), { contactId, how: 'known' });
      await assert.rejects(bookOf().contactOf(user('u2', key)), { code: 'widget.two-people' });
      await bookOf().contactOf(user('u3'));
      await assert.rejects(bookOf().contactOf(user('u3', key)), { code: 'widget.two-people' });
      assert.equal(withId('u2').length, 0);
    });

    it('is the one it was merged into', async () => {
      const kept = await bookOf().contactOf(user('kept'));
      const gone = await bookOf().contactOf(user('gone'));
      await store.widget.forgetContact(gone.contactId);
      const call: PlatformCall = async (request) => {
        const answer = await client.call(request);
        const { body } = answer;
        if (typeof body === 'object' && body !== null && Reflect.get(body, 'id') === gone.contactId)
          Reflect.set(body, 'canonicalContact', { id: kept.contactId });
        return answer;
      };
      assert.equal((await bookOf({ call }).contactOf(user('gone'))).contactId, kept.contactId);
    });

    it('is not made where that is not wanted', async () => {
      await assert.rejects(bookOf({ createsContacts: false }).contactOf(user('u1')), {
        code: 'widget.unknown-user',
      });
      assert.equal(withId('u1').length, 0);
      assert.equal((await bookOf().contactOf(user('u1'))).how, 'created');
    });

    it('is made anew when Genesys Cloud has it no more', async () => {
      const first = await bookOf().contactOf(user('u1'));
      ground.near.org.contacts.delete(first.contactId);
      await bookOf().forget(first.contactId);
      const second = await bookOf().contactOf(user('u1'));
      assert.notEqual(second.contactId, first.contactId);
    });

    it('waits for whoever claimed it and gives up in the end', async () => {
      await store.widget.claim({ source: 'Zendesk', value: 'u1' }, systemClock.now(), 0);
      const book = bookOf();
      const asked = assert.rejects(book.contactOf(user('u1')), { code: 'widget.busy' });
      book.stop();
      await asked;
    });

    it('has its visits, links and assertions kept and forgotten', async () => {
      const { widget } = store;
      const visit = {
        id: 'v',
        contactId: 'c',
        deploymentId: 'd',
        sealed: 's',
        createdAt: 1,
        endsAt: 10,
        revokedAt: null,
      };
      await widget.addVisit(visit);
      assert.deepEqual(await widget.visit('v'), visit);
      assert.deepEqual([await widget.revokeVisit('v', 5), await widget.revokeVisit('v', 6)], [true, false]);
      assert.deepEqual(
        (await widget.revokedButSealed(9)).map(({ id }) => id),
        ['v'],
      );
      const link = {
        conversationId: 'k',
        visitId: 'v',
        contactId: 'c',
        linked: false,
        failures: 0,
        nextTryAt: 3,
        code: null,
      };
      assert.deepEqual([await widget.addLink(link), await widget.addLink(link)], [true, false]);
      assert.deepEqual(await widget.dueLinks(3, 9), [link]);
      assert.deepEqual(
        [await widget.noteAssertion('a', 4), await widget.noteAssertion('a', 4)],
        [true, false],
      );
      await widget.prune(20);
      assert.equal((await widget.visit('v'))?.revokedAt, 5, 'its sign-in is not ended yet');
      assert.equal(await widget.noteAssertion('a', 40), true);
      await widget.unseal('v');
      await widget.prune(20);
      assert.equal(await widget.visit('v'), null);
      assert.deepEqual(await widget.dueLinks(3, 9), []);
    });
  });
