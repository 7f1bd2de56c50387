import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { openStore } from '../../../src/store/open-store.ts';
import type { ConversationReference } from '../../../src/store/shapes/reference-table.ts';
import type { Store } from '../../../src/store/store.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { examplePersonalReference, exampleReference } from '../../support/example-reference.ts';
import { storeEngines } from '../../support/store-engines.ts';

const note = { at: 3_000_000, who: 'policy', why: 'test' };
const steps = [{ ...note, from: null, to: 'proposed' }] as const;

for (const [name, prepare] of Object.entries(storeEngines)) {
  describe(`store on ${name}`, () => {
    let store: Store;
    let open: () => Promise<Store>;
    let remove: () => Promise<void>;

    before(async () => {
      ({ open, remove } = await prepare());
      store = await open();
    });

    after(async () => {
      await store?.close();
      await remove?.();
    });

    it('gives back an outreach as it was written, also after a restart', async () => {
      const outreach = exampleOutreach({
        state: 'sent',
        route: 'agentless',
        message: {
          type: 'proactive',
          channelId: 'c',
          to: { type: 'web', id: 'g' },
          from: { type: 'agent', id: 'a' },
          body: { contentType: 'text/plain', content: 'Grüße, 日本 👋' },
        },
        answer: { status: 200, messageId: 'm', conversationId: null, correlationId: null },
      });
      assert.equal(await store.outreaches.insert(outreach, steps), 'inserted');
      await store.close();
      store = await open();
      assert.deepEqual(await store.outreaches.get(outreach.id), outreach);
    });

    it('keeps conversation references through removal and return', async () => {
      const reference: ConversationReference = {
        conversationId: `19:${randomUUID()}@thread.tacv2`,
        kind: 'channel',
        serviceUrl: 'http://127.0.0.1:1/teams/',
        tenantId: 't',
        botId: '28:b',
        userId: null,
        aadObjectId: null,
        userName: null,
        userEmail: null,
        locale: 'fr-CA',
        installed: true,
        toldAt: 0,
        refusedWith: null,
        updatedAt: 7,
      };
      await store.references.put(reference);
      await store.references.markRefused(reference.conversationId, 8, 'teams.bot.not-in-roster');
      assert.deepEqual(await store.references.installed(), []);
      assert.partialDeepStrictEqual(await store.references.get(reference.conversationId), {
        installed: false,
        refusedWith: 'teams.bot.not-in-roster',
      });
      assert.deepEqual(
        (await store.references.refused()).map(({ conversationId }) => conversationId),
        [reference.conversationId],
      );
      await store.references.put({ ...reference, updatedAt: 9 });
      assert.deepEqual(await store.references.installed(), [{ ...reference, updatedAt: 9 }]);
      assert.deepEqual(await store.references.refused(), []);
    });

    it('lets nothing told earlier undo what is known of a conversation, and what was told at the same time replace it', async () => {
      const conversationId = `a:${randomUUID()}`;
      const told = (toldAt: number, installed: boolean) =>
        store.references.put(exampleReference({ conversationId, toldAt, installed }));
      const installed = async () => (await store.references.get(conversationId))?.installed;
      await told(2_000, false);
      await told(1_000, true);
      assert.equal(await installed(), false);
      await told(2_000, true);
      assert.equal(await installed(), true);
      await told(3_000, false);
      assert.equal(await installed(), false);
    });

    it('names the outreaches whose cards are behind the ledger, latest change first', async () => {
      const bare = exampleOutreach({ updatedAt: 9_000_000 });
      const behind = exampleOutreach({ updatedAt: 9_000_001, version: 3 });
      const shown = exampleOutreach({ updatedAt: 9_000_002 });
      for (const outreach of [bare, behind, shown]) await store.outreaches.insert(outreach, steps);
      const conversationId = `19:${randomUUID()}`;
      await store.references.put(exampleReference({ conversationId }));
      const card = {
        conversationId,
        activityId: 'x',
        replaces: null,
        failures: 0,
        nextTryAt: 0,
        lastError: null,
      };
      await store.cards.put({ ...card, outreachId: behind.id, shownVersion: 2 });
      await store.cards.put({ ...card, outreachId: shown.id, shownVersion: 1 });
      assert.deepEqual(await store.cards.outreachesBehind(9_000_000, 10), [behind.id, bare.id]);
      assert.deepEqual(await store.cards.outreachesBehind(9_000_000, 1), [behind.id]);
      assert.deepEqual(await store.cards.outreachesBehind(9_000_001, 10), [behind.id]);
    });

    it('leaves cards out where the bot was removed, until it is back', async () => {
      const [here, gone] = [`19:${randomUUID()}`, `a:${randomUUID()}`];
      for (const conversationId of [here, gone])
        await store.references.put(exampleReference({ conversationId }));
      const behindBoth = exampleOutreach({ updatedAt: 9_100_000, version: 2 });
      const behindGone = exampleOutreach({ updatedAt: 9_100_001, version: 2 });
      for (const outreach of [behindBoth, behindGone]) await store.outreaches.insert(outreach, steps);
      const card = {
        activityId: 'x',
        replaces: null,
        shownVersion: 1,
        failures: 0,
        nextTryAt: 0,
        lastError: null,
      };
      await store.cards.put({ ...card, outreachId: behindBoth.id, conversationId: here });
      await store.cards.put({ ...card, outreachId: behindBoth.id, conversationId: gone });
      await store.cards.put({ ...card, outreachId: behindGone.id, conversationId: gone });
      await store.references.markRefused(gone, 9_200_000, 'teams.bot.not-in-roster');
      assert.deepEqual(await store.cards.outreachesBehind(9_100_000, 10), [behindBoth.id]);
      await store.references.put(exampleReference({ conversationId: gone }));
      assert.deepEqual(await store.cards.outreachesBehind(9_100_000, 10), [behindGone.id, behindBoth.id]);
      for (const row of [
        ...(await store.cards.of(behindGone.id)),
        ...(await store.cards.of(behindBoth.id)),
      ]) {
        await store.cards.put({ ...row, shownVersion: 2 });
      }
      assert.deepEqual(await store.cards.outreachesBehind(9_100_000, 10), []);
    });

    it('takes an activity in once', async () => {
      const id = randomUUID();
      assert.deepEqual(
        [await store.activities.firstSeen(id, 1), await store.activities.firstSeen(id, 2)],
        [true, false],
      );
    });

    it('keeps, replaces and removes settings', async () => {
      await store.settings.put('pause.all', 'a');
      await store.settings.put('pause.all', 'b');
      assert.equal(await store.settings.get('pause.all'), 'b');
      await store.settings.remove('pause.all');
      assert.equal(await store.settings.get('pause.all'), null);
    });

    it('gives the settings there are of those asked for', async () => {
      await store.settings.put('one', 'a');
      await store.settings.put('two', 'b');
      assert.deepEqual([...(await store.settings.among(['two', 'three']))], [['two', 'b']]);
    });

    it('lets one of many writers change a setting that is as they found it', async () => {
      const writers = ['a', 'b', 'c', 'd', 'e'];
      const swapAll = (from: string | null) =>
        Promise.all(writers.map((to) => store.settings.swap('links', from, `${from}${to}`)));
      assert.equal((await swapAll(null)).filter(Boolean).length, 1);
      const first = await store.settings.get('links');
      assert.equal((await swapAll(first)).filter(Boolean).length, 1);
      assert.equal(await store.settings.swap('links', first, 'late'), false);
      assert.equal(await store.settings.swap('gone', 'a', 'b'), false);
    });

    it('knows personal chats whether the bot is in them or not', async () => {
      const chat = examplePersonalReference('ada@northwind.example');
      const left = examplePersonalReference('bo@northwind.example', { installed: false });
      for (const reference of [exampleReference(), chat, left]) await store.references.put(reference);
      assert.deepEqual(
        (await store.references.personal()).map(({ conversationId }) => conversationId).toSorted(),
        ['a:ada', 'a:bo'],
      );
    });

    it('keeps the last presence of each agent', async () => {
      const ada = {
        agentId: 'ada',
        presence: 'on-queue',
        presenceSince: 1,
        routingStatus: 'IDLE',
        routingSince: 2,
      } as const;
      await store.presences.put([ada]);
      await store.presences.put([{ ...ada, routingStatus: 'INTERACTING', routingSince: 3 }]);
      assert.equal((await store.presences.of(ada.agentId))?.routingSince, 3);
      assert.equal(await store.presences.of('nobody'), null);
      assert.deepEqual(await store.presences.all(), [
        { ...ada, routingStatus: 'INTERACTING', routingSince: 3 },
      ]);
    });
  });
}

describe('store on a disk of its own', () => {
  it('is refused to a second process and free again after the first has closed', async () => {
    const { path, remove } = await temporaryDirectory();
    const first = await openStore({ databaseUrl: null, dataDir: path });
    await assert.rejects(openStore({ databaseUrl: null, dataDir: path }), { code: 'store.locked' });
    await first.close();
    const next = await openStore({ databaseUrl: null, dataDir: path });
    await next.close();
    await remove();
  });

  it('says that a directory cannot be made', async () => {
    await assert.rejects(openStore({ databaseUrl: null, dataDir: '/dev/null/nowhere' }), {
      code: 'store.not-openable',
    });
  });
});
