import { randomBytes } from 'node:crypto';
import { answerHelp } from '../answer-help.ts';
import { type Command, readCommand, usage } from './command.ts';
import { runSuites } from './run-suites.ts';
import { runWithoutAll } from './run-without-all.ts';
import { writeGuarantees } from './write-guarantees.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

answerHelp(usage);
const command = readCommand(process.argv.slice(2), randomBytes(4).toString('hex'));
if (typeof command === 'string') {
  console.error(`${command}\n${usage}`);
  process.exitCode = 2;
} else {
  const held = await prove(command);
  // Said now: what stops PostgreSQL when a process ends on its own ends it as if all were well.
  process.exit(held ? 0 : 1);
}

/** True when every promise held, or, without its protections, every suite noticed. */
async function prove(asked: Command): Promise<boolean> {
  const say = (line: string) => console.log(line);
  if (asked.without === 'all') return (await runWithoutAll(asked, say)).length === 0;
  const startedAt = performance.now();
  const { summary, problems, findings } = await runSuites(asked, say);
  const { rounds, at, without, size, seed, json } = asked;
  const minutes = (performance.now() - startedAt) / 60_000;
  if (size === 'full' && rounds === null && at === null && without === null)
    say(
      writeGuarantees(findings, { seed, minutes })
        ? 'docs/guarantees.md is written'
        : 'kept for docs/guarantees.md, which waits for the other suites on this commit',
    );
  if (json) console.log(JSON.stringify(summary));
  return problems.length === 0;
}
