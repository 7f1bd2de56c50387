import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { printInvokes } from './invokes/print-invokes.ts';
import { printFanOut } from './print-fan-out.ts';
import { printSeed } from './print-seed.ts';
import { printStart } from './print-start.ts';
import { printTrigger } from './print-trigger.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

/** Each measures, prints its lines and gives its part of the JSON result. */
const parts = {
  start: printStart,
  trigger: () => printTrigger(Number(values.rounds)),
  seed: printSeed,
  'fan-out': printFanOut,
  invokes: printInvokes,
};

const wanted = Object.entries(parts).filter(([name]) => values.only === undefined || values.only === name);
if (wanted.length === 0) {
  console.error(`--only takes one of ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 1;
} else {
  const result: Record<string, unknown> = { machine: { node: process.version, cpus: cpus().length } };
  for (const [, measure] of wanted) Object.assign(result, await measure());
  if (values.json) console.log(JSON.stringify(result));
}
