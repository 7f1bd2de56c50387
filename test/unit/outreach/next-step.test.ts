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
  approved: { type: 'approved', by: 'Sam' },
  declined: { type: 'declined', by: 'Sam' },
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
  'awaiting-approval': { approved: 'approved', declined: 'declined', held: 'held', cancelled: 'cancelled' },
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
          outreach = { ...outreach, ...step.patch };
        }
      }),
      { numRuns: 500 },
    );
  });
});
