import { readFile, writeFile } from 'node:fs/promises';
import { withTeamsErrors } from './teams-error-page/teams-error-page.ts';

const page = new URL('../docs/teams-errors.md', import.meta.url);
await writeFile(page, withTeamsErrors(await readFile(page, 'utf8')));
