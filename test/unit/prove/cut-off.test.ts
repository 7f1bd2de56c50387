import { deepEqual, equal } from 'node:assert/strict';
import { cutOff, cutOffWords } from '../../../tools/prove/kills/cut-off.ts';

describe('cutOff', () => {
  const lives = [
    { from: 0, until: 100, at: 'a random moment' },
    { from: 150, until: 300, at: 'after store outreach sending' },
  ];

  it('tells at which kill each attempt was cut off, and how old it was', () => {
    deepEqual(cutOff([299, 90, 120], lives), [
      { at: 'after store outreach sending', afterMs: 1 },
      { at: 'a random moment', afterMs: 10 },
    ]);
  });

  it('counts the kinds, the commonest first', () => {
    equal(
      cutOffWords(cutOff([299, 90, 60], lives)),
      '2 at a random moment (10 to 40 ms after it was written), ' +
        '1 at after store outreach sending (1 ms after it was written)',
    );
  });
});
