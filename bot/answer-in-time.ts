import type { Clock } from '../src/clock.ts';

/**
 * What `work` gives, or after so many milliseconds what `late` says instead; the work goes on, and what becomes of it then is
 * its own affair. Throws what it throws in time.
 */
export function answerInTime<T>(
  work: Promise<T>,
  { clock, ms }: { readonly clock: Clock; readonly ms: number },
  late: () => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(late()));
    work.then(resolve, reject).finally(cancel);
  });
}
