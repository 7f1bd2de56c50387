import type { Command } from './command.ts';
import { problemsOf } from './problems-of.ts';
import type { Findings, Problem, Suite, SuiteName } from './suite.ts';
import { suites } from './suites.ts';
import { type Summary, summaryOf } from './summary.ts';

/** In the short form these run beside the others: each waits more than it works. */
const besides: readonly SuiteName[] = ['sockets', 'storm', 'malformed'];

/** Runs what was asked for, suite by suite, and says how each went. */
export async function runSuites(
  command: Command,
  say: (line: string) => void,
): Promise<{ summary: Summary; problems: Problem[]; findings: ReadonlyMap<SuiteName, Findings> }> {
  const { only, size, seed } = command;
  const wanted = suites.filter(({ name }) => only === null || name === only);
  const aside = size === 'short' ? wanted.filter(({ name }) => besides.includes(name)) : [];
  const lanes = [wanted.filter((suite) => !aside.includes(suite)), aside].filter(({ length }) => length > 0);
  const findings = new Map<SuiteName, Findings>();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const suite of lane) {
        const lines: string[] = [];
        findings.set(
          suite.name,
          await runSuite(suite, command, lanes.length === 1 ? say : (line) => lines.push(line)),
        );
        for (const line of lines) say(line);
      }
    }),
  );
  const all = wanted.flatMap(({ name }) => findings.get(name) ?? []);
  return {
    summary: summaryOf(
      all.map(({ figures }) => figures),
      [seed],
    ),
    problems: all.flatMap(({ problems }) => problems),
    findings: new Map(wanted.flatMap(({ name }) => entryOf(findings, name))),
  };
}

/** Said of a suite that proved nothing: it broke itself. */
export const ranThrough = 'the suite runs to its end';

async function runSuite(
  suite: Suite,
  { size, rounds, seed, at, without }: Command,
  say: (line: string) => void,
): Promise<Findings> {
  const startedAt = performance.now();
  say(`\n${suite.name} (seed ${seed})`);
  const order = { size, rounds, seed, at, without, say: (line: string) => say(`  ${line}`) };
  const found = await suite.run(order).catch((error: unknown): Findings => {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const where = { order, suite: suite.name, world: at, kept: null };
    return { figures: {}, problems: problemsOf([{ promise: ranThrough, what }], where), told: [] };
  });
  for (const line of found.told) say(`  ${line}`);
  for (const { promise, what, replay } of found.problems) say(`  ✗ ${promise}: ${what}\n    ${replay}`);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  say(`  ${found.problems.length === 0 ? '✓' : '✗'} ${seconds} s`);
  return found;
}

function entryOf(findings: ReadonlyMap<SuiteName, Findings>, name: SuiteName): [SuiteName, Findings][] {
  const found = findings.get(name);
  return found === undefined ? [] : [[name, found]];
}
