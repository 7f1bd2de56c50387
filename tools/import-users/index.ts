import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigError } from '../../src/config/config-error.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { answerHelp } from '../answer-help.ts';
import { estimateInWords, perMinuteOf } from './estimate-in-words.ts';
import { openUserFile } from './read/read-users.ts';
import { type ImportOrder, runImport } from './run-import.ts';
import { survey } from './survey.ts';

const usage = `Usage: npm run import-users -- <file.ndjson|file.csv> [options]
  --dry-run              read the file, say what is wrong with it and how long it would take, ask the platform nothing
  --user-id <name>       which of userId, externalId, id is the user's id; by itself the first of these a row has
  --rate <n>             requests a minute the client may make, 300 unless your organisation has more
  --anew                 from the beginning, though the file was imported or begun before
  --json                 the report as JSON, last line
Ends with 0: all imported · 3: all read, some rows were not imported · 1: stopped, run it again to go on · 2: not begun · 130: Ctrl-C, run it again to go on`;

const idNames = ['userId', 'externalId', 'id'] as const;
const mostTold = 20;

/** Once an import has begun, what ends it leaves something to go on from. */
let begun = false;

answerHelp(usage);
try {
  process.exitCode = await run();
} catch (error) {
  if (error instanceof ConfigError) console.error(`The configuration does not hold:\n${error.explain()}`);
  else if (error instanceof ReachbackError)
    console.error(`${error.code}: ${error.message}\nLikely: ${error.likely}\n${error.next}`);
  else console.error(error instanceof Error ? error.message : error);
  if (begun) console.error('Stopped. What was done is written down: run it again to go on.');
  process.exitCode = begun ? 1 : 2;
}

async function run(): Promise<number> {
  const order = readOrder();
  if (order === null) {
    console.error(usage);
    return 2;
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const file = await openUserFile(order.path, order.idName);
  let told = 0;
  const seen = await survey(file, (line, reason) => {
    told += 1;
    if (told <= mostTold) console.error(`line ${line}: ${reason}`);
    if (told === mostTold + 1)
      console.error('… and more; all of them are listed beside the file once it is imported.');
  });
  console.log(estimateInWords(seen, order.perMinute));
  if (order.dryRun) {
    if (order.json) console.log(JSON.stringify(seen));
    return seen.report.bad > 0 ? 3 : 0;
  }
  begun = true;
  return runImport(order, file, config);
}

/** What was asked for; null: that is no order. */
function readOrder(): (ImportOrder & { readonly dryRun: boolean }) | null {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        'user-id': { type: 'string' },
        rate: { type: 'string', default: '300' },
        anew: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [path, ...more] = positionals;
    const idName = idNames.find((name) => name === values['user-id']) ?? null;
    const perMinute = perMinuteOf(values.rate);
    const known = values['user-id'] === undefined || idName !== null;
    if (path === undefined || more.length > 0 || perMinute === null || !known) return null;
    const { anew, json, 'dry-run': dryRun } = values;
    return { path, idName, perMinute, anew, json, dryRun };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}
