import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outsideQuietHours } from '../../../src/policy/rules/outside-quiet-hours.ts';
import { type SnoozeFacts, snoozePlan } from '../../../src/policy/snooze-plan.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 21, 14);
const night = { from: 21 * 60, to: 8 * 60 };

function facts(part: Partial<SnoozeFacts> = {}): SnoozeFacts {
  return {
    now,
    forMs: hour,
    expiresAt: now + 10 * minute,
    sendAt: null,
    lastActivityAt: now - hour,
    quietHours: night,
    timeZone: 'Europe/Berlin',
    ...part,
  };
}

describe('snoozePlan', () => {
  it('leaves as much time to decide as there was', () => {
    assert.deepEqual(snoozePlan(facts()), { until: now + hour, expiresAt: now + hour + 10 * minute });
  });

  it('lapses no later than the customer’s 24 hours', () => {
    const lastActivityAt = now + hour + 5 * minute - 24 * hour;
    assert.equal(snoozePlan(facts({ lastActivityAt }))?.expiresAt, now + hour + 5 * minute);
    assert.equal(snoozePlan(facts({ lastActivityAt: now + hour - 24 * hour })), null);
  });

  it('lapses no later than the night begins where the customer is, and does not ask again in it', () => {
    const evening = Date.UTC(2026, 10, 21, 18, 55);
    const asked = { now: evening, expiresAt: evening + 20 * minute, lastActivityAt: evening };
    assert.equal(snoozePlan(facts(asked))?.expiresAt, Date.UTC(2026, 10, 21, 20));
    assert.equal(snoozePlan(facts({ ...asked, now: evening + 10 * minute })), null);
    assert.notEqual(snoozePlan(facts({ ...asked, now: evening + 10 * minute, quietHours: null })), null);
  });

  it('leaves to what has its hour the time till then, though a night is between', () => {
    const evening = Date.UTC(2026, 10, 21, 19, 30);
    const sendAt = Date.UTC(2026, 10, 22, 8);
    const asked = { now: evening, sendAt, expiresAt: sendAt + 10 * minute, lastActivityAt: evening };
    assert.deepEqual(snoozePlan(facts(asked)), {
      until: evening + hour,
      expiresAt: sendAt + hour + 10 * minute,
    });
    assert.equal(snoozePlan(facts({ ...asked, sendAt: Date.UTC(2026, 10, 22, 6) })), null);
  });

  it('never asks again, nor lapses, when the message could not be sent', () => {
    fc.assert(
      fc.property(
        fc.record({
          now: fc.integer({ min: now, max: now + 400 * 24 * hour }),
          forMs: fc.constantFrom(15 * minute, hour),
          leftMs: fc.integer({ min: 0, max: 30 * hour }),
          agoMs: fc.integer({ min: 0, max: 25 * hour }),
          from: fc.integer({ min: 0, max: 1_439 }),
          to: fc.integer({ min: 0, max: 1_439 }),
          timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'UTC'),
        }),
        ({ now: at, forMs, leftMs, agoMs, from, to, timeZone }) => {
          const lastActivityAt = at - agoMs;
          const quietHours = { from, to };
          const plan = snoozePlan({
            now: at,
            forMs,
            expiresAt: at + leftMs,
            sendAt: null,
            lastActivityAt,
            quietHours,
            timeZone,
          });
          if (plan === null) return;
          assert.equal(plan.until, at + forMs);
          assert.ok(plan.expiresAt >= plan.until + minute);
          assert.ok(plan.expiresAt <= lastActivityAt + 24 * hour);
          for (const moment of [plan.until, plan.expiresAt - 1])
            assert.equal(outsideQuietHours({ now: moment, quietHours, timeZone, otherwise: 'UTC' }), null);
        },
      ),
      { numRuns: 500 },
    );
  });
});
