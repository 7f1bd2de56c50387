import { fileURLToPath } from 'node:url';
import { waitFor } from '../../program/wait-for.ts';
import { startChild } from '../fast/start-child.ts';
import { lastWords } from './vital-signs.ts';

const entry = fileURLToPath(new URL('../../../bot/index.ts', import.meta.url));
const refusal = /cannot start \([a-z]+\.[a-z-]+\)/;
const patienceMs = 15_000;

/** Starts the program on what it is told, as far as it comes; what was wrong with that, or null: it runs, or it said why not by a code. */
export async function startAnew(env: Readonly<Record<string, string>>, cwd: string): Promise<string | null> {
  const child = startChild(entry, { env, cwd });
  const { process } = child;
  const over = () => process.exitCode !== null || process.signalCode !== null;
  try {
    await waitFor(() => over() || child.output().includes('"listening"'), {
      what: 'the program to start or to refuse',
      deadlineMs: patienceMs,
    });
  } catch {
    return `it neither started nor refused within ${patienceMs / 1_000} s`;
  } finally {
    await child.stop();
  }
  const words = lastWords.exec(child.output());
  if (words !== null) return `it said ${words[0].trim()}`;
  if (process.signalCode !== null) return `it did not stop and ended with ${process.signalCode}`;
  if (process.exitCode === 0 || refusal.test(child.output())) return null;
  return `it ended with ${process.exitCode} and no code: ${child.output().slice(0, 200)}`;
}
