import type { Child } from '../fast/start-child.ts';

/** What no program says that has everything in hand: of an exception nobody caught, or the bare lines of a stack. */
export const lastWords =
  /uncaughtException|unhandledRejection|ERR_UNHANDLED|triggerUncaughtException|^ {4}at \S/m;

/** Slower than this counts as hanging; milliseconds. */
const aliveWithinMs = 2_000;

/** What is wrong with the program, as a sentence; null when nothing is. `saidBefore`: so much of its output is judged already. */
export async function vitalSigns(child: Child, url: string, saidBefore = 0): Promise<string | null> {
  const { exitCode, signalCode } = child.process;
  if (exitCode !== null || signalCode !== null) return `it ended with ${exitCode ?? signalCode}`;
  const words = lastWords.exec(child.output().slice(saidBefore));
  if (words !== null) return `it said ${words[0].trim()}`;
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(aliveWithinMs) });
    await answer.arrayBuffer();
    return answer.ok ? null : `/healthz answered ${answer.status}`;
  } catch (cause) {
    return `/healthz gave no answer within 2 s (${cause instanceof Error ? cause.name : cause})`;
  }
}
