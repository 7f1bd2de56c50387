import { setTimeout as pause } from 'node:timers/promises';
import { waitFor } from '../../program/wait-for.ts';
import { createChance } from '../chance.ts';
import { takeOut } from '../ground/take-out.ts';
import type { Findings, Order, Problem, Suite } from '../suite.ts';
import { compareSent } from './compare-sent.ts';
import { type EarlyCall, earlyCalls } from './early-calls.ts';
import { endsOfComings } from './ends-of-comings.ts';
import { type Drain, measureDrain } from './measure-drain.ts';
import { type Coming, rain } from './rain.ts';
import { type StormWorld, startStormWorld } from './storm-world.ts';
import { teamsEarlyCalls, watchTeams } from './teams-early-calls.ts';
import { chatRestSeconds, throttle } from './throttle.ts';

/** As fast as two processors carry thousands of changes. */
const times = 10;
/** The drain is measured against the clock: what the computer takes for itself counts so often. */
const drainTimes = { short: 10, full: 5 };
const sizes = {
  short: { events: 300, agents: 60, drained: 300 },
  // Of the 2,000 latest customers, as many as are looked at, some 1,300 may be written to.
  full: { events: 10_000, agents: 1_000, drained: 1_030 },
};
/** Less than the program reckons with, so that the limit itself refuses, too. */
const stormPerMinute = 240;
const drainPerMinute = 300;
const mostRatio = 1.1;

/** More presence changes than the platform's limit lets through, while it and Teams throttle; then a measured drain. */
export const stormSuite: Suite = {
  name: 'storm',
  async run(order) {
    const drain = await drainAlone(order);
    const storm = await stormAlone(order);
    return findingsOf(order, drain, storm);
  },
};

interface Stormed {
  readonly events: number;
  readonly refused: number;
  readonly early: readonly EarlyCall[];
  /** Milliseconds of the fast time after the rest was asked for. */
  readonly earlyToTeams: readonly number[];
  readonly dropped: readonly string[];
  readonly ends: ReadonlyMap<string, number>;
  readonly unlike: readonly string[];
}

async function drainAlone({ size, seed, without, say }: Order): Promise<Drain> {
  const { drained } = sizes[size];
  const ground = await startStormWorld({
    times: drainTimes[size],
    seed: `${seed}/drain`,
    agents: drained + 100,
    conversations: drained * 6,
    perMinute: drainPerMinute,
    order: takeOut(without),
  });
  try {
    const drain = await measureDrain(ground, drained, drainPerMinute);
    for (const [what, count] of drain.calls) say(`drain: ${count} × ${what}`);
    return drain;
  } finally {
    await ground.stop();
  }
}

async function stormAlone({ size, seed, without, rounds }: Order): Promise<Stormed> {
  const { agents, ...sized } = sizes[size];
  const events = rounds ?? sized.events;
  const ground = await startStormWorld({
    times,
    seed,
    agents,
    conversations: 600 + events,
    perMinute: stormPerMinute,
    order: takeOut(without),
  });
  const teams = watchTeams(ground);
  try {
    await ground.set(
      ground.agents.map(({ id }) => id),
      'Busy',
    );
    await throttle(ground.world.sandbox, seed);
    const comings = await rain(ground, events, createChance(seed));
    await quietened(ground, comings);
    await teams.stop();
    const { conversations } = (await ground.world.sandbox.state()).teams;
    const channels = conversations.flatMap(({ id, kind }) => (kind === 'channel' ? [id] : []));
    const outreaches = ground.outreaches.all();
    const { ends, dropped } = endsOfComings(comings, outreaches, linesOf(ground));
    return {
      events,
      refused: ground.calls.filter(({ status }) => status === 429).length,
      early: earlyCalls(ground.calls, times),
      earlyToTeams: teamsEarlyCalls(teams.calls, {
        times,
        restSeconds: chatRestSeconds,
        exempt: new Set(channels),
      }),
      dropped: dropped.map(({ agentId, after }) => {
        const theirs = outreaches.filter(({ eventId }) => eventId.startsWith(agentId));
        const told = theirs.map(({ eventId, state }) => `${eventId.slice(agentId.length + 1)} ${state}`);
        return `${agentId} at ${after} (${told.join(', ')})`;
      }),
      ends,
      unlike: await compareSent(ground, outreaches),
    };
  } finally {
    await teams.stop();
    await ground.stop();
  }
}

/** Until nothing is under way any more: it is known of everybody what became of them, no outreach waits, and hardly a call is made for a minute. */
async function quietened(ground: StormWorld, comings: readonly Coming[]): Promise<void> {
  const { clock } = ground.world;
  const underWay = new Set(['proposed', 'approved', 'sending', 'unknown']);
  const deadlineMs = clock.real(900_000 + (comings.length * 6 * 60_000) / stormPerMinute);
  async function isOver(): Promise<boolean> {
    // The log is long: looked at now and then.
    await pause(1_000);
    const outreaches = ground.outreaches.all();
    if (outreaches.some(({ state }) => underWay.has(state))) return false;
    return endsOfComings(comings, outreaches, linesOf(ground)).dropped.length === 0;
  }
  await waitFor(isOver, { what: 'every outreach to end', deadlineMs }).catch(() => {});
  await ground.calm(600_000).catch(() => {});
}

function linesOf({ world }: StormWorld): readonly string[] {
  return world.program.output().split('\n');
}

function findingsOf(order: Order, drain: Drain, storm: Stormed): Findings {
  const { seed, without } = order;
  const replay = `npm run prove -- --only storm --seed ${seed}${order.size === 'short' ? ' --short' : ''}${without === null ? '' : ` --without ${without}`}`;
  const problem = (promise: string, what: string): Problem => ({ promise, what, replay });
  const early = storm.early.length + storm.earlyToTeams.length;
  return {
    figures: {
      throttled: {
        dropped: storm.dropped.length,
        earlyCalls: early,
        drainRatio: Number(drain.ratio.toFixed(3)),
      },
      duplicates: storm.unlike.filter((what) => what.includes('twice')).length,
    },
    problems: [
      ...(storm.dropped.length > 0
        ? [problem('0 dropped', `${storm.dropped.length} of them: ${storm.dropped.slice(0, 3).join(', ')}`)]
        : []),
      ...(early > 0
        ? [
            problem(
              '0 calls before Retry-After',
              [
                `${storm.early.length} to the platform, ${storm.earlyToTeams.length} to Teams`,
                ...storm.early.slice(0, 10).map(toldEarly),
                ...storm.earlyToTeams.slice(0, 10).map((ms) => `to Teams ${ms} ms after it asked for rest`),
              ].join('; '),
            ),
          ]
        : []),
      // A push shares its computer with others: there the time is told, and judged in the full form.
      ...(drain.ratio > mostRatio && (order.size === 'full' || without !== null)
        ? [
            problem(
              'drain within 10 % of the least',
              `${drain.sent} sent in ${drain.seconds.toFixed(0)} s, ${drain.ratio.toFixed(2)} times the least`,
            ),
          ]
        : []),
      ...(storm.refused === 0 ? [problem('a storm with 429s in it', 'the platform refused nothing')] : []),
      ...storm.unlike.map((what) => problem('the ledger equals what customers got', what)),
    ],
    told: [
      `${storm.events} presence changes, ${storm.refused} calls answered 429, ${early} made too early, ${storm.dropped.length} dropped`,
      `what became of who came: ${[...storm.ends].map(([end, count]) => `${count} ${end}`).join(', ')}`,
      `drain: ${drain.sent} sent and ${drain.held} held in ${drain.seconds.toFixed(0)} s, ${drain.ratio.toFixed(3)} times the least the limit leaves`,
    ],
  };
}

function toldEarly({ call: { method, path }, afterMs, sameConnection }: EarlyCall): string {
  return `${method} ${path} ${afterMs.toFixed(0)} ms after it was told on ${sameConnection ? 'the same' : 'another'} connection`;
}
