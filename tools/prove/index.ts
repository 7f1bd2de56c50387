import { randomBytes } from 'node:crypto';
import { readCommand, usage } from './command.ts';
import { runSuites } from './run-suites.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const command = readCommand(process.argv.slice(2), randomBytes(4).toString('hex'));
if (typeof command === 'string') {
  console.error(`${command}\n${usage}`);
  process.exitCode = 2;
} else {
  const { summary, problems } = await runSuites(command, (line) => console.log(line));
  if (command.json) console.log(JSON.stringify(summary));
  process.exitCode = problems.length === 0 ? 0 : 1;
}
