import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildMessage } from '../../../src/outreach/build-message.ts';
import { mayFollowUp } from '../../../src/policy/may-follow-up.ts';
import { outsideQuietHours } from '../../../src/policy/rules/outside-quiet-hours.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';

const minuteMs = 60_000;
const day = 24 * 60;

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const moment = fc
  .integer({ min: Date.UTC(2005, 0) / minuteMs, max: Date.UTC(2035, 0) / minuteMs })
  .map((at) => at * minuteMs);
const minuteOfDay = fc.integer({ min: 0, max: day - 1 });

/** What a clock on the wall there shows, by another reckoning than the product's. */
function onTheWall(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  const [hour = 0, minute = 0] = parts.split(':').map(Number);
  return hour * 60 + minute;
}

describe('quiet hours', () => {
  it('are those of the customer’s clock, to the minute, in every zone, over midnight and on the nights clocks change', () => {
    fc.assert(
      fc.property(
        zone,
        moment,
        minuteOfDay,
        fc.integer({ min: 1, max: day - 1 }),
        (timeZone, now, from, length) => {
          const to = (from + length) % day;
          const into = (onTheWall(now, timeZone) - from + day) % day;
          const held =
            outsideQuietHours({ now, quietHours: { from, to }, timeZone, otherwise: 'UTC' }) !== null;
          assert.equal(held, into < length);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('take no follow-up for an hour at which it would be held back', () => {
    const outreach = exampleOutreach();
    const { conversationId, externalContactId } = outreach;
    const ground = {
      conversationId,
      externalContactId,
      leg: { channelId: null, guestId: null, externalContactId: null },
    };
    fc.assert(
      fc.property(
        zone,
        moment,
        minuteOfDay,
        minuteOfDay,
        fc.integer({ min: 0, max: day }),
        (timeZone, now, from, to, later) => {
          const at = now + later * minuteMs;
          const refusal = mayFollowUp({
            now,
            at,
            message: buildMessage(outreach),
            ground,
            lastActivityAt: now,
            guestSessionMs: null,
            optedOut: false,
            openOutreach: false,
            lastDeclinedAt: null,
            contactAgainAfterMs: 1,
            quietHours: { from, to },
            timeZone,
          });
          const held =
            outsideQuietHours({ now: at, quietHours: { from, to }, timeZone, otherwise: timeZone }) !== null;
          assert.equal(refusal?.code ?? null, held ? 'outreach.follow-up-quiet-hours' : null);
        },
      ),
      { numRuns: 500 },
    );
  });
});
