import { deepEqual, equal } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { temporaryDirectory } from '../../tools/program/temporary-directory.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** File → what it may import. The paths are of no real file: the rules read them as they are written. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/example.ts': ['./clock.ts', './errors/reachback-error.ts', 'pino'],
  'src/errors/refusals/example.ts': ['./x.ts', '../catalogue.ts'],
  'src/explain/example.ts': ['./x.ts', '../errors/refusals/x.ts', 'zod'],
  'src/genesys/example.ts': ['./wire/page.ts', '../clock.ts', '../sweep.ts', '../errors/x.ts', 'ws', 'axios'],
  'src/genesys/endpoints/example.ts': ['../wire/page.ts', '../../wait.ts', '../../errors/x.ts', 'zod'],
  'src/graph/example.ts': ['./x.ts', '../clock.ts', '../errors/x.ts', '@microsoft/microsoft-graph-client'],
  'src/observe/example.ts': ['./x.ts', 'pino', 'prom-client'],
  'src/store/example.ts': [
    './migrations/0001-x.ts',
    '../outreach/outreach.ts',
    '../sessions/session.ts',
    '../presence/agent-presence.ts',
    '../errors/x.ts',
    'kysely',
    'pg',
    'node:sqlite',
  ],
  'src/store/migrations/example.ts': ['../schema.ts', 'kysely'],
  'src/outreach/example.ts': ['./x.ts', '../sessions/session.ts', '../errors/x.ts', 'intl-messageformat'],
  'src/outreach/when/example.ts': ['./x.ts', 'temporal-polyfill'],
  'src/policy/example.ts': ['./rules/x.ts', '../outreach/outreach.ts', '../sessions/session.ts'],
  'src/policy/rules/example.ts': ['../held-reason.ts', '../../outreach/outreach.ts', '../../errors/x.ts'],
  'src/config/example.ts': ['../outreach/wording.ts', '../genesys/region-hosts.ts', 'zod'],
  'src/presence/example.ts': ['./x.ts', '../genesys/endpoints/x.ts', '../store/store.ts', '../clock.ts'],
  'src/sessions/example.ts': ['./x.ts', '../genesys/wire/x.ts', '../store/store.ts', '../errors/x.ts'],
  'src/delivery/example.ts': [
    '../policy/may-send.ts',
    '../genesys/endpoints/x.ts',
    '../outreach/x.ts',
    'pino',
  ],
  'src/journeys/example.ts': ['../delivery/x.ts', '../presence/x.ts', '../config/config.ts', '../sweep.ts'],
  'src/journeys/replying/example.ts': ['./x.ts', '../journeys.ts', '../agents/x.ts', '../../sweep.ts', 'zod'],
  'src/journeys/widget/example.ts': ['./x.ts', '../journeys.ts', '../../genesys/endpoints/x.ts', 'jose'],
  'src/journeys/hand-off/bridge/carry/example.ts': [
    './x.ts',
    '../bridge-parts.ts',
    '../../../../errors/x.ts',
    'zod',
  ],
  'src/journeys/hand-off/bridge/example.ts': [
    './x.ts',
    '../../../genesys/endpoints/x.ts',
    'pino',
    'node:crypto',
  ],
  'src/sandbox/example.ts': ['./acts/x.ts', 'fastify', 'ws', 'node:http', 'node:timers/promises'],
  'src/sandbox/acts/example.ts': ['../world/world.ts', '../platform/views/x.ts', 'zod'],
  'src/sandbox/platform/routes/example.ts': ['../../world/world.ts', '../views/x.ts'],
  'bot/example.ts': ['../src/journeys/journeys.ts', './teams/x.ts', 'zod'],
  'bot/server.ts': ['restify', './app.ts'],
  'bot/teams/example.ts': ['botbuilder', 'botframework-connector', '../cards/card.ts'],
  'bot/commands/example.ts': ['../cards/x.ts', '../../src/journeys/journeys.ts'],
  'bot/cards/example.ts': [
    './x.ts',
    '../locales/en.ts',
    '../../src/outreach/outreach.ts',
    '../../src/errors/catalogue.ts',
    'intl-messageformat',
  ],
  'test/unit/bot/teams/example.ts': ['botbuilder'],
  'examples/widget/server/example.ts': ['./x.ts', 'jose', 'esbuild', 'node:http'],
  'examples/widget/page/chat/example.ts': ['./x.ts', '../shop/x.ts', 'react', 'zod'],
};

const clients = ['axios', 'ws', 'kysely', 'pg', 'node:sqlite', 'node:fs', 'node:http', 'fastify', 'restify'];
const teams = ['botbuilder', 'botbuilder-core', 'botframework-connector', 'botframework-connector/lib/x.js'];
const graph = '@microsoft/microsoft-graph-client';

/** Everything below src that is used by others: what a client or the store must not know. */
const users = (up: string) =>
  ['outreach', 'sessions', 'policy', 'presence', 'delivery', 'journeys', 'config', 'sandbox'].map(
    (folder) => `${up}${folder}/x.ts`,
  );

/** File → what it may not import. */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  'src/example.ts': ['./genesys/x.ts', './outreach/x.ts', '../bot/x.ts', ...clients, ...teams],
  'src/errors/refusals/example.ts': ['../../clock.ts', '../../genesys/x.ts', 'zod'],
  'src/explain/example.ts': ['../clock.ts', '../genesys/x.ts', ...clients],
  'src/unnamed/example.ts': ['../clock.ts', '../genesys/x.ts', 'zod'],
  'src/genesys/example.ts': [
    ...users('../'),
    '../graph/x.ts',
    '../store/x.ts',
    '../store/migrations/x.ts',
    '../observe/x.ts',
    './../store/x.ts',
    './wire/../../store/x.ts',
    '../presence/agent-presence.ts',
    ...teams,
    'kysely',
    'fastify',
  ],
  'src/genesys/endpoints/example.ts': [
    ...users('../../'),
    '../../graph/x.ts',
    '../../store/x.ts',
    '../../observe/x.ts',
    '../../../src/store/x.ts',
    '../../../bot/x.ts',
  ],
  'src/graph/example.ts': [...users('../'), '../genesys/x.ts', '../genesys/wire/x.ts', '../store/x.ts', 'ws'],
  'src/observe/example.ts': [
    ...users('../'),
    '../genesys/x.ts',
    '../graph/x.ts',
    '../store/x.ts',
    ...clients,
  ],
  'src/store/example.ts': [
    ...users('../'),
    '../genesys/wire/x.ts',
    '../outreach/next-step.ts',
    '../sessions/session-index.ts',
    '../presence/presence-feed.ts',
    'axios',
    'ws',
  ],
  'src/store/migrations/example.ts': [...users('../../'), '../../observe/x.ts', '../../genesys/x.ts'],
  'src/outreach/example.ts': [
    '../clock.ts',
    '../sweep.ts',
    '../policy/x.ts',
    '../sessions/session-index.ts',
    '../presence/x.ts',
    '../config/config.ts',
    '../store/store.ts',
    'node:crypto',
    'pino',
    ...clients,
  ],
  'src/policy/example.ts': ['../clock.ts', '../presence/x.ts', '../journeys/x.ts', 'zod', ...clients],
  'src/policy/rules/example.ts': ['../../clock.ts', '../../presence/x.ts', '../../sessions/x.ts', 'node:os'],
  'src/config/example.ts': ['../genesys/platform-call.ts', '../journeys/x.ts', '../store/x.ts', ...clients],
  'src/presence/example.ts': [
    ...['journeys', 'delivery', 'policy', 'outreach', 'sandbox', 'graph'].map(
      (folder) => `../${folder}/x.ts`,
    ),
    ...clients,
  ],
  'src/sessions/example.ts': [
    ...['journeys', 'delivery', 'policy', 'outreach', 'sandbox', 'graph'].map(
      (folder) => `../${folder}/x.ts`,
    ),
    ...clients,
  ],
  'src/delivery/example.ts': ['../journeys/x.ts', '../sandbox/x.ts', '../config/x.ts', ...clients, ...teams],
  'src/journeys/example.ts': [...clients, ...teams, '../sandbox/x.ts', '../../bot/x.ts', graph],
  'src/journeys/replying/example.ts': [
    ...clients,
    ...teams,
    '../../sandbox/x.ts',
    '../../../bot/x.ts',
    graph,
    'jose',
  ],
  'src/journeys/widget/example.ts': [...clients, ...teams, '../../sandbox/x.ts', '../../../bot/x.ts', graph],
  'src/sandbox/example.ts': [
    '../clock.ts',
    '../genesys/wire/x.ts',
    '../errors/x.ts',
    '../../bot/x.ts',
    ...teams,
  ],
  'src/sandbox/acts/example.ts': ['../../clock.ts', '../../sessions/session.ts', 'kysely', 'node:sqlite'],
  'src/sandbox/platform/routes/example.ts': ['../../../genesys/x.ts', '../../../outreach/x.ts', 'restify'],
  'bot/example.ts': ['../src/sandbox/sandbox.ts', 'kysely', 'pg', 'ws', 'axios', 'restify', graph, ...teams],
  'bot/server.ts': ['botbuilder', '../src/sandbox/x.ts', 'fastify', 'ws'],
  'bot/teams/example.ts': ['../../src/sandbox/x.ts', 'axios', 'kysely', 'restify', graph],
  'bot/commands/example.ts': ['botbuilder', '../../src/sandbox/x.ts', 'pg'],
  'bot/locales/example.ts': ['botbuilder', 'axios'],
  'bot/cards/example.ts': [
    '../people.ts',
    '../teams/x.ts',
    '../../src/clock.ts',
    '../../src/journeys/journeys.ts',
    '../../src/policy/x.ts',
    'zod',
    'botbuilder',
    ...clients,
  ],
  'tools/example.ts': ['botbuilder', 'kysely', 'pg', 'restify', graph],
  'test/unit/bot/example.ts': ['botbuilder', 'botframework-connector', graph],
  'examples/widget/server/example.ts': [
    '../../../src/clock.ts',
    '../../../bot/door.ts',
    '../../../tools/x.ts',
  ],
  'examples/widget/page/chat/example.ts': [
    '../../server/x.ts',
    '../../../../src/clock.ts',
    'node:fs',
    'jose',
  ],
};

/** Code that reaches for what pure folders must not have. */
const impure = [
  'Date.now()',
  'new Date()',
  'new Date(5).getHours()',
  'Math.random()',
  'crypto.randomUUID()',
  'globalThis.Date',
  'performance.now()',
  'process.env',
  'fetch("http://127.0.0.1")',
  'new WebSocket("ws://127.0.0.1")',
  'setTimeout(() => 1, 5)',
  'setInterval(() => 1, 5)',
  'new Intl.DateTimeFormat("en").format()',
];
const pureCode = ['Math.max(1, 2)', 'new Intl.DateTimeFormat("en").format(5)', 'Number("5")'];
const pureFiles = ['src/outreach/example.ts', 'src/policy/rules/example.ts', 'bot/cards/example.ts'];

const importing = (source: string) => `export { thing } from '${source}';`;
const dynamic = (source: string) => `export const thing = () => import('${source}');`;
const typed = (source: string) => `export type { Thing } from '${source}';`;
const evaluating = (expression: string) => `export const thing = () => ${expression};`;

interface Case {
  readonly file: string;
  readonly code: string;
}

/**
 * The cases the linter lets pass, in one run over a directory of nothing but its rules and these lines. A file name is a
 * pattern of the rules and may come in several cases: each is a line of its own there.
 */
async function passing(cases: readonly Case[]): Promise<Case[]> {
  const { path: directory, remove } = await temporaryDirectory();
  for (const name of ['biome.json', 'tools/lint'])
    await cp(`${root}${name}`, `${directory}/${name}`, { recursive: true });
  const files = Map.groupBy(cases, ({ file }) => file);
  for (const [file, lines] of files) {
    await mkdir(dirname(`${directory}/${file}`), { recursive: true });
    await writeFile(`${directory}/${file}`, lines.map(({ code }) => `${code}\n`).join(''));
  }
  const only = ['style/noRestrictedImports', 'style/noRestrictedGlobals', 'plugin'].map(
    (rule) => `--only=${rule}`,
  );
  const output = await new Promise<string>((resolve) =>
    execFile(
      `${root}node_modules/.bin/biome`,
      ['lint', ...only, '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.'],
      { cwd: directory, maxBuffer: 16 * 1024 * 1024 },
      // It ends with 1 when it found something, which is what it is asked for.
      (_, stdout) => resolve(stdout),
    ),
  );
  await remove();
  const report = lintReport.parse(JSON.parse(output));
  equal(report.summary.unchanged >= files.size, true);
  const refused = new Set(report.diagnostics.map(({ location: { path, start } }) => `${path}:${start.line}`));
  return [...files].flatMap(([file, lines]) =>
    lines.filter((_, index) => !refused.has(`${file}:${index + 1}`)),
  );
}

const lintReport = z.object({
  summary: z.object({ unchanged: z.number() }),
  diagnostics: z.array(
    z.object({ location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }) }),
  ),
});

const casesOf = (table: Readonly<Record<string, readonly string[]>>, write: (source: string) => string) =>
  Object.entries(table).flatMap(([file, sources]) =>
    sources.map((source) => ({ file, code: write(source) })),
  );

describe('import rules', () => {
  it('let every folder import what the design names for it', async () => {
    const cases = casesOf(allowed, importing);
    deepEqual(await passing(cases), cases);
  });

  it('let nothing else through', async () => {
    deepEqual(await passing(casesOf(forbidden, importing)), []);
  });

  it('hold for types, for dynamic imports and for imports without a name alike', async () => {
    const cases = [typed, dynamic, (source: string) => `import '${source}';`].flatMap((write) =>
      casesOf(
        {
          'src/genesys/endpoints/example.ts': ['../../store/x.ts'],
          'src/outreach/example.ts': ['../clock.ts'],
          'src/sandbox/acts/example.ts': ['../../sessions/session.ts'],
          'bot/example.ts': ['botbuilder', '../src/sandbox/x.ts'],
        },
        write,
      ),
    );
    const unreadable = { file: 'bot/example.ts', code: 'export const thing = (at: string) => import(at);' };
    deepEqual(await passing([...cases, unreadable]), []);
  });

  it('keep clock, chance, environment and I/O out of pure code', async () => {
    const casesIn = (expressions: readonly string[]) =>
      pureFiles.flatMap((file) => expressions.map((each) => ({ file, code: evaluating(each) })));
    deepEqual(await passing(casesIn(impure)), []);
    deepEqual(await passing(casesIn(pureCode)), casesIn(pureCode));
  });
});
