import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { answerHelp } from '../answer-help.ts';
import { printInvokes } from './invokes/print-invokes.ts';
import { printFanOut } from './print-fan-out.ts';
import { printSeed } from './print-seed.ts';
import { printStart } from './print-start.ts';
import { printTrigger } from './print-trigger.ts';

/** Each measures, prints its lines and gives its part of the JSON result. */
const parts = {
  start: () => printStart(),
  trigger: (rounds: number) => printTrigger(rounds),
  seed: () => printSeed(),
  'fan-out': () => printFanOut(),
  invokes: () => printInvokes(),
};

const usage = `Usage: npm run bench -- [--only ${Object.keys(parts).join('|')}] [--rounds N] [--json]`;

/** What was asked for; null, with the reason said, when there is no such thing. */
function readOrder() {
  try {
    const { values } = parseArgs({
      options: {
        rounds: { type: 'string', default: '3' },
        only: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const { rounds, only, json } = values;
    const wanted = Object.entries(parts).filter(([name]) => only === undefined || only === name);
    if (!/^[1-9]\d{0,2}$/.test(rounds)) console.error(`"${rounds}" is no number of rounds.`);
    else if (wanted.length > 0) return { rounds: Number(rounds), wanted, json };
    else console.error(`There is nothing to measure called "${only}".`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  console.error(usage);
  return null;
}

answerHelp(usage);
const asked = readOrder();
if (asked === null) process.exitCode = 1;
else {
  const { rounds, wanted, json } = asked;
  const result: Record<string, unknown> = { machine: { node: process.version, cpus: cpus().length } };
  for (const [, measure] of wanted) Object.assign(result, await measure(rounds));
  if (json) console.log(JSON.stringify(result));
}
