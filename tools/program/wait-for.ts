import { setTimeout as wait } from 'node:timers/promises';

type Answer<T> = T | undefined | null | false;

/**
 * Asks `probe` about every 10 ms until it gives something other than undefined, null or false, and gives that back.
 * Fails with `what` when the deadline (5 s unless told) passes first; what the probe last threw is the cause.
 */
export async function waitFor<T>(
  probe: () => Answer<T> | Promise<Answer<T>>,
  { what, deadlineMs = 5000 }: { what: string; deadlineMs?: number },
): Promise<T> {
  const deadline = performance.now() + deadlineMs;
  let cause: unknown;
  for (;;) {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > deadline) throw new Error(`waited ${deadlineMs} ms for ${what}`, { cause });
    await wait(10);
  }
}
