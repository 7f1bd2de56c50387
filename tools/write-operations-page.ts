import { readFile, writeFile } from 'node:fs/promises';
import { withCatalogue } from './operations-page/operations-page.ts';

const page = new URL('../docs/operations.md', import.meta.url);
await writeFile(page, withCatalogue(await readFile(page, 'utf8')));
