import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { guarantees } from './guarantees.ts';
import type { Findings } from './suite.ts';
import type { Summary } from './summary.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Writes docs/guarantees.md from a whole run. */
export function writeGuarantees(
  summary: Summary,
  findings: ReadonlyMap<string, Findings>,
  minutes: number,
): void {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const unsaved = git('status', '--porcelain', '--', 'src', 'bot') === '' ? '' : ' with changes';
  writeFileSync(
    `${root}docs/guarantees.md`,
    guarantees(summary, findings, {
      commit: `${git('rev-parse', '--short', 'HEAD')}${unsaved}`,
      date: new Date().toISOString().slice(0, 10),
      node: process.versions.node,
      processors: availableParallelism(),
      command: 'npm run prove',
      minutes,
    }),
  );
}
