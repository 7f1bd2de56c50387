import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AgentReply, ReplyCardRow } from '../../../src/store/shapes/reply-table.ts';
import type { Store } from '../../../src/store/store.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { storeEngines } from '../../support/store-engines.ts';

const note = { at: 3_000_000, who: 'policy', why: 'test' };
const steps = [{ ...note, from: null, to: 'proposed' }] as const;

for (const [name, prepare] of Object.entries(storeEngines)) {
  describe(`replies kept on ${name}`, () => {
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

    async function replied(): Promise<string> {
      const customerKey = `guest:${randomUUID()}`;
      const outreach = exampleOutreach({
        id: randomUUID(),
        eventId: randomUUID(),
        customerKey,
        guestId: randomUUID(),
        state: 'replied',
        updatedAt: 5_000,
        version: 5,
      });
      assert.equal(await store.outreaches.insert(outreach, steps), 'inserted');
      return outreach.id;
    }

    function reply(outreachId: string, part: Partial<AgentReply> = {}): AgentReply {
      return {
        eventId: randomUUID(),
        outreachId,
        conversationId: 'conversation',
        agentId: 'agent',
        text: 'Grüße, 日本 👋',
        state: 'sending',
        code: null,
        messageId: null,
        attemptedAt: 6_000,
        version: 1,
        ...part,
      };
    }

    function card(outreachId: string, part: Partial<ReplyCardRow> = {}): ReplyCardRow {
      return {
        outreachId,
        conversationId: 'chat',
        activityId: 'card',
        shownVersion: 5,
        failures: 0,
        nextTryAt: 0,
        lastError: null,
        ...part,
      };
    }

    it('counts a press once, and takes no second reply while one is not known to have ended', async () => {
      const outreachId = await replied();
      const first = reply(outreachId);
      assert.equal(await store.replies.add(first), 'added');
      assert.equal(await store.replies.add(first), 'counted');
      assert.equal(await store.replies.add(reply(outreachId)), 'one-under-way');
      const unknown = await store.replies.settle(first, { state: 'unknown', code: 'genesys.no-answer' });
      assert.equal(await store.replies.settle(first, { state: 'sent' }), null, 'somebody else was first');
      assert.equal(await store.replies.add(reply(outreachId)), 'one-under-way');
      assert.ok(unknown);
      assert.deepEqual(
        (await store.replies.unsettled()).filter((each) => each.outreachId === outreachId),
        [unknown],
      );
      const sent = await store.replies.settle(unknown, { state: 'sent', code: null, messageId: 'm' });
      assert.deepEqual(await store.replies.ofEvent(first.eventId), sent);
      const second = reply(outreachId, { attemptedAt: 7_000 });
      assert.equal(await store.replies.add(second), 'added');
      assert.deepEqual(await store.replies.of(outreachId), [sent, second]);
    });

    it('lets one of many at once go on its way', async () => {
      const outreachId = await replied();
      const added = await Promise.all(Array.from({ length: 8 }, () => store.replies.add(reply(outreachId))));
      assert.equal(added.filter((each) => each === 'added').length, 1);
    });

    it('finds the cards that are not there yet, or behind the outreach or its replies', async () => {
      const outreachId = await replied();
      const behind = async () => (await store.replies.outreachesBehind(1_000, 100)).includes(outreachId);
      assert.equal(await behind(), true);
      await store.replies.putCard(card(outreachId));
      assert.equal(await behind(), false);
      await store.replies.add(reply(outreachId));
      assert.equal(await behind(), true);
      await store.replies.putCard(card(outreachId, { shownVersion: 6 }));
      assert.equal(await behind(), false);
      assert.deepEqual(await store.replies.card(outreachId), card(outreachId, { shownVersion: 6 }));
      assert.ok(!(await store.replies.outreachesBehind(6_000, 100)).includes(outreachId));
    });

    it('finds the cards of an agent that Teams has', async () => {
      const outreachId = await replied();
      const agentId = (await store.outreaches.get(outreachId))?.agentId ?? '';
      const shown = async () => (await store.replies.shownOf(agentId, 1_000)).includes(outreachId);
      await store.replies.putCard(card(outreachId, { activityId: null }));
      assert.equal(await shown(), false);
      await store.replies.putCard(card(outreachId));
      assert.equal(await shown(), true);
      assert.deepEqual(await store.replies.shownOf(randomUUID(), 1_000), []);
    });
  });
}
