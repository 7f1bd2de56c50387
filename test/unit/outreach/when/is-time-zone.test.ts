import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatWhen } from '../../../../src/outreach/when/format-when.ts';
import { isTimeZone } from '../../../../src/outreach/when/is-time-zone.ts';

describe('isTimeZone', () => {
  for (const name of [
    'Europe/Berlin',
    'us/pacific',
    'Asia/Calcutta',
    'UTC',
    'EST5EDT',
    'Australia/Lord_Howe',
    '+05:45',
  ])
    it(`knows ${name}`, () => assert.equal(isTimeZone(name), true));

  for (const name of [
    '',
    ' ',
    'Mars/Base',
    'GMT+2',
    'W. Europe Standard Time',
    '2026-11-21T00:00[Europe/Berlin]',
  ])
    it(`knows no "${name}"`, () => assert.equal(isTimeZone(name), false));

  // What some tables know by them is another place than people mean.
  for (const name of ['BST', 'IST', 'PST', 'JST', 'ACT', 'CST', 'AST'])
    it(`takes the abbreviation ${name} for none`, () => assert.equal(isTimeZone(name), false));

  it('says yes to no name that time cannot be told by', () => {
    const names = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.stringMatching(/^[A-Z]{2,4}$/),
      fc.stringMatching(/^[+-][0-9]{2}:?[0-9]{2}$/),
    );
    fc.assert(
      fc.property(names, (name) => {
        if (isTimeZone(name)) assert.ok(formatWhen(0, name).endsWith(name));
      }),
      { numRuns: 500 },
    );
  });
});
