import assert from 'node:assert/strict';
import { locales } from '../../../../bot/locales/locale.ts';
import { whenWords } from '../../../../bot/locales/when-words.ts';
import { formatWhen } from '../../../../src/outreach/when/format-when.ts';

describe('a moment in words', () => {
  it('is written in each language’s manner, by the clock it was written down by', () => {
    const at = Date.UTC(2026, 10, 22, 8, 5);
    assert.deepEqual(
      locales.map((locale) => whenWords(formatWhen(at, 'Europe/Berlin'), locale)),
      [
        'Sun, Nov 22, 2026, 09:05 (Europe/Berlin)',
        'So., 22. Nov. 2026, 09:05 (Europe/Berlin)',
        'dim. 22 nov. 2026, 09:05 (Europe/Berlin)',
        'dom, 22 nov 2026, 09:05 (Europe/Berlin)',
        '2026年11月22日(日) 09:05 (Europe/Berlin)',
      ],
    );
    assert.match(whenWords(formatWhen(Date.UTC(2026, 0, 1), 'UTC'), 'de'), /1\. Jan\. 2026, 00:00 \(UTC\)/);
  });

  it('is left as it is in any other form', () => {
    for (const text of ['', 'tomorrow', '2026-11-22T09:00Z', '<b>2026-11-22 09:00 UTC'])
      assert.equal(whenWords(text, 'fr'), text);
  });
});
