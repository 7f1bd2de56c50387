import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createLedger } from '../../../../src/delivery/ledger.ts';
import type { FollowUpRequest } from '../../../../src/journeys/journeys.ts';
import { createFollowUps } from '../../../../src/journeys/on-request/follow-up.ts';
import type { Outreach, OutreachMode } from '../../../../src/outreach/outreach.ts';
import { customerKey } from '../../../../src/sessions/session.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { exampleSession } from '../../../support/example-session.ts';
import { storeOfEachTest } from '../../../support/store-of-each-test.ts';

const now = Date.parse('2026-11-21T14:00:00Z');
const minute = 60_000;

describe('follow-ups', () => {
  const store = storeOfEachTest();
  let sent: Outreach[];
  let looked: string[];
  beforeEach(() => {
    sent = [];
    looked = [];
  });

  function followUps(
    mode: OutreachMode,
    timeZone: string | null = null,
    part: { customer?: 'connected'; guestSessionMs?: number } = {},
  ) {
    return createFollowUps({
      ledger: createLedger({ outreaches: store().outreaches, now: () => now, changed: () => {} }),
      async look(conversationId) {
        looked.push(conversationId);
        return {
          customer: part.customer ?? 'disconnected',
          agents: [],
          waiting: false,
          endedAt: now - 20 * minute,
          guestSessionExpired: false,
          cleared: false,
          timeZone,
          lastActivityAt: now - 20 * minute,
          lastWroteAt: null,
          wrote: [],
          channelId: null,
          guestId: null,
          externalContactId: null,
        };
      },
      async dispatch(outreach) {
        sent.push(outreach);
        return outreach;
      },
      outreaches: store().outreaches,
      sessions: store().sessions,
      optOuts: store().optOuts,
      directory: { queueName: () => 'Support' },
      guestSessionMs: () => part.guestSessionMs ?? null,
      policy: async () => ({
        mode,
        approvalMs: 10 * minute,
        contactAgainAfterMs: 24 * 60 * minute,
        quietHours: null,
        timeZone: 'UTC',
      }),
      now: () => now,
      newId: randomUUID,
    });
  }

  /** An outreach that came to its end, in the ledger. */
  async function ended(part: Partial<Outreach> = {}): Promise<Outreach> {
    const outreach = exampleOutreach({ state: 'replied', sessionLastActivityAt: now - 60 * minute, ...part });
    await store().outreaches.insert(outreach, [
      { at: 1, who: 'test', why: 'test', from: null, to: outreach.state },
    ]);
    return outreach;
  }

  const asking = (followed: Outreach, part: Partial<FollowUpRequest> = {}): FollowUpRequest => ({
    outreachId: followed.id,
    by: 'Ada Lovelace',
    agentId: followed.agentId,
    text: ' Hello\r\nagain. ',
    when: 'now',
    timeZone: null,
    eventId: 'press-1',
    mayApprove: false,
    ...part,
  });

  it('are about the same customer, in the name of the same agent, from the newest session known', async () => {
    const followed = await ended();
    const { channelId, guestId, externalContactId } = followed;
    const session = exampleSession({ channelId, guestId, externalContactId, lastActivityAt: now - minute });
    await store().sessions.upsert([
      { ...session, conversationId: followed.conversationId, lastActivityAt: now - 60 * minute },
      session,
    ]);
    const { outreach } = await followUps('automatic').request(asking(followed));
    assert.partialDeepStrictEqual(outreach, {
      kind: 'follow-up',
      state: 'approved',
      decidedBy: 'policy',
      eventId: 'press-1',
      conversationId: session.conversationId,
      customerKey: customerKey(session),
      agentId: followed.agentId,
      text: 'Hello\nagain.',
      sendAt: null,
    });
    assert.deepEqual(looked, [session.conversationId]);
    assert.deepEqual(
      sent.map(({ id }) => id),
      [outreach.id],
    );
    const [first] = await store().outreaches.audit(outreach.id);
    assert.partialDeepStrictEqual(first, {
      who: 'Ada Lovelace',
      why: 'asked for a follow-up',
      to: 'proposed',
    });
  });

  it('are addressed by the old outreach where the session is forgotten', async () => {
    const followed = await ended();
    const { outreach } = await followUps('automatic').request(asking(followed));
    assert.equal(outreach.conversationId, followed.conversationId);
    assert.equal(outreach.guestId, followed.guestId);
  });

  it('wait for their hour by the customer’s clock, or by the asker’s when they say so', async () => {
    const asked = followUps('automatic', 'Asia/Tokyo');
    const first = await asked.request(asking(await ended(), { when: 'at 23:30' }));
    assert.equal(first.outreach.sendAt, Date.parse('2026-11-21T14:30:00Z'));
    assert.equal(first.timeZone, 'Asia/Tokyo');
    const mine = { when: 'at 9:30 my time', timeZone: 'America/New_York', eventId: 'press-2' };
    const second = await asked.request(asking(await ended(), mine));
    assert.equal(second.outreach.sendAt, Date.parse('2026-11-21T14:30:00Z'));
    const wrong = followUps('automatic', 'Mars/Olympus').request(
      asking(await ended(), { when: 'at 14:30', timeZone: 'nowhere', eventId: 'press-3' }),
    );
    assert.equal((await wrong).outreach.sendAt, Date.parse('2026-11-21T14:30:00Z'), 'then by TIME_ZONE');
  });

  it('of an agent wait for a supervisor, till some time after their hour; of a supervisor they do not', async () => {
    const asked = followUps('supervisor');
    const atOnce = await asked.request(asking(await ended()));
    assert.equal(atOnce.outreach.state, 'awaiting-approval');
    assert.equal(atOnce.outreach.expiresAt, now + 10 * minute);
    const later = await asked.request(asking(await ended(), { when: 'in 1 hour', eventId: 'press-2' }));
    assert.equal(later.outreach.expiresAt, now + 70 * minute);
    assert.deepEqual(sent, []);
    const own = { by: 'Sam Porter', agentId: null, mayApprove: true, eventId: 'press-3' };
    const approved = await asked.request(asking(await ended(), own));
    assert.partialDeepStrictEqual(approved.outreach, { state: 'approved', decidedBy: 'Sam Porter' });
    assert.equal(sent.length, 1);
  });

  it('are refused for an hour at which nobody would see them, unless the customer is there', async () => {
    const guestSessionMs = 60 * minute;
    const followed = await ended();
    const later = asking(followed, { when: 'in 1 hour' });
    await assert.rejects(followUps('automatic', null, { guestSessionMs }).request(later), {
      code: 'outreach.follow-up-unseen',
    });
    const there = followUps('automatic', null, { guestSessionMs, customer: 'connected' });
    assert.equal((await there.request(later)).outreach.state, 'approved');
  });

  it('count once by their press, whatever has become of the first', async () => {
    const followed = await ended();
    const asked = followUps('automatic');
    const first = await asked.request(asking(followed, { when: 'at 14:30' }));
    const again = await asked.request(asking(followed, { when: 'at 13:00' }));
    assert.equal(again.outreach.id, first.outreach.id);
    assert.equal((await store().outreaches.inStates(['approved'])).length, 1);
  });

  it('of two presses at the same moment one is told that the other was first', async () => {
    const followed = await ended();
    const asked = followUps('automatic');
    const both = await Promise.allSettled([
      asked.request(asking(followed, { when: 'in 1 hour' })),
      asked.request(asking(followed, { when: 'in 2 hours', eventId: 'press-2' })),
    ]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    const refused = both.find(({ status }) => status === 'rejected');
    assert.ok(refused?.status === 'rejected');
    assert.equal(refused.reason.code, 'outreach.customer-busy');
  });

  const refusals: [string, Partial<Outreach>, Partial<FollowUpRequest>, string][] = [
    ['by another agent', {}, { agentId: 'bob' }, 'outreach.follow-up-not-yours'],
    ['by nobody known to Genesys', {}, { agentId: null }, 'outreach.follow-up-not-yours'],
    ['of an outreach nobody knows', {}, { outreachId: 'gone' }, 'outreach.not-found'],
    ['while it is open whether the customer got the last one', { state: 'asked' }, {}, 'outreach.unknown'],
    ['while the last one is on its way', { state: 'unknown' }, {}, 'outreach.customer-busy'],
    ['at a time that is over', {}, { when: 'at 13:00' }, 'outreach.when-past'],
    ['at a time nobody understands', {}, { when: 'soon' }, 'outreach.when-not-understood'],
    ['too late', {}, { when: 'in 24 hours' }, 'outreach.follow-up-too-late'],
    [
      'after a supervisor said no',
      { state: 'declined', decidedBy: 'Sam Porter', decidedAt: now - minute },
      { mayApprove: true },
      'outreach.follow-up-declined',
    ],
    ['without a text', {}, { text: '' }, 'outreach.text-empty'],
  ];
  for (const [what, part, request, code] of refusals) {
    it(`are refused ${what}, and nothing is written`, async () => {
      const followed = await ended(part);
      await assert.rejects(followUps('automatic').request(asking(followed, request)), { code });
      assert.equal(await store().outreaches.ofEvent('press-1'), null);
      assert.deepEqual(sent, []);
    });
  }

  it('are refused while another message to the same person at another browser is open', async () => {
    const contact = randomUUID();
    const followed = await ended({ externalContactId: contact, customerKey: `contact:${contact}` });
    const phone = exampleSession({ externalContactId: contact, lastActivityAt: now - 90 * minute });
    const { channelId, guestId } = followed;
    const desk = exampleSession({
      externalContactId: contact,
      channelId,
      guestId,
      lastActivityAt: now - minute,
    });
    await store().sessions.upsert([phone, desk]);
    const anonymous = { channelId: phone.channelId, guestId: phone.guestId, externalContactId: null };
    await ended({ ...anonymous, customerKey: customerKey(anonymous), state: 'approved' });
    await assert.rejects(followUps('automatic').request(asking(followed)), {
      code: 'outreach.customer-busy',
    });
  });

  it('are refused to a customer who asked to be left alone', async () => {
    const followed = await ended();
    await store().optOuts.add([followed.customerKey], 1);
    await assert.rejects(followUps('automatic').request(asking(followed)), {
      code: 'outreach.customer-opted-out',
    });
  });
});
