import { readFile, writeFile } from 'node:fs/promises';
import { startSandbox } from '../src/sandbox/start-sandbox.ts';
import { withEndpointList } from './endpoint-list/endpoint-list.ts';
import { readEndpoints } from './endpoint-list/read-endpoints.ts';
import { noBot } from './program/no-bot.ts';

const page = new URL('../docs/sandbox/endpoints.md', import.meta.url);
const sandbox = await startSandbox({ port: 0, botEndpoint: noBot });
try {
  await writeFile(page, withEndpointList(await readFile(page, 'utf8'), await readEndpoints(sandbox.baseUrl)));
} finally {
  await sandbox.close();
}
