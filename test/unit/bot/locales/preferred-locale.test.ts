import assert from 'node:assert/strict';
import { preferredLocale } from '../../../../bot/locales/preferred-locale.ts';

describe('the language a browser likes best', () => {
  const headers: [string, string | null][] = [
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['en;q=0.5, ja;q=0.7', 'ja'],
    ['pt-BR, es ;q=0.3', 'es'],
    ['fr;q=0, en-GB;q=0.2', 'en'],
    ['fr;q=nonsense', null],
    ['pt-BR', null],
    ['', null],
    [`${'x,'.repeat(5_000)}fr`, 'fr'],
  ];
  for (const [header, expected] of headers)
    it(`of "${header.slice(0, 40)}" is ${expected}`, () => assert.equal(preferredLocale(header), expected));
});
