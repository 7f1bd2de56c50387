import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { withRouteTable } from '../../tools/route-page/route-page.ts';

describe('docs/routes.md', () => {
  it('prints the table the product goes by (npm run route-page)', async () => {
    const page = await readFile(new URL('../../docs/routes.md', import.meta.url), 'utf8');
    assert.equal(withRouteTable(page), page);
  });
});
