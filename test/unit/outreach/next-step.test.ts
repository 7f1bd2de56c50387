import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nextStep } from '../../../src/outreach/next-step.ts';
import { type Outreach, type OutreachState, outreachStates } from '../../../src/outreach/outreach.ts';
import type { OutreachEvent } from '../../../src/outreach/outreach-event.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';

const message = {
  type: 'proactive',
  channelId: 'c',
  to: { type: 'web', id: 'g' },
  from: { type: 'agent', id: 'a' },
  body: { contentType: 'text/plain', content: 'x' },
} as const;

const events = {
  'approval-asked': { type: 'approval-asked', expiresAt: 100 },
  briefed: { type: 'briefed', briefing: { at: 40, said: [], standsInTheWay: [], timeZone: null } },
  approved: { type: 'approved', by: 'Sam' },
  declined: { type: 'declined', by: 'Sam' },
  snoozed: { type: 'snoozed', by: 'Sam', until: 60, expiresAt: 100 },
  'snooze-over': { type: 'snooze-over' },
  expired: { type: 'expired' },
  cancelled: { type: 'cancelled', by: 'Sam' },
  held: { type: 'held', reason: 'paused' },
  attempted: { type: 'attempted', route: 'agentless', message },
  accepted: {
    type: 'accepted',
    answer: { status: 200, messageId: 'm', conversationId: 'c', correlationId: null },
  },
  refused: { type: 'refused', code: 'genesys.refused' },
  unfit: { type: 'unfit', code: 'outreach.text-empty' },
  'turned-away': { type: 'turned-away', reason: 'connected-now' },
  'put-back': { type: 'put-back', code: 'genesys.throttled' },
  'answer-lost': { type: 'answer-lost', code: 'genesys.no-answer' },
  found: { type: 'found', messageId: 'm', conversationId: 'c' },
  asked: { type: 'asked' },
  settled: { type: 'settled', arrived: true, by: 'Sam' },
  delivered: { type: 'delivered' },
  undelivered: { type: 'undelivered' },
  replied: { type: 'replied', optedOut: false },
} as const satisfies Record<OutreachEvent['type'], OutreachEvent>;

/** Every move there is; whatever is not here must not happen. */
const moves: Partial<Record<OutreachState, Partial<Record<OutreachEvent['type'], OutreachState>>>> = {
  proposed: { 'approval-asked': 'awaiting-approval', approved: 'approved', held: 'held' },
  'awaiting-approval': {
    briefed: 'awaiting-approval',
    approved: 'approved',
    declined: 'declined',
    snoozed: 'awaiting-approval',
    held: 'held',
    cancelled: 'cancelled',
  },
  approved: { held: 'held', cancelled: 'cancelled', attempted: 'sending', unfit: 'failed' },
  sending: {
    accepted: 'sent',
    refused: 'failed',
    'put-back': 'approved',
    'answer-lost': 'unknown',
    found: 'sent',
    'turned-away': 'held',
  },
  unknown: {
    accepted: 'sent',
    refused: 'failed',
    'turned-away': 'held',
    found: 'sent',
    asked: 'asked',
    settled: 'sent',
  },
  asked: { accepted: 'sent', refused: 'failed', 'turned-away': 'held', found: 'sent', settled: 'sent' },
  sent: { delivered: 'delivered', undelivered: 'undelivered', replied: 'replied' },
  undelivered: { delivered: 'delivered', replied: 'replied' },
  delivered: { replied: 'replied' },
};

describe('nextStep', () => {
  it('makes the moves of the ledger and no others', () => {
    for (const state of outreachStates) {
      for (const [type, event] of Object.entries(events)) {
        const step = nextStep(exampleOutreach({ state }), event, 50);
        assert.equal(step?.patch.state, moves[state]?.[event.type], `${state} × ${type}`);
      }
    }
  });

  it('believes a person who looked: it is there, or it failed and is not sent again', () => {
    const asked = exampleOutreach({ state: 'asked', reason: 'outreach.unknown' });
    const { patch, who } = nextStep(asked, events.settled, 50) ?? assert.fail();
    assert.deepEqual([patch, who], [{ state: 'sent', reason: null }, 'Sam']);
    const missing = nextStep(asked, { ...events.settled, arrived: false }, 50);
    assert.deepEqual(missing?.patch, { state: 'failed', reason: 'outreach.did-not-arrive' });
  });

  it('takes no decision after its time: a late press finds it expired', () => {
    const asked = exampleOutreach({ state: 'awaiting-approval', expiresAt: 100 });
    assert.equal(nextStep(asked, events.approved, 99)?.patch.state, 'approved');
    assert.equal(nextStep(asked, events.approved, 100)?.patch.state, 'expired');
    assert.equal(nextStep(asked, events.declined, 100)?.patch.state, 'expired');
    assert.equal(nextStep(asked, events.expired, 99), null);
    assert.equal(nextStep(asked, events.expired, 100)?.patch.state, 'expired');
  });

  it('keeps what was approved instead of what was proposed, and both', () => {
    const asked = exampleOutreach({ state: 'awaiting-approval', text: 'Hello' });
    const { patch, why } =
      nextStep(asked, { type: 'approved', by: 'Sam', text: 'Good day' }, 50) ?? assert.fail();
    assert.partialDeepStrictEqual(patch, { text: 'Good day', proposedText: 'Hello', decidedBy: 'Sam' });
    assert.equal(why, 'approved with a changed text');
    const same = nextStep(asked, { type: 'approved', by: 'Sam', text: 'Hello' }, 50) ?? assert.fail();
    assert.equal('text' in same.patch, false);
    assert.equal(same.why, 'approved');
  });

  it('keeps why somebody said no', () => {
    const asked = exampleOutreach({ state: 'awaiting-approval' });
    const no = { type: 'declined', by: 'Sam', reason: 'wrong-text', note: 'too stiff' } as const;
    assert.partialDeepStrictEqual(nextStep(asked, no, 50), {
      who: 'Sam',
      why: 'declined, wrong-text',
      patch: { declineReason: 'wrong-text', declineNote: 'too stiff' },
    });
  });

  it('asks again when a snooze is over, once, and a snooze cannot outlive its proposal', () => {
    const asked = exampleOutreach({ state: 'awaiting-approval', expiresAt: 100, version: 3 });
    const snoozed = { ...asked, snoozedUntil: 60, snoozedBy: 'Sam', version: 4 };
    assert.partialDeepStrictEqual(nextStep(asked, events.snoozed, 50), {
      who: 'Sam',
      patch: { state: 'awaiting-approval', snoozedUntil: 60, snoozedBy: 'Sam', expiresAt: 100 },
    });
    assert.equal(nextStep(asked, { ...events.snoozed, until: 100 }, 50), null);
    assert.equal(nextStep(asked, { ...events.snoozed, until: 50 }, 50), null);
    assert.equal(nextStep(asked, events.snoozed, 100)?.patch.state, 'expired');
    assert.equal(nextStep(snoozed, events['snooze-over'], 59), null);
    assert.partialDeepStrictEqual(nextStep(snoozed, events['snooze-over'], 60), {
      patch: { snoozedUntil: null, backAtVersion: 5, briefing: null },
    });
    assert.equal(nextStep(asked, events['snooze-over'], 60), null);
    assert.equal(nextStep(snoozed, events.approved, 55)?.patch.snoozedUntil, null);
  });

  it('forgets the customer’s words with the decision, whatever it is', () => {
    const asked = exampleOutreach({
      state: 'awaiting-approval',
      expiresAt: 100,
      briefing: events.briefed.briefing,
    });
    for (const event of [events.approved, events.declined, events.held, events.cancelled])
      assert.equal(nextStep(asked, event, 50)?.patch.briefing, null, event.type);
    assert.equal(nextStep(asked, events.expired, 100)?.patch.briefing, null);
  });

  it('attempts at most once between two answers that surely say "not taken", whatever order events come in', () => {
    const anyEvent = fc.constantFrom(...Object.values(events));
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (sequence) => {
        let outreach: Outreach = exampleOutreach({ state: 'proposed' });
        let onTheWire = 0;
        for (const event of sequence) {
          const step = nextStep(outreach, event, 50);
          if (step === null) continue;
          if (event.type === 'attempted') onTheWire += 1;
          if (event.type === 'put-back') onTheWire -= 1;
          assert.ok(onTheWire <= 1);
          assert.ok(step.patch.state === 'awaiting-approval' || !step.patch.briefing);
          outreach = { ...outreach, ...step.patch };
        }
      }),
      { numRuns: 500 },
    );
  });
});
