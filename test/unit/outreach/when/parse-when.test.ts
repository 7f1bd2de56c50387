import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatWhen } from '../../../../src/outreach/when/format-when.ts';
import { parseWhen } from '../../../../src/outreach/when/parse-when.ts';

const zones = { customer: 'Europe/Berlin', asker: 'America/New_York' };
/** A Saturday, 15:00 in Berlin, 9:00 in New York. */
const now = Date.parse('2026-11-21T14:00:00Z');

function read(text: string, at: number = now) {
  const when = parseWhen(text, { now: at, zones });
  return 'problem' in when ? when.problem : new Date(when.at).toISOString().replace(':00.000Z', 'Z');
}

describe('a time as people write it', () => {
  const understood: readonly (readonly [string, string])[] = [
    ['now', '2026-11-21T14:00Z'],
    ['Jetzt', '2026-11-21T14:00Z'],
    ['in 20 minutes', '2026-11-21T14:20Z'],
    ['in 5 seconds', '2026-11-21T14:00:05.000Z'],
    ['in 2 h', '2026-11-21T16:00Z'],
    ['in an hour', '2026-11-21T15:00Z'],
    ['in 1 hour 30', '2026-11-21T15:30Z'],
    ['in 1 hour and 30 minutes', '2026-11-21T15:30Z'],
    ['in 1h30', '2026-11-21T15:30Z'],
    ['in 1.5 hours', '2026-11-21T15:30Z'],
    ['in half an hour', '2026-11-21T14:30Z'],
    ['in 20 Minuten', '2026-11-21T14:20Z'],
    ['in einer Stunde', '2026-11-21T15:00Z'],
    ['in 1,5 Stunden', '2026-11-21T15:30Z'],
    ['in 2 Stunden und 5 Min', '2026-11-21T16:05Z'],
    ['in einer halben Stunde', '2026-11-21T14:30Z'],
    ['in 2 Tagen', '2026-11-23T14:00Z'],
    ['in 1 day 2 hours 3 min', '2026-11-22T16:03Z'],
    ['in 30 min', '2026-11-21T14:30Z'],
    ['In 20 minutes.', '2026-11-21T14:20Z'],
    ['\u200btomorrow\u202f9:00\ufeff', '2026-11-22T08:00Z'],
    ['tomorrow 9 a.m.', '2026-11-22T08:00Z'],
    ['15:30', '2026-11-21T14:30Z'],
    ['at 15:30', '2026-11-21T14:30Z'],
    ['at 3:30 pm', '2026-11-21T14:30Z'],
    ['5pm', '2026-11-21T16:00Z'],
    ['11 p.m.', '2026-11-21T22:00Z'],
    ['um 16 Uhr', '2026-11-21T15:00Z'],
    ['um 16.30 Uhr', '2026-11-21T15:30Z'],
    ['16 Uhr 45', '2026-11-21T15:45Z'],
    ['um 16:45 Uhr', '2026-11-21T15:45Z'],
    ['at 24:00', '2026-11-21T23:00Z'],
    ['tomorrow 9:00', '2026-11-22T08:00Z'],
    ['tomorrow at 9', '2026-11-22T08:00Z'],
    ['tomorrow, 9 am', '2026-11-22T08:00Z'],
    ['Tomorrow  9:00  customer time', '2026-11-22T08:00Z'],
    ['tomorrow 9:00 my time', '2026-11-22T14:00Z'],
    ['tomorrow 9:00 Asia/Tokyo', '2026-11-22T00:00Z'],
    ['tomorrow 9:00 UTC', '2026-11-22T09:00Z'],
    ['tomorrow 12 am', '2026-11-21T23:00Z'],
    ['tomorrow noon', '2026-11-22T11:00Z'],
    ['9:00 tomorrow', '2026-11-22T08:00Z'],
    ['at 9:00 tomorrow', '2026-11-22T08:00Z'],
    ['9am monday', '2026-11-23T08:00Z'],
    ['the day after tomorrow 0:15', '2026-11-22T23:15Z'],
    ['morgen 9:00', '2026-11-22T08:00Z'],
    ['morgen um 9 Uhr', '2026-11-22T08:00Z'],
    ['übermorgen 9:00', '2026-11-23T08:00Z'],
    ['heute 18:00 meiner Zeit', '2026-11-21T23:00Z'],
    ['monday 10:00 my time', '2026-11-23T15:00Z'],
    ['on Monday at 10:00', '2026-11-23T09:00Z'],
    ['am Montag um 10 Uhr', '2026-11-23T09:00Z'],
    ['Saturday 16:00', '2026-11-21T15:00Z'],
    ['Saturday 14:00', '2026-11-28T13:00Z'],
    ['2026-11-30 23:30', '2026-11-30T22:30Z'],
    ['2026-11-30T23:30', '2026-11-30T22:30Z'],
    ['2026-11-30T23:30:00Z', '2026-11-30T23:30Z'],
    ['2026-11-30T23:30+05:30', '2026-11-30T18:00Z'],
    ['2026-11-30 23:30 Europe/Berlin', '2026-11-30T22:30Z'],
    ['maintenant', '2026-11-21T14:00Z'],
    ['Dans 20 minutes', '2026-11-21T14:20Z'],
    ['dans une heure', '2026-11-21T15:00Z'],
    ['dans 1h30', '2026-11-21T15:30Z'],
    ['dans une heure et demie', '2026-11-21T15:30Z'],
    ['dans 2 heures et 5 minutes', '2026-11-21T16:05Z'],
    ['dans une demi-heure', '2026-11-21T14:30Z'],
    ['dans 2 jours', '2026-11-23T14:00Z'],
    ['à 15:30', '2026-11-21T14:30Z'],
    ['à 15h30', '2026-11-21T14:30Z'],
    ['16 h', '2026-11-21T15:00Z'],
    ['Demain à 9 h 00', '2026-11-22T08:00Z'],
    ['demain 9 heures', '2026-11-22T08:00Z'],
    ['demain à midi', '2026-11-22T11:00Z'],
    ['après-demain 9h', '2026-11-23T08:00Z'],
    ['aujourd’hui 18:00 mon heure', '2026-11-21T23:00Z'],
    ['lundi 10:00 mon heure', '2026-11-23T15:00Z'],
    ['le lundi à 10h, heure du client', '2026-11-23T09:00Z'],
    ['9h demain', '2026-11-22T08:00Z'],
    ['ahora mismo', '2026-11-21T14:00Z'],
    ['en 2 horas', '2026-11-21T16:00Z'],
    ['dentro de una hora y media', '2026-11-21T15:30Z'],
    ['en media hora', '2026-11-21T14:30Z'],
    ['en 1 día y 2 horas', '2026-11-22T16:00Z'],
    ['a las 15:30', '2026-11-21T14:30Z'],
    ['a la 1 de la tarde', 'past'],
    ['mañana a las 9', '2026-11-22T08:00Z'],
    ['mañana a las 9 de la mañana', '2026-11-22T08:00Z'],
    ['mañana 9 de la noche', '2026-11-22T20:00Z'],
    ['mañana 12:30 de la tarde', '2026-11-22T11:30Z'],
    ['mañana a las 11:30 de la mañana', '2026-11-22T10:30Z'],
    ['pasado mañana a mediodía', '2026-11-23T11:00Z'],
    ['hoy 18:00 mi hora', '2026-11-21T23:00Z'],
    ['el miércoles a las 10:00', '2026-11-25T09:00Z'],
    ['lunes 10:00 hora del cliente', '2026-11-23T09:00Z'],
    ['今すぐ', '2026-11-21T14:00Z'],
    ['20分後', '2026-11-21T14:20Z'],
    ['1時間半後', '2026-11-21T15:30Z'],
    ['２時間５分後に', '2026-11-21T16:05Z'],
    ['2日後', '2026-11-23T14:00Z'],
    ['明日 9:00', '2026-11-22T08:00Z'],
    ['明日の午前9時', '2026-11-22T08:00Z'],
    ['今日の午後6時半', '2026-11-21T17:30Z'],
    ['明後日 9時30分', '2026-11-23T08:30Z'],
    ['月曜日 10:00 自分の時間', '2026-11-23T15:00Z'],
    ['月曜の正午', '2026-11-23T11:00Z'],
    ['11月30日 9時 お客様の時間', '2026-11-30T08:00Z'],
    ['15:30 私の時間', '2026-11-21T20:30Z'],
    ['2026-11-30 23:30 現地時間', '2026-11-30T22:30Z'],
    ['30.11. 9:00', '2026-11-30T08:00Z'],
    ['30.11.2026 um 9 Uhr', '2026-11-30T08:00Z'],
    ['1.2. 9:00', '2027-02-01T08:00Z'],
  ];
  for (const [text, at] of understood) it(`“${text}” is ${at}`, () => assert.equal(read(text), at));

  const refused: readonly (readonly [string, string])[] = [
    ['', 'not-understood'],
    ['soon', 'not-understood'],
    ['not tomorrow 9:00', 'not-understood'],
    ['tomorrow 9:00 or 10:00', 'not-understood'],
    ['tomorrow', 'not-understood'],
    ['9', 'not-understood'],
    ['monday', 'not-understood'],
    ['next monday 9:00', 'not-understood'],
    ['13 pm', 'not-understood'],
    ['25:00', 'not-understood'],
    ['24:30', 'not-understood'],
    ['9:60', 'not-understood'],
    ['in', 'not-understood'],
    ['in 20', 'not-understood'],
    ['in 5 minutes 2 hours', 'not-understood'],
    ['in 3 minutes 3 minutes', 'not-understood'],
    ['in 5 seconds 3', 'not-understood'],
    ['in -5 minutes', 'not-understood'],
    ['in 5 parsecs', 'not-understood'],
    ['2026-11-31 9:00', 'not-understood'],
    ['2026-02-30T09:00Z', 'not-understood'],
    ['11/12 9:00', 'not-understood'],
    ['tomorrow 9:00 Mars/Olympus', 'not-understood'],
    ['bientôt', 'not-understood'],
    ['pas demain 9h', 'not-understood'],
    ['demain', 'not-understood'],
    ['dans 2 heures ou 3', 'not-understood'],
    ['mañana', 'not-understood'],
    ['mañana por la mañana', 'not-understood'],
    ['en la mañana a las 9 o 10', 'not-understood'],
    ['mañana 12 de la noche', 'not-understood'],
    ['mañana 12 de la mañana', 'not-understood'],
    ['mañana 1 de la noche', 'not-understood'],
    ['明日の午前12時', 'not-understood'],
    ['明日の午後15時', 'not-understood'],
    ['明日', 'not-understood'],
    ['明日じゃない 9時', 'not-understood'],
    ['後', 'not-understood'],
    ['9時か10時', 'not-understood'],
    [`now ${' '.repeat(100)}`, 'not-understood'],
    ['at 14:59', 'past'],
    ['today 9:00', 'past'],
    ['2026-11-20 9:00', 'past'],
    ['2026-11-21T13:59:59Z', 'past'],
  ];
  for (const [text, problem] of refused)
    it(`“${text.slice(0, 40)}” is refused: ${problem}`, () => assert.equal(read(text), problem));

  it('reads days by the clock it is about: shortly before midnight they are not the same', () => {
    const late = Date.parse('2026-11-30T22:30:00Z');
    assert.equal(read('tomorrow 9:00', late), '2026-12-01T08:00Z', 'in Berlin it is 23:30 of the 30th');
    const later = Date.parse('2026-11-30T23:30:00Z');
    assert.equal(read('tomorrow 9:00', later), '2026-12-02T08:00Z', 'in Berlin it is the 1st already');
    assert.equal(
      read('tomorrow 9:00 my time', later),
      '2026-12-01T14:00Z',
      'in New York it is still the 30th',
    );
  });

  it('takes the first moment after the hour that summer time leaves out, and says so', () => {
    const before = Date.parse('2027-03-27T12:00:00Z');
    const when = parseWhen('tomorrow 2:30', { now: before, zones });
    assert.deepEqual(when, {
      at: Date.parse('2027-03-28T01:00:00Z'),
      timeZone: 'Europe/Berlin',
      shift: 'gap',
    });
  });

  it('takes the first of the two when an hour comes twice, and says so', () => {
    const before = Date.parse('2027-10-30T12:00:00Z');
    const when = parseWhen('tomorrow 2:30', { now: before, zones });
    assert.deepEqual(when, {
      at: Date.parse('2027-10-31T00:30:00Z'),
      timeZone: 'Europe/Berlin',
      shift: 'overlap',
    });
  });

  const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
  const zone = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'America/St_Johns',
    'UTC',
  );

  it('never gives a moment that is over, whatever is written', () => {
    const word = fc.constantFrom(
      ...understood.flatMap(([text]) => text.split(' ')),
      ...refused.flatMap(([text]) => text.split(' ')),
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, moment, zone, (said, at, timeZone) => {
        const when = parseWhen(said, { now: at, zones: { customer: timeZone, asker: 'UTC' } });
        assert.ok('problem' in when || (Number.isInteger(when.at) && when.at >= at));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads back every time it writes; an hour that comes twice as its first coming', () => {
    fc.assert(
      fc.property(moment, zone, fc.integer({ min: 1, max: 10_000 }), (at, timeZone, minutes) => {
        const then = Math.ceil(at / 60_000 + minutes) * 60_000;
        const when = parseWhen(formatWhen(then, timeZone), { now: at, zones });
        if ('problem' in when) return assert.equal(when.problem, 'past');
        assert.ok(when.timeZone === timeZone);
        if (when.shift === 'overlap') assert.ok(then - when.at <= 3_600_000);
        else assert.equal(when.at, then);
      }),
      { numRuns: 2_000 },
    );
  });
});
