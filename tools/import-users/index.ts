import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigError } from '../../src/config/config-error.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { estimateInWords, perMinuteOf } from './estimate-in-words.ts';
import { importUsers } from './import-users.ts';
import { fromTheBeginning, type KeptProgress, progressBook } from './kept-progress.ts';
import { openGround } from './open-ground.ts';
import { createProgressLine } from './progress-line.ts';
import { openUserFile } from './read/read-users.ts';
import { openRejectedRows, rejectedPaths } from './rejected-rows.ts';
import { reportInLines } from './report.ts';
import { digestOf, survey } from './survey.ts';

const usage = `Usage: npm run import-users -- <file.ndjson|file.csv> [options]
  --dry-run              read the file, say what is wrong with it and how long it would take, ask the platform nothing
  --user-id <name>       which of userId, externalId, id is the user's id; by itself the first of these a row has
  --rate <n>             requests a minute the client may make, 300 unless your organisation has more
  --anew                 from the beginning, though the file was imported or begun before
  --json                 the report as JSON, last line
Ends with 0: all imported · 3: all read, some rows were not imported · 1: stopped, run it again to go on · 2: not begun · 130: Ctrl-C, run it again to go on`;

const idNames = ['userId', 'externalId', 'id'] as const;

try {
  process.exitCode = await run();
} catch (error) {
  if (error instanceof ConfigError) console.error(`The configuration does not hold:\n${error.explain()}`);
  else if (error instanceof ReachbackError)
    console.error(`${error.code}: ${error.message}\nLikely: ${error.likely}\n${error.next}`);
  else console.error(error instanceof Error ? error.message : error);
  const begun =
    !(error instanceof ConfigError) && !(error instanceof ReachbackError && error.code.startsWith('import.'));
  if (begun) console.error('Stopped. What was done is written down: run it again to go on.');
  process.exitCode = begun ? 1 : 2;
}

async function run(): Promise<number> {
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
  const [path] = positionals;
  const idName = idNames.find((name) => name === values['user-id']) ?? null;
  const perMinute = perMinuteOf(values.rate);
  if (path === undefined || perMinute === null || (values['user-id'] !== undefined && idName === null)) {
    console.error(usage);
    return 2;
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const file = await openUserFile(path, idName);
  let told = 0;
  const seen = await survey(file, (line, reason) => {
    told += 1;
    if (told <= 20) console.error(`line ${line}: ${reason}`);
    if (told === 21) console.error('… and more; all of them are listed beside the file once it is imported.');
  });
  console.log(estimateInWords(seen, perMinute));
  if (values['dry-run']) {
    if (values.json) console.log(JSON.stringify(seen));
    return seen.report.bad > 0 ? 3 : 0;
  }

  const ground = await openGround(config, perMinute);
  const interrupted = new AbortController();
  const interrupt = (): void => {
    if (interrupted.signal.aborted) process.exit(130);
    console.error('\nStopping after the users that are under way; Ctrl-C again stops at once.');
    interrupted.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    const book = progressBook(ground.store.settings);
    const digest = await digestOf(path);
    const kept = values.anew ? fromTheBeginning : await book.of(digest);
    if (kept.done) console.log('This very file was imported before; --anew does it again.');
    else if (kept.report.rows > 0) console.log(`Goes on at line ${kept.line}.`);
    const progress = kept.done ? kept : await goOn(kept, path);
    console.log(reportInLines(progress.report));
    const { conflicting, bad } = progress.report;
    if (conflicting + bad > 0)
      console.log(
        `Not imported: ${rejectedPaths(path).rows}, with the reasons in ${rejectedPaths(path).reasons}.`,
      );
    if (values.json) console.log(JSON.stringify({ ...progress.report, done: progress.done }));
    if (!progress.done) return 130;
    return conflicting + bad > 0 ? 3 : 0;

    async function goOn(from: KeptProgress, of: string): Promise<KeptProgress> {
      const rejected = openRejectedRows(rejectedPaths(of), file.head, from.rejected);
      const line = createProgressLine({
        bytes: file.bytes,
        tty: process.stdout.isTTY === true,
        write: (text) => process.stdout.write(text),
        now: Date.now,
      });
      try {
        return await importUsers({
          file,
          progress: from,
          contacts: ground.contacts,
          userSource: config.widget?.userSource ?? 'Zendesk',
          externalIdSource: config.widget?.externalIdSource ?? 'CRM',
          rejected,
          signal: interrupted.signal,
          onRow: line.show,
          now: Date.now,
          keep: (each) => book.put(digest, each),
        });
      } finally {
        line.end();
        rejected.close();
      }
    }
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    await ground.close();
  }
}
