/** The sandbox's own time: it runs with the computer's and can be moved ahead of it, never back. */
export interface SandboxClock {
  /** Epoch milliseconds. */
  now(): number;
  /** How far it is ahead of the computer's clock. */
  aheadMs(): number;
  /** Runs once after so many milliseconds of this clock, unless `clear` comes before. */
  later(ms: number, run: () => void): void;
  /** Moves it ahead; what falls due on the way runs at its own time, in order. */
  advance(ms: number): void;
  /** Calls off everything that is still to run. */
  clear(): void;
  /** Clears it, and runs nothing that is asked for from now on: work that outlives the sandbox asks in vain. */
  close(): void;
}

interface Pending {
  readonly dueAt: number;
  readonly run: () => void;
}

/** Longer waits overflow the computer's timers. */
const longestTimer = 3_600_000;

/**
 * `computerNow` gives epoch milliseconds; the clock starts `aheadMs` ahead of it. `failed` hears of a run that threw: it
 * takes neither the process nor the runs after it along.
 */
export function createSandboxClock(
  computerNow: () => number,
  { aheadMs = 0, failed }: { readonly aheadMs?: number; readonly failed: (error: unknown) => void },
): SandboxClock {
  let ahead = aheadMs;
  let pending: Pending[] = [];
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const now = (): number => computerNow() + ahead;

  const arm = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const [next] = pending;
    if (next === undefined) return;
    timer = setTimeout(runDue, Math.min(Math.max(0, next.dueAt - now()), longestTimer));
  };

  const runDue = (): void => {
    const until = now();
    // What a run adds for later waits its turn, so that a chain of zeros cannot hold the process.
    const due = pending.splice(0, positionAfter(until));
    for (const entry of due) attempt(entry);
    arm();
  };

  const attempt = ({ run }: Pending): void => {
    try {
      run();
    } catch (error) {
      failed(error);
    }
  };

  /** Where the first one that falls due later than `at` stands. */
  const positionAfter = (at: number): number => {
    let low = 0;
    let high = pending.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pending[middle]?.dueAt ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    now,
    aheadMs: () => ahead,
    later(ms, run) {
      if (closed) return;
      const entry = { dueAt: now() + ms, run };
      pending.splice(positionAfter(entry.dueAt), 0, entry);
      if (pending[0] === entry) arm();
    },
    advance(ms) {
      const aheadAfter = ahead + ms;
      const target = now() + ms;
      for (let next = pending[0]; next !== undefined && next.dueAt <= target; next = pending[0]) {
        pending.shift();
        ahead += Math.max(0, next.dueAt - now());
        attempt(next);
      }
      ahead = Math.max(ahead, aheadAfter);
      arm();
    },
    clear() {
      pending = [];
      arm();
    },
    close() {
      closed = true;
      this.clear();
    },
  };
}
