import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigError } from '../../src/config/config-error.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { answerHelp } from '../answer-help.ts';
import { inLines, timetableInLines } from './in-lines.ts';
import { openLetters } from './open-letters.ts';

const usage = `Usage: npm run webhooks -- list [--all] [--json]     what was given up or not wanted; --all: what still waits, too
       npm run webhooks -- redrive <id>|all         starts the timetable of one, or of all given up, over
       npm run webhooks -- timetable                when an event goes again`;

answerHelp(usage);
try {
  process.exitCode = await run();
} catch (error) {
  if (error instanceof ConfigError) console.error(`The configuration does not hold:\n${error.explain()}`);
  else if (error instanceof ReachbackError)
    console.error(`${error.code}: ${error.message}\nLikely: ${error.likely}\n${error.next}`);
  else console.error(error instanceof Error ? `${error.message}\n${usage}` : error);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const [what, which] = positionals;
  if (what === 'timetable') {
    console.log(timetableInLines());
    return 0;
  }
  if (!(what === 'list' || (what === 'redrive' && which !== undefined))) {
    console.error(usage);
    return 2;
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const letters = await openLetters(readConfig(process.env));
  try {
    if (what === 'redrive' && which !== undefined) {
      const driven = await letters.redrive(which);
      console.log(values.json ? JSON.stringify({ driven }) : `${driven} to be sent again.`);
      return 0;
    }
    const listed = { counts: await letters.counts(), events: await letters.list(values.all) };
    console.log(values.json ? JSON.stringify(listed) : inLines(listed));
    return 0;
  } finally {
    await letters.close();
  }
}
