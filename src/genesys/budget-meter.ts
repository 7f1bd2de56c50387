import type { Clock } from '../clock.ts';
import { ReachbackError } from '../errors/reachback-error.ts';

/**
 * Approved sends go before everything we ask (truth checks, lists, channels), that before looks at presence, which nothing is sent without,
 * and these before refills of what else is known (the index, what became of messages).
 */
export type CallPriority = 'send' | 'ask' | 'look' | 'refill';

export interface BudgetState {
  readonly usedInLastMinute: number;
  readonly waiting: Readonly<Record<CallPriority, number>>;
  /** Until nothing leaves because of a 429, milliseconds; 0 when it may. */
  readonly stoppedForMs: number;
}

export interface BudgetMeter {
  /**
   * Resolves when one request of this priority may leave; what it gives is called once, when the answer came or none will. Throws `genesys.budget-spent` when that is not within `mostMs`
   * (milliseconds; absent: however long it takes), `genesys.stopped` after `close`.
   */
  take(priority: CallPriority, mostMs?: number): Promise<() => void>;
  /** A 429: nothing leaves for so many milliseconds. */
  stopFor(ms: number): void;
  /** Turns away everything that waits. */
  close(): void;
  /** How it stands now. */
  state(): BudgetState;
}

const windowMs = 60_000;
/** Longer than a window: whoever is let go at the end of one still finds that others had to wait. */
const needLastsMs = windowMs + 5_000;
const order: readonly CallPriority[] = ['send', 'ask', 'look', 'refill'];
/** Where sends and questions had to wait of late: first the small part of the others, which nobody else may use up. */
const orderInNeed: readonly CallPriority[] = ['look', 'refill', 'send', 'ask'];
/** The part of the minute a priority may use up: a refill must never leave a send without budget. */
const share: Readonly<Record<CallPriority, number>> = { send: 1, ask: 0.96, look: 0.85, refill: 0.8 };
/** What the others get meanwhile, each for itself: enough to keep what is known from growing old, too little to hold anybody up. */
const besideOthers = { look: 0.02, refill: 0.01 } as const;

type Patient = keyof typeof besideOthers;

const isPatient = (priority: CallPriority): priority is Patient => priority in besideOthers;

/**
 * Meters the requests of one OAuth client so that no 60 s hold more than `perMinute` of them
 * (the platform's default is 300 a minute and token). The platform counts a request somewhere between its leaving and its answer: it
 * is held against the minute that begins with the answer, so that one which lingered on the way makes nobody come too early.
 */
export function createBudgetMeter({
  perMinute = 300,
  clock,
}: {
  perMinute?: number;
  clock: Clock;
}): BudgetMeter {
  /** When the answers of the last minute came. */
  const answered: number[] = [];
  let underWay = 0;
  /** The same of the patient ones among them. */
  const patient: Readonly<Record<Patient, { answered: number[]; underWay: number }>> = {
    look: { answered: [], underWay: 0 },
    refill: { answered: [], underWay: 0 },
  };
  /** Sends or questions have had to wait of late. */
  let inNeedUntil = 0;
  const waiting: Record<CallPriority, { go(): void; refuse(error: Error): void }[]> = {
    send: [],
    ask: [],
    look: [],
    refill: [],
  };
  let stoppedUntil = 0;
  let cancelWake: (() => void) | null = null;
  let closed = false;
  let seenAt = clock.now();
  const kept = [answered, patient.look.answered, patient.refill.answered];

  /** A clock that was put back takes along what is dated by it: the minute would last as long as that. */
  function present(): number {
    const now = clock.now();
    const back = Math.max(0, seenAt - now);
    seenAt = now;
    if (back === 0) return now;
    for (const times of kept) for (const [index, at] of times.entries()) times[index] = at - back;
    stoppedUntil -= back;
    inNeedUntil -= back;
    return now;
  }

  function forget(now: number): void {
    for (const times of kept) while (times[0] !== undefined && times[0] <= now - windowMs) times.shift();
  }

  /** When one more request of this priority fits, given that only the last minute is kept; infinity: once one under way is answered. */
  function readyAt(part: number, now: number): number {
    const tooMany = answered.length + underWay - Math.max(1, Math.floor(perMinute * part));
    if (tooMany < 0) return Math.max(stoppedUntil, now);
    const blocking = answered[tooMany];
    return Math.max(stoppedUntil, blocking === undefined ? Number.POSITIVE_INFINITY : blocking + windowMs);
  }

  /** The same while others need the budget, where a patient one has its own part of it. */
  function readyBesideOthers(priority: Patient, now: number): number {
    const ready = readyAt(1, now);
    const { answered: times, underWay: onTheWay } = patient[priority];
    const tooMany = times.length + onTheWay - Math.max(1, Math.floor(perMinute * besideOthers[priority]));
    if (tooMany < 0) return ready;
    return Math.max(ready, Math.min(inNeedUntil, (times[tooMany] ?? Number.POSITIVE_INFINITY) + windowMs));
  }

  function leave(priority: CallPriority): () => void {
    const own = isPatient(priority) ? patient[priority] : null;
    underWay += 1;
    if (own !== null) own.underWay += 1;
    return () => {
      const now = present();
      underWay -= 1;
      answered.push(now);
      if (own !== null) {
        own.underWay -= 1;
        own.answered.push(now);
      }
      if (!closed) serve();
    };
  }

  function serve(): void {
    cancelWake?.();
    cancelWake = null;
    const now = present();
    forget(now);
    let wakeAt = Number.POSITIVE_INFINITY;
    for (const priority of now < inNeedUntil ? orderInNeed : order) {
      for (;;) {
        const first = waiting[priority][0];
        if (first === undefined) break;
        const ready =
          isPatient(priority) && now < inNeedUntil
            ? readyBesideOthers(priority, now)
            : readyAt(share[priority], now);
        if (ready > now) {
          if (!isPatient(priority)) inNeedUntil = now + needLastsMs;
          wakeAt = Math.min(wakeAt, ready);
          break;
        }
        waiting[priority].shift();
        first.go();
      }
    }
    if (wakeAt !== Number.POSITIVE_INFINITY) cancelWake = clock.after(wakeAt - now, serve);
  }

  return {
    take: (priority, mostMs) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new ReachbackError('genesys.stopped'));
        let cancelPatience = () => {};
        const waiter = {
          go() {
            cancelPatience();
            resolve(leave(priority));
          },
          refuse(error: Error) {
            cancelPatience();
            reject(error);
          },
        };
        waiting[priority].push(waiter);
        serve();
        if (mostMs === undefined || !waiting[priority].includes(waiter)) return;
        cancelPatience = clock.after(mostMs, () => {
          waiting[priority] = waiting[priority].filter((other) => other !== waiter);
          reject(new ReachbackError('genesys.budget-spent'));
        });
      }),

    stopFor(ms) {
      const now = present();
      stoppedUntil = Math.max(stoppedUntil, now + ms);
      if (!closed) serve();
    },

    close() {
      closed = true;
      cancelWake?.();
      cancelWake = null;
      for (const priority of order)
        for (const { refuse } of waiting[priority].splice(0)) refuse(new ReachbackError('genesys.stopped'));
    },

    state() {
      const now = present();
      forget(now);
      const { send, ask, look, refill } = waiting;
      return {
        usedInLastMinute: answered.length + underWay,
        waiting: { send: send.length, ask: ask.length, look: look.length, refill: refill.length },
        stoppedForMs: Math.max(0, stoppedUntil - now),
      };
    },
  };
}
