import type { Command } from './command.ts';
import type { Findings, Problem } from './suite.ts';
import { suites } from './suites.ts';
import { type Summary, summaryOf } from './summary.ts';

/** Runs what was asked for, suite by suite, and says how each went. */
export async function runSuites(
  { only, size, rounds, seed, at, without }: Command,
  say: (line: string) => void,
): Promise<{ summary: Summary; problems: Problem[]; findings: ReadonlyMap<string, Findings> }> {
  const findings = new Map<string, Findings>();
  for (const suite of suites.filter(({ name }) => only === null || name === only)) {
    const startedAt = performance.now();
    say(`\n${suite.name} (seed ${seed})`);
    const found = await suite.run({ size, rounds, seed, at, without, say: (line) => say(`  ${line}`) });
    findings.set(suite.name, found);
    for (const line of found.told) say(`  ${line}`);
    for (const { promise, what, replay } of found.problems) say(`  ✗ ${promise}: ${what}\n    ${replay}`);
    say(
      `  ${found.problems.length === 0 ? '✓' : '✗'} ${Math.round((performance.now() - startedAt) / 1000)} s`,
    );
  }
  const all = [...findings.values()];
  return {
    summary: summaryOf(
      all.map(({ figures }) => figures),
      [seed],
    ),
    problems: all.flatMap(({ problems }) => problems),
    findings,
  };
}
