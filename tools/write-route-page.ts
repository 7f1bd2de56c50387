import { readFile, writeFile } from 'node:fs/promises';
import { withRouteTable } from './route-page/route-page.ts';

const page = new URL('../docs/routes.md', import.meta.url);
await writeFile(page, withRouteTable(await readFile(page, 'utf8')));
