import { equal } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { withTeamsErrors } from '../../tools/teams-error-page/teams-error-page.ts';

describe('docs/teams-errors.md', () => {
  it('prints the table the product goes by (npm run teams-error-page)', async () => {
    const page = await readFile(new URL('../../docs/teams-errors.md', import.meta.url), 'utf8');
    equal(withTeamsErrors(page), page);
  });
});
