import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { createPlatformClock } from '../../../src/genesys/platform-clock.ts';

const start = Date.parse('2026-11-21T10:00:00.400Z');

/** Our clock, the platform's so far ahead of it, and answers that bear the platform's whole seconds. */
function ground(aheadMs: number) {
  let ours = start;
  let ahead = aheadMs;
  const clock = createPlatformClock({ now: () => ours });
  return {
    clock,
    pass(ms: number) {
      ours += ms;
    },
    setPlatform(ms: number) {
      ahead = ms;
    },
    /** A question that is on its way for so long, and its answer. */
    answer(thereMs = 20, backMs = 20) {
      const askedAt = ours;
      ours += thereMs;
      const date = new Date(ours + ahead).toUTCString();
      ours += backMs;
      clock.told(date, askedAt, ours);
    },
    off: () => Math.abs(clock.now() - (ours + ahead)),
  };
}

describe('createPlatformClock', () => {
  it('is ours until the platform has told its own', () => {
    const { clock } = ground(600_000);
    equal(clock.now(), start);
    equal(clock.aheadMs(), null);
    clock.told(undefined, start, start);
    clock.told('soon', start, start);
    equal(clock.aheadMs(), null);
  });

  it('is right to a second after one answer, and never worse after more, whatever the skew and the way', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -86_400_000, max: 86_400_000 }),
        fc.array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 400 }), fc.nat({ max: 40_000 })), {
          minLength: 1,
          maxLength: 20,
        }),
        (aheadMs, answers) => {
          const { answer, pass, off } = ground(aheadMs);
          for (const [there, back, pause] of answers) {
            answer(there, back);
            ok(off() <= 1_000, `${off()} ms off`);
            pass(pause);
          }
        },
      ),
    ));

  it('comes within a fifth of a second when answers are quick and many', () => {
    const { answer, pass, off } = ground(-600_000);
    for (let n = 0; n < 30; n += 1) {
      answer();
      pass(137);
    }
    ok(off() < 200, `${off()} ms off`);
  });

  it('does not believe one answer against the others, but two that agree', () => {
    const { clock, answer, setPlatform, off } = ground(0);
    answer();
    setPlatform(7_200_000);
    answer();
    ok(Math.abs(clock.aheadMs() ?? Number.NaN) < 1_000);
    answer();
    ok(off() <= 1_000);
  });
});
