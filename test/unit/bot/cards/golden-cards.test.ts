import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardSamples } from './card-samples.ts';

const folder = join(import.meta.dirname, 'golden');

/** `WRITE_GOLDEN=1 npx mocha …` writes the files anew; the change is then read in review. */
const rewrite = process.env.WRITE_GOLDEN === '1';

describe('cards, against their golden files', () => {
  const samples = cardSamples();

  for (const [name, card] of samples) {
    it(name, () => {
      const file = join(folder, `${name}.json`);
      const json = `${JSON.stringify(card, null, 2)}\n`;
      if (rewrite) writeFileSync(file, json);
      assert.equal(json, readFileSync(file, 'utf8'));
    });
  }

  it('has no golden file without a card', () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
    assert.deepEqual(
      names.filter((name) => !samples.has(name)),
      [],
    );
  });
});
