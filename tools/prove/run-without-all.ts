import type { Command } from './command.ts';
import { protections } from './protections.ts';
import { ranThrough, runSuites } from './run-suites.ts';

/** Takes out one protection after the other; gives the names of those that nothing missed. */
export async function runWithoutAll(command: Command, say: (line: string) => void): Promise<string[]> {
  const unmissed: string[] = [];
  for (const { name, suite } of protections) {
    if (command.only !== null && suite !== command.only) continue;
    const lines: string[] = [];
    const { problems } = await runSuites({ ...command, only: suite, without: name }, (line) =>
      lines.push(line),
    );
    // One that broke has proved nothing of the protection.
    const first = problems.find(({ promise }) => promise !== ranThrough);
    say(
      `${first === undefined ? '✗' : '✓'} without ${name}: ${first === undefined ? (problems[0]?.what ?? 'nothing was missed') : first.promise}`,
    );
    if (first !== undefined) continue;
    unmissed.push(name);
    for (const line of lines) say(line);
  }
  return unmissed;
}
