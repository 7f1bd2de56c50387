import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { ByHandRequest } from '../../../../src/journeys/on-request/writing-by-hand.ts';
import type { OutreachState } from '../../../../src/outreach/outreach.ts';
import { customerKey, type Session } from '../../../../src/sessions/session.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { exampleTruth } from '../../../support/example-truth.ts';
import { storeOfEachTest } from '../../../support/store-of-each-test.ts';
import { ada, bo, byHandGround, now, visit } from './by-hand-ground.ts';

const minute = 60_000;

describe('a message by hand', () => {
  const store = storeOfEachTest();
  let customer: Session;
  let another: Session;

  beforeEach(async () => {
    customer = visit();
    another = visit();
    await store().sessions.upsert([customer, another]);
  });

  const asking = (part: Partial<ByHandRequest> = {}): ByHandRequest => ({
    agentId: ada.id,
    conversationId: customer.conversationId,
    text: ' Hello\r\nGrace. ',
    by: 'Ada in Teams',
    mayApprove: false,
    eventId: 'press-1',
    ...part,
  });

  async function nothingWritten(): Promise<void> {
    assert.deepEqual(await store().outreaches.latest({ agentId: null, named: null, limit: 9 }), []);
  }

  async function written(state: OutreachState, part: Parameters<typeof exampleOutreach>[0] = {}) {
    const { channelId, guestId, externalContactId } = customer;
    const ids = { channelId, guestId, externalContactId, customerKey: customerKey(customer) };
    await store().outreaches.insert(exampleOutreach({ ...ids, state, updatedAt: now - minute, ...part }), [
      { at: 1, who: 'test', why: 'test', from: null, to: state },
    ]);
  }

  it('is approved by policy and sent in automatic mode, with the text as written, on the look of the press', async () => {
    const { byHand, sent, looked } = byHandGround(store());
    const outreach = await byHand.request(asking());
    assert.partialDeepStrictEqual(outreach, {
      kind: 'by-hand',
      state: 'approved',
      decidedBy: 'policy',
      eventId: 'press-1',
      agentId: ada.id,
      agentName: 'Ada Lovelace',
      conversationId: customer.conversationId,
      customerKey: customerKey(customer),
      queueName: 'Support',
      text: 'Hello\nGrace.',
      sendAt: null,
    });
    assert.deepEqual(sent, [outreach]);
    assert.deepEqual(looked, [customer.conversationId]);
    const [first] = await store().outreaches.audit(outreach.id);
    assert.partialDeepStrictEqual(first, { who: 'Ada in Teams', why: 'asked to write to this customer' });
  });

  it('waits for a supervisor in supervisor mode, and not when a supervisor asks', async () => {
    const { byHand, sent } = byHandGround(store(), { policy: { mode: 'supervisor' } });
    const waits = await byHand.request(asking());
    assert.equal(waits.state, 'awaiting-approval');
    assert.equal(waits.expiresAt, now + 10 * minute);
    assert.deepEqual(sent, []);
    const { conversationId } = another;
    const own = await byHand.request(asking({ conversationId, mayApprove: true, eventId: 'press-2' }));
    assert.deepEqual([own.state, own.decidedBy], ['approved', 'Ada in Teams']);
    assert.deepEqual(sent, [own]);
  });

  it('counts a press once, one after the other and at a time', async () => {
    const { byHand, sent } = byHandGround(store());
    const asked = await Promise.all([1, 2, 3].map(() => byHand.request(asking())));
    asked.push(await byHand.request(asking({ text: 'Hello\nGrace.' })));
    assert.equal(new Set(asked.map(({ id }) => id)).size, 1);
    assert.equal(sent.length, 1);
  });

  it('lets the first words of a form count, and says that other ones were not sent', async () => {
    const { byHand, sent } = byHandGround(store());
    const { id } = await byHand.request(asking());
    await assert.rejects(byHand.request(asking({ text: 'Other words' })), {
      code: 'outreach.other-words-first',
    });
    assert.equal(sent.length, 1);
    assert.equal((await store().outreaches.get(id))?.text, 'Hello\nGrace.');
  });

  it('does not mind that the agent is not available, nor that nobody knows', async () => {
    const unavailable = byHandGround(store(), { available: false });
    assert.equal((await unavailable.byHand.request(asking())).state, 'approved');
    const unknown = byHandGround(store(), { available: null });
    const { conversationId } = another;
    const asked = await unknown.byHand.request(asking({ conversationId, eventId: 'press-2' }));
    assert.equal(asked.state, 'approved');
  });

  it('is refused for an invented conversation, somebody else’s customer, and an older visit of a customer', async () => {
    const { byHand, looked } = byHandGround(store());
    const refused = { code: 'outreach.not-a-candidate' };
    await assert.rejects(byHand.request(asking({ conversationId: randomUUID() })), refused);
    await assert.rejects(byHand.request(asking({ agentId: bo.id })), refused);
    const { channelId, guestId, externalContactId } = customer;
    const older = visit({ channelId, guestId, externalContactId, lastActivityAt: now - 60 * minute });
    await store().sessions.upsert([older]);
    await assert.rejects(byHand.request(asking({ conversationId: older.conversationId })), refused);
    await assert.rejects(byHand.request(asking({ agentId: 'nobody' })), { code: 'teams.person-unknown' });
    assert.deepEqual(looked, []);
    await nothingWritten();
  });

  it('is refused with a text no customer should see, before the platform is asked', async () => {
    const { byHand, looked } = byHandGround(store());
    const cases = [
      ['  ', 'outreach.text-empty'],
      ['x'.repeat(2_001), 'outreach.text-too-long'],
      ['Hello {customer}', 'outreach.text-unfit'],
    ] as const;
    for (const [text, code] of cases) await assert.rejects(byHand.request(asking({ text })), { code });
    assert.deepEqual(looked, []);
    await nothingWritten();
  });

  it('is refused for a customer who opted out, has an open message, was written to, or was declined', async () => {
    const { byHand } = byHandGround(store());
    await written('declined', { decidedAt: now - minute });
    await assert.rejects(byHand.request(asking()), {
      code: 'outreach.left-alone',
      facts: { rule: 'declined-recently' },
    });
    await written('sent', { attemptedAt: now - minute });
    await assert.rejects(byHand.request(asking()), {
      code: 'outreach.left-alone',
      facts: { rule: 'contacted-recently' },
    });
    await written('awaiting-approval');
    await assert.rejects(byHand.request(asking()), { code: 'outreach.customer-busy' });
    await store().optOuts.add([customerKey(customer)], now);
    await assert.rejects(byHand.request(asking()), { code: 'outreach.customer-opted-out' });
  });

  it('is refused at night where the customer is, with when it could leave', async () => {
    const { byHand } = byHandGround(store(), {
      policy: { quietHours: { from: 21 * 60, to: 8 * 60 } },
      truth: async () => exampleTruth({ lastActivityAt: now - minute, timeZone: 'Asia/Tokyo' }),
    });
    await assert.rejects(byHand.request(asking()), {
      code: 'outreach.quiet-hours',
      facts: { from: '2026-11-22 08:00 Asia/Tokyo' },
    });
    await nothingWritten();
  });

  it('is refused while outreach is paused, and by what the platform says this moment', async () => {
    const paused = byHandGround(store(), { paused: true });
    await assert.rejects(paused.byHand.request(asking()), { code: 'outreach.paused' });
    const cases = [
      [exampleTruth({ customer: 'connected', waiting: true }), 'outreach.left-alone', 'waiting-in-queue'],
      [exampleTruth({ cleared: true }), 'outreach.left-alone', 'cleared'],
      [exampleTruth({ lastActivityAt: now - 25 * 60 * minute }), 'outreach.left-alone', 'outside-24h'],
      [null, 'outreach.left-alone', 'conversation-gone'],
    ] as const;
    for (const [truth, code, rule] of cases) {
      const { byHand } = byHandGround(store(), { truth: async () => truth });
      await assert.rejects(byHand.request(asking()), { code, facts: { rule } });
    }
    await nothingWritten();
  });

  it('is refused, and may be pressed again, where the platform does not say', async () => {
    const code = 'outreach.by-hand-unchecked';
    const { byHand } = byHandGround(store(), { truth: () => Promise.reject(new ReachbackError(code)) });
    await assert.rejects(byHand.request(asking()), { code, retry: 'safe' });
    await nothingWritten();
  });
});
