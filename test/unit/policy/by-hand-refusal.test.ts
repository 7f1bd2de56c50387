import assert from 'node:assert/strict';
import { byHandRefusal, type RefusedAt } from '../../../src/policy/by-hand-refusal.ts';
import { type HeldReason, heldReasons } from '../../../src/policy/held-reason.ts';

const hour = 60 * 60_000;
const now = Date.parse('2026-11-21T22:00:00Z');
const at: RefusedAt = {
  now,
  lastActivityAt: now - hour,
  quietHours: { from: 21 * 60, to: 8 * 60 },
  timeZone: 'UTC',
};

describe('a refusal of a message by hand', () => {
  it('tells every rule from the others, by its code or beside it', () => {
    const told = heldReasons.map((reason) => {
      const { code, facts } = byHandRefusal({ ends: 'held', reason }, at);
      return `${code} ${facts.rule ?? ''}`;
    });
    assert.equal(new Set(told).size, heldReasons.length);
  });

  it('tells what the setup lacks from what another time may bring', () => {
    const told = (reason: HeldReason) => byHandRefusal({ ends: 'held', reason }, at);
    assert.deepEqual(told('no-route'), { code: 'outreach.out-of-reach', facts: { rule: 'no-route' } });
    assert.deepEqual(told('parked'), { code: 'outreach.left-alone', facts: { rule: 'parked' } });
    assert.deepEqual(told('paused'), { code: 'outreach.paused', facts: {} });
  });

  it('says from when on it could leave, where that is within the day', () => {
    const refused = (part: Partial<RefusedAt> = {}) =>
      byHandRefusal({ ends: 'held', reason: 'quiet-hours' }, { ...at, ...part }).facts;
    assert.equal(refused().from, '2026-11-22 08:00 UTC');
    assert.equal(refused({ timeZone: 'Europe/Berlin' }).from, '2026-11-22 08:00 Europe/Berlin');
    assert.deepEqual(refused({ lastActivityAt: now - 20 * hour }), {});
    assert.deepEqual(refused({ quietHours: null }), {});
  });

  it('is the code of what is wrong with the message itself', () => {
    const finding = { ends: 'failed', reason: 'outreach.channel-not-of-session' } as const;
    assert.deepEqual(byHandRefusal(finding, at), { code: 'outreach.channel-not-of-session', facts: {} });
  });
});
