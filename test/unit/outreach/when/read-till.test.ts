import assert from 'node:assert/strict';
import { readTill } from '../../../../src/outreach/when/read-till.ts';

/** A Saturday, 14:30 in Berlin. */
const now = Date.UTC(2026, 10, 21, 13, 30);
const timeZone = 'Europe/Berlin';
const minute = 60_000;

describe('readTill', () => {
  const understood: [string, number][] = [
    ['30m', now + 30 * minute],
    ['2h', now + 120 * minute],
    ['for 1 h 30', now + 90 * minute],
    ['für 2 Stunden', now + 120 * minute],
    ['today', Date.UTC(2026, 10, 21, 23)],
    ['for the rest of the day', Date.UTC(2026, 10, 21, 23)],
    ['heute', Date.UTC(2026, 10, 21, 23)],
    ['until 15:00', Date.UTC(2026, 10, 21, 14)],
    ['till 3 pm', Date.UTC(2026, 10, 21, 14)],
    ['bis 15 Uhr', Date.UTC(2026, 10, 21, 14)],
    ['until tomorrow', Date.UTC(2026, 10, 21, 23)],
    ['until Monday', Date.UTC(2026, 10, 22, 23)],
    ['until tomorrow 9:00', Date.UTC(2026, 10, 22, 8)],
    ['aujourd’hui', Date.UTC(2026, 10, 21, 23)],
    ['2 heures', now + 120 * minute],
    ['pendant 30 minutes', now + 30 * minute],
    ['jusqu’à 15h30', Date.UTC(2026, 10, 21, 14, 30)],
    ["jusqu'à demain", Date.UTC(2026, 10, 21, 23)],
    ['hoy', Date.UTC(2026, 10, 21, 23)],
    ['media hora', now + 30 * minute],
    ['hasta las 15:30', Date.UTC(2026, 10, 21, 14, 30)],
    ['hasta mañana', Date.UTC(2026, 10, 21, 23)],
    ['今日', Date.UTC(2026, 10, 21, 23)],
    ['30分', now + 30 * minute],
    ['2時間', now + 120 * minute],
    ['15時半まで', Date.UTC(2026, 10, 21, 14, 30)],
    ['UNTIL  15:00', Date.UTC(2026, 10, 21, 14)],
  ];
  for (const [text, at] of understood)
    it(`reads “${text}”`, () => assert.equal(readTill(text, { now, timeZone }), at));

  for (const text of [
    '',
    'until 14:00',
    'until today',
    '0m',
    'forever',
    'a while',
    '30',
    'until',
    'x'.repeat(5_000),
  ])
    it(`does not guess what “${text.slice(0, 20)}” means`, () =>
      assert.equal(readTill(text, { now, timeZone }), null));

  it('ends the day where the asker is', () => {
    assert.equal(readTill('today', { now, timeZone: 'Asia/Tokyo' }), Date.UTC(2026, 10, 21, 15));
    assert.equal(readTill('today', { now, timeZone: 'America/New_York' }), Date.UTC(2026, 10, 22, 5));
  });
});
