import { equal, ok } from 'node:assert/strict';
import { array, assert, integer, property } from 'fast-check';
import { type CallLimit, roomAt } from '../../../../bot/pace/room-at.ts';
import { conversationLimits, shareOfUpkeep, tenantLimits } from '../../../../bot/pace/teams-limits.ts';

const second = 1_000;

/** The most calls in any stretch of so many milliseconds. */
function mostIn(moments: readonly number[], ms: number): number {
  return Math.max(0, ...moments.map((end) => moments.filter((at) => at > end - ms && at <= end).length));
}

describe('room for a call', () => {
  it('is at once where nothing was called, and when the first of a full stretch has left it', () => {
    const limits: CallLimit[] = [{ calls: 3, inMs: second }];
    equal(roomAt([], limits, 50), 50);
    equal(roomAt([0, 10], limits, 50), 50);
    equal(roomAt([0, 10, 20], limits, 50), second);
    equal(roomAt([0, 10, 20], limits, second), second);
  });

  it('is when the longest wait is over, of several limits', () => {
    const limits: CallLimit[] = [
      { calls: 2, inMs: second },
      { calls: 3, inMs: 10 * second },
    ];
    equal(roomAt([0, 5_000, 5_100], limits, 5_200), 10 * second);
  });

  const tables = {
    ...conversationLimits,
    tenant: tenantLimits,
    upkeep: shareOfUpkeep(conversationLimits.send),
  };
  for (const [name, limits] of Object.entries(tables)) {
    it(`keeps every limit of ${name}, however calls come, and is never later than it must be`, () => {
      assert(
        property(array(integer({ min: 0, max: 3 * second }), { maxLength: 100 }), (gaps) => {
          const made: number[] = [];
          let now = 0;
          for (const gap of gaps) {
            now += gap;
            const at = roomAt(made, limits, now);
            if (at > now)
              ok(
                limits.some(
                  ({ calls, inMs }) => made.filter((moment) => moment > at - 1 - inMs).length >= calls,
                ),
                'there was room a millisecond earlier',
              );
            now = at;
            made.push(at);
          }
          for (const { calls, inMs } of limits) ok(mostIn(made, inMs) <= calls);
        }),
        { numRuns: 50 },
      );
    });
  }

  it('is that of the documented figures: 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour', () => {
    const made: number[] = [];
    for (let at = 0; at <= 3_600 * second; at = roomAt(made, conversationLimits.send, at)) made.push(at);
    const within = (seconds: number) => made.filter((at) => at < seconds * second).length;
    equal(within(1), 7);
    equal(within(2), 8);
    equal(within(30), 60);
    equal(within(3_600), 1_800);
  });
});
