import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';

/** Why agents are read: notifications were missed, something told of them is doubtful, or just to be sure. */
export type WhyRead = 'gap' | 'doubt' | 'look';

export interface ReadingSchedule {
  /** Begins to look again and again. */
  start(): void;
  /** These at once, again and again until they were read. */
  now(agentIds: readonly string[]): void;
  /** This one in so many milliseconds. */
  soon(agentId: string, ms: number): void;
  /** How long a look at everybody takes at the pace of late, milliseconds. */
  roundMs(): number;
  /** What is under way is let go. */
  stop(): void;
}

export interface ReadingTimings {
  /** Before what could not be read after a gap is tried again, milliseconds. */
  readonly retryMs: number;
  /** A look at everybody begins this long after the last began, milliseconds, or when that is done. */
  readonly lookMs: number;
  /** A look asks no more often than this, milliseconds a call. */
  readonly lookCallMs: number;
}

/**
 * Everybody every 40 s, as long as a tenth of the budget of 300 calls a minute is enough for it: 2,000 agents, at 100 a call; of
 * more, each one more rarely.
 */
export const defaultReadingTimings: ReadingTimings = { retryMs: 5_000, lookMs: 40_000, lookCallMs: 2_000 };

/** The most one call of the user listing tells of. */
const perCall = 100;

/** Decides who is read when. Gaps go first and on their own: a look that waits for budget never keeps them waiting. */
export function createReadingSchedule(parts: {
  /** Reads these (at most 100); gives how many calls that took. Throws what the platform call throws. */
  read: (agentIds: readonly string[], why: WhyRead) => Promise<number>;
  everyone: () => readonly string[];
  timings: ReadingTimings;
  clock: Clock;
  log: Logger;
}): ReadingSchedule {
  const { read, everyone, timings, clock, log } = parts;
  const due = new Set<string>();
  /** Doubtful agents, and when each is to be read. */
  const doubted = new Map<string, number>();
  let reading = false;
  let looking = false;
  let callsOfLate = 1;
  let stopped = false;
  let cancelRetry = () => {};
  let cancelDoubt = () => {};
  let cancelLook = () => {};

  async function readDue(): Promise<void> {
    if (reading || stopped) return;
    reading = true;
    cancelRetry();
    while (due.size > 0 && !stopped) {
      const ids = firstOf(due);
      for (const id of ids) due.delete(id);
      try {
        await read(ids, 'gap');
      } catch (error) {
        if (stopped) break;
        for (const id of ids) due.add(id);
        log.warn({ err: error, retryMs: timings.retryMs, agents: due.size }, 'presence not read after a gap');
        cancelRetry = clock.after(timings.retryMs, () => void readDue());
        break;
      }
    }
    reading = false;
  }

  async function readDoubted(): Promise<void> {
    const now = clock.now();
    const ids = firstOf([...doubted].flatMap(([id, at]) => (at <= now ? [id] : [])));
    for (const id of ids) doubted.delete(id);
    if (ids.length > 0) {
      try {
        await read(ids, 'doubt');
      } catch (error) {
        if (!stopped) log.warn({ err: error }, 'doubtful presence not read: left to the next look');
      }
    }
    planDoubted();
  }

  function soon(agentId: string, ms: number): void {
    const at = clock.now() + ms;
    const planned = doubted.get(agentId);
    if (stopped || (planned !== undefined && planned <= at)) return;
    doubted.set(agentId, at);
    planDoubted();
  }

  function planDoubted(): void {
    cancelDoubt();
    if (stopped || doubted.size === 0) return;
    const next = Math.min(...doubted.values());
    cancelDoubt = clock.after(Math.max(0, next - clock.now()), () => void readDoubted());
  }

  /** One part of the round after the other, so that the calls are spread over it. */
  async function look(left: readonly string[], roundBegan: number): Promise<void> {
    if (stopped) return;
    const ids = left.slice(0, perCall);
    const began = clock.now();
    let calls = 1;
    if (ids.length > 0) {
      looking = true;
      try {
        calls = await read(ids, 'look');
        callsOfLate = calls;
      } catch (error) {
        if (!stopped) log.warn({ err: error, retryMs: timings.retryMs }, 'presence not looked at this time');
        // Once more before the next round: two rounds together would be more than a minute.
        for (const id of ids) soon(id, timings.retryMs);
      }
      looking = false;
    }
    if (stopped) return;
    const rest = left.slice(perCall);
    const pauseMs = Math.max(0, calls * timings.lookCallMs - (clock.now() - began));
    if (rest.length > 0) cancelLook = clock.after(pauseMs, () => void look(rest, roundBegan));
    else {
      const waitMs = Math.max(pauseMs, roundBegan + timings.lookMs - clock.now());
      cancelLook = clock.after(waitMs, () => void look([...everyone()], clock.now()));
    }
  }

  return {
    start() {
      if (looking) return;
      cancelLook();
      cancelLook = clock.after(timings.lookMs, () => void look([...everyone()], clock.now()));
    },
    now(agentIds) {
      for (const id of agentIds) due.add(id);
      void readDue();
    },
    soon,
    roundMs: () =>
      Math.max(timings.lookMs, Math.ceil(everyone().length / perCall) * callsOfLate * timings.lookCallMs),
    stop() {
      stopped = true;
      cancelRetry();
      cancelDoubt();
      cancelLook();
    },
  };
}

function firstOf(ids: Iterable<string>): string[] {
  return [...ids].slice(0, perCall);
}
