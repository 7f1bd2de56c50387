import assert from 'node:assert/strict';
import { type FollowUpFacts, mayFollowUp } from '../../../src/policy/may-follow-up.ts';

const hour = 60 * 60_000;
/** 15:00 in Berlin. */
const now = Date.parse('2026-11-21T14:00:00Z');
const id = (digit: number) =>
  `${digit}${digit}${digit}${digit}${digit}${digit}${digit}${digit}-0000-4000-8000-000000000000`;

const allowed: FollowUpFacts = {
  now,
  at: now + hour,
  message: {
    type: 'proactive',
    channelId: id(1),
    to: { type: 'web', id: 'guest-session' },
    from: { type: 'agent', id: id(2) },
    body: { contentType: 'text/plain', content: 'Hello again' },
  },
  ground: {
    conversationId: id(3),
    externalContactId: id(4),
    leg: { channelId: null, guestId: null, externalContactId: null },
  },
  lastActivityAt: now - hour,
  guestSessionMs: null,
  optedOut: false,
  openOutreach: false,
  lastDeclinedAt: null,
  contactAgainAfterMs: 24 * hour,
  quietHours: { from: 21 * 60, to: 8 * 60 },
  timeZone: 'Europe/Berlin',
};

const refusal = (part: Partial<FollowUpFacts>) => mayFollowUp({ ...allowed, ...part });
const at = (iso: string) => Date.parse(iso);

describe('may a follow-up be asked for?', () => {
  it('yes, up to the last moment of the 24 hours', () => {
    assert.equal(refusal({}), null);
    assert.equal(refusal({ at: now }), null);
    assert.equal(refusal({ at: allowed.lastActivityAt + 24 * hour }), null);
  });

  it('not a moment later, and says till when', () => {
    assert.deepEqual(refusal({ at: allowed.lastActivityAt + 24 * hour + 1 }), {
      code: 'outreach.follow-up-too-late',
      facts: { until: '2026-11-22 14:00 Europe/Berlin' },
    });
  });

  it('not for an hour at which the guest session will have run out, and says till when', () => {
    const guestSessionMs = 3 * hour;
    assert.equal(refusal({ guestSessionMs, at: allowed.lastActivityAt + guestSessionMs }), null);
    assert.deepEqual(refusal({ guestSessionMs, at: allowed.lastActivityAt + guestSessionMs + 1 }), {
      code: 'outreach.follow-up-unseen',
      facts: { until: '2026-11-21 17:00 Europe/Berlin' },
    });
    assert.deepEqual(refusal({ guestSessionMs: hour - 1, at: now }), {
      code: 'outreach.follow-up-unseen',
      facts: {},
    });
  });

  it('not after the customer has been gone for a day, and then there is no hour to tell', () => {
    assert.deepEqual(refusal({ at: now, lastActivityAt: now - 25 * hour }), {
      code: 'outreach.follow-up-too-late',
      facts: {},
    });
  });

  it('not while a supervisor’s no holds, whoever asks; from then on it may', () => {
    assert.deepEqual(refusal({ lastDeclinedAt: now }), {
      code: 'outreach.follow-up-declined',
      facts: {},
    });
    const lastDeclinedAt = now - 23 * hour;
    assert.deepEqual(refusal({ at: now, lastDeclinedAt }), {
      code: 'outreach.follow-up-declined',
      facts: { from: '2026-11-21 16:00 Europe/Berlin' },
    });
    assert.equal(refusal({ at: now + hour, lastDeclinedAt }), null);
  });

  it('not a week ahead', () => {
    const far = { at: now + 7 * 24 * hour + 1, lastActivityAt: now };
    assert.equal(refusal(far)?.code, 'outreach.when-too-far');
    assert.equal(refusal({ ...far, at: far.at - 1 })?.code, 'outreach.follow-up-too-late');
  });

  it('not at night by the customer’s clock, and says the first hour of the morning', () => {
    const quiet = {
      code: 'outreach.follow-up-quiet-hours',
      facts: { from: '2026-11-22 08:00 Europe/Berlin' },
    };
    assert.deepEqual(refusal({ at: at('2026-11-21T20:00:00Z') }), quiet, '21:00, the evening before');
    assert.deepEqual(refusal({ at: at('2026-11-22T06:59:00Z') }), quiet, '7:59 of the day itself');
    assert.equal(refusal({ at: at('2026-11-22T07:00:00Z') }), null);
    assert.equal(refusal({ at: at('2026-11-21T20:00:00Z'), timeZone: 'UTC' }), null, 'there it is 20:00');
    assert.equal(refusal({ at: at('2026-11-21T20:00:00Z'), quietHours: null }), null);
  });

  it('says till when instead where the morning is too late', () => {
    assert.deepEqual(
      refusal({ at: at('2026-11-22T01:00:00Z'), lastActivityAt: at('2026-11-21T05:00:00Z') }),
      { code: 'outreach.follow-up-quiet-hours', facts: { until: '2026-11-22 06:00 Europe/Berlin' } },
    );
  });

  it('not while another message is open, nor to who asked to be left alone, nor without a fit text', () => {
    assert.equal(refusal({ openOutreach: true })?.code, 'outreach.customer-busy');
    assert.equal(refusal({ optedOut: true })?.code, 'outreach.customer-opted-out');
    const body = { contentType: 'text/plain', content: '  ' } as const;
    assert.equal(refusal({ message: { ...allowed.message, body } })?.code, 'outreach.text-empty');
  });
});
