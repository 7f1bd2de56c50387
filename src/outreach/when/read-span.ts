const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?|sek|sekunden?)$/, second],
  [/^(?:m|mins?|minuten?|minutes?)$/, minute],
  [/^(?:h|hrs?|hours?|std|stunden?)$/, hour],
  [/^(?:d|days?|tage?n?)$/, day],
];

const amounts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  ein: 1,
  eine: 1,
  einem: 1,
  einer: 1,
};

const halfAnHour = /^(?:half an hour|(?:einer )?halben stunde)$/;

/** `1 hour 30`: what follows an amount without a unit of its own counts in the next smaller one. */
const part = /^(\d{1,5}(?:[.,]\d{1,2})?|an?|one|eine?[mr]?) ?(\p{L}+)?(?: (?:and|und))? ?/u;

/** A span in words, English or German, as milliseconds: `20 minutes`, `1 h 30`, `1,5 Stunden`; null for anything else. */
export function readSpan(text: string): number | null {
  if (halfAnHour.test(text)) return 30 * minute;
  let rest = text;
  let total = 0;
  let last: number | null = null;
  while (rest !== '') {
    const [taken, amount, unit] = part.exec(rest) ?? [];
    if (taken === undefined || amount === undefined) return null;
    const size: number | null = unit === undefined ? smallerThan(last) : unitOf(unit);
    // Each part is of a smaller unit than the one before: "5 minutes 2 hours" and "3 minutes 3 minutes" are no spans.
    if (size === null || (last !== null && size >= last)) return null;
    total += (amounts[amount] ?? Number(amount.replace(',', '.'))) * size;
    last = size;
    rest = rest.slice(taken.length);
  }
  return last === null ? null : Math.round(total);
}

function unitOf(name: string): number | null {
  return units.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

function smallerThan(unit: number | null): number | null {
  if (unit === null) return null;
  return units.map(([, each]) => each).findLast((each) => each < unit) ?? null;
}
