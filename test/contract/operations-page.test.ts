import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { withCatalogue } from '../../tools/operations-page/operations-page.ts';

describe('docs/operations.md', () => {
  it('has every code as the catalogue has it (npm run operations-page writes it)', async () => {
    const page = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    assert.equal(page, withCatalogue(page));
  });
});
