import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { guarantees } from './guarantees.ts';
import { keptFindings } from './kept-findings.ts';
import type { Findings, SuiteName } from './suite.ts';
import { summaryOf } from './summary.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Keeps what suites of the full form found, and writes docs/guarantees.md once every suite was run on this commit. True when it did. */
export function writeGuarantees(
  found: ReadonlyMap<SuiteName, Findings>,
  { seed, minutes }: { seed: string; minutes: number },
): boolean {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const unsaved = git('status', '--porcelain', '--', 'src', 'bot') === '' ? '' : ' with changes';
  const commit = `${git('rev-parse', '--short', 'HEAD')}${unsaved}`;
  const findings = keptFindings(`${root}data/prove/${commit}`);
  for (const [suite, of] of found)
    findings.keep(suite, { seed, minutes: minutes / found.size, findings: of });
  const all = findings.all();
  if (all === null) return false;
  const runs = [...all.values()];
  writeFileSync(
    `${root}docs/guarantees.md`,
    guarantees(
      summaryOf(
        runs.map(({ findings: { figures } }) => figures),
        [...new Set(runs.map((run) => run.seed))],
      ),
      new Map([...all].map(([suite, run]) => [suite, run.findings])),
      {
        commit,
        date: new Date().toISOString().slice(0, 10),
        node: process.versions.node,
        processors: availableParallelism(),
        command: 'npm run prove',
        minutes: Math.round(runs.reduce((sum, run) => sum + run.minutes, 0)),
      },
    ),
  );
  return true;
}
