import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { isQuietMinute, type QuietHours } from '../../../src/policy/is-quiet-minute.ts';
import { loosenings } from '../../../src/policy/loosenings.ts';

const hour = 60;
const minutesOfDay = Array.from({ length: 24 * hour }, (_, minute) => minute);
const night: QuietHours = { from: 21 * hour, to: 8 * hour };
const supervised = (quietHours: QuietHours, timeZone = 'UTC') =>
  ({ mode: 'supervisor', quietHours, timeZone, cobrowseControl: false, contactAgainAfterMs: 24 }) as const;

describe('what a change of the policy lets go', () => {
  const cases: [string, QuietHours, QuietHours, boolean][] = [
    ['a night that ends earlier', night, { from: 21 * hour, to: 7 * hour }, true],
    ['a night that is moved', night, { from: 22 * hour, to: 9 * hour }, true],
    ['no night at all', night, null, true],
    ['a night of no length', night, { from: 0, to: 0 }, true],
    ['a longer night', night, { from: 20 * hour, to: 9 * hour }, false],
    ['the same night', night, night, false],
    ['a night where there was none', null, night, false],
  ];
  for (const [what, before, after, looser] of cases) {
    it(`is ${looser ? 'hours' : 'nothing'} for ${what}`, () => {
      deepEqual(loosenings(supervised(before), supervised(after)), looser ? ['quiet-hours'] : []);
    });
  }

  it('is approval for automatic mode, and nothing the other way', () => {
    const automatic = {
      mode: 'automatic',
      quietHours: night,
      timeZone: 'UTC',
      cobrowseControl: false,
      contactAgainAfterMs: 24,
    } as const;
    deepEqual(loosenings(supervised(night), automatic), ['automatic']);
    deepEqual(loosenings(automatic, supervised(night)), []);
    deepEqual(loosenings(supervised(night), { ...automatic, quietHours: null }), [
      'automatic',
      'quiet-hours',
    ]);
  });

  it('is control where agents may act on pages from now on, and nothing the other way', () => {
    const acting = { ...supervised(night), cobrowseControl: true };
    deepEqual(loosenings(supervised(night), acting), ['cobrowse-control']);
    deepEqual(loosenings(acting, supervised(night)), []);
  });

  it('is hours where they go by another clock, unless there were none', () => {
    deepEqual(loosenings(supervised(night), supervised(night, 'Asia/Tokyo')), ['quiet-hours']);
    deepEqual(loosenings(supervised(null), supervised(night, 'Asia/Tokyo')), []);
  });

  it('is a customer written to again sooner, not later', () => {
    const before = supervised(night);
    deepEqual(loosenings(before, { ...before, contactAgainAfterMs: 23 }), ['contact-again']);
    deepEqual(loosenings(before, { ...before, contactAgainAfterMs: 25 }), []);
  });

  it('is nothing exactly when every quiet minute stays quiet', () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    const hours = fc.option(fc.record({ from: minute, to: minute }), { nil: null });
    fc.assert(
      fc.property(hours, hours, (before, after) => {
        const freed = minutesOfDay.some((at) => isQuietMinute(before, at) && !isQuietMinute(after, at));
        return freed === loosenings(supervised(before), supervised(after)).includes('quiet-hours');
      }),
    );
  });
});
