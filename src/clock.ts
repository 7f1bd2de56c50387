/** Time, passed in: tests move it, decisions take `now()` as a value. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs once after so many milliseconds; the returned function cancels. */
  after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
