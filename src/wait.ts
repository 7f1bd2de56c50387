import type { Clock } from './clock.ts';

/** Resolves after so many milliseconds of this clock, or at once when `cut`, if given, is aborted. */
export function wait(clock: Clock, ms: number, cut?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (cut?.aborted) return resolve();
    const done = () => {
      cancel();
      cut?.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.after(ms, done);
    cut?.addEventListener('abort', done, { once: true });
  });
}
