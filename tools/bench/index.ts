import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureStart } from './measure-start.ts';
import { measureTrigger } from './measure-trigger.ts';
import { percentile } from './percentile.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, json: { type: 'boolean', default: false } },
});

const start = await measureStart(5);
const trigger = await measureTrigger(Number(values.rounds));

const round = (value: number) => Math.round(value * 100) / 100;
const summary = (samples: readonly number[]) => ({
  n: samples.length,
  p50Ms: round(percentile(samples, 0.5)),
  p99Ms: round(percentile(samples, 0.99)),
});

const bot = summary(trigger.bot);
const relay = summary(trigger.relay);
const result = {
  machine: { node: process.version, cpus: cpus().length },
  presenceToSend: { bot, relay, ratioP50: round(bot.p50Ms / relay.p50Ms), silent: trigger.silent },
  coldStart: {
    n: start.readyMs.length,
    p50Ms: Math.round(percentile(start.readyMs, 0.5)),
    maxMs: Math.round(Math.max(...start.readyMs)),
  },
  idleMemory: start.idleRssMb.length === 0 ? null : { p50Mb: Math.round(percentile(start.idleRssMb, 0.5)) },
};

console.log(
  `Presence frame → send request, one event a second (${bot.n} samples; bare relay in the same run)`,
);
console.log(`  bot    p50 ${bot.p50Ms} ms   p99 ${bot.p99Ms} ms`);
console.log(`  relay  p50 ${relay.p50Ms} ms   p99 ${relay.p99Ms} ms`);
console.log(`  ratio  p50 ${result.presenceToSend.ratioP50}`);
console.log(
  `Cold start to /readyz 200, sandbox included: p50 ${result.coldStart.p50Ms} ms, longest ${result.coldStart.maxMs} ms`,
);
if (result.idleMemory !== null) console.log(`Idle memory of the bot process: ${result.idleMemory.p50Mb} MB`);
if (values.json) console.log(JSON.stringify(result));
