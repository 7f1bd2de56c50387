import type { Clock } from '../clock.ts';

/** What time it is on the platform: its clock and ours may be minutes apart. */
export interface PlatformClock {
  /** Epoch milliseconds, right to about a second; ours until the platform has told its own. */
  now(): number;
  /** How far its clock is ahead of ours, milliseconds; null until it has told. */
  aheadMs(): number | null;
  /** Takes in the `Date` header of an answer to a question that left and came back at these times of ours. */
  told(date: string | undefined, askedAt: number, answeredAt: number): void;
}

/** Its clock is ahead by at least and at most so much, milliseconds. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Two computers' clocks drift apart by no more than this part of the time that passes. */
const drift = 1e-4;

/**
 * Estimates the platform's clock from the times its answers bear. `Date` is in whole seconds and was written somewhere
 * between question and answer, which bounds the difference; answers together bound it more closely. One answer that
 * contradicts the others (a proxy's own) is not believed; two that agree with each other are: a clock was set.
 */
export function createPlatformClock(clock: Pick<Clock, 'now'>): PlatformClock {
  let known: (Bounds & { readonly at: number }) | null = null;
  let suspect: Bounds | null = null;

  const aheadMs = () => (known === null ? null : Math.round((known.least + known.most) / 2));

  return {
    aheadMs,
    now: () => clock.now() + (aheadMs() ?? 0),
    told(date, askedAt, answeredAt) {
      const written = Date.parse(date ?? '');
      if (Number.isNaN(written)) return;
      const seen = { least: written - answeredAt, most: written + 1_000 - askedAt };
      const widened = known === null ? seen : widen(known, (answeredAt - known.at) * drift);
      const joined = meet(widened, seen) ?? (suspect === null ? null : meet(suspect, seen));
      suspect = joined === null ? seen : null;
      if (joined !== null) known = { ...joined, at: answeredAt };
    },
  };
}

function widen({ least, most }: Bounds, by: number): Bounds {
  return { least: least - Math.max(0, by), most: most + Math.max(0, by) };
}

/** What both allow; null when nothing. */
function meet(one: Bounds, other: Bounds): Bounds | null {
  const least = Math.max(one.least, other.least);
  const most = Math.min(one.most, other.most);
  return least <= most ? { least, most } : null;
}
