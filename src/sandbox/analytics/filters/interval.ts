import { z } from 'zod';

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** `start/end` in ISO-8601 as epoch ms; undefined when it is none or runs backwards. */
export function parseInterval(text: string): Interval | undefined {
  const parts = text.split('/');
  if (parts.length !== 2) return undefined;
  const [from, to] = parts.map((part) =>
    z.iso.datetime({ offset: true }).safeParse(part).success ? Date.parse(part) : Number.NaN,
  );
  return from !== undefined && to !== undefined && to >= from ? { from, to } : undefined;
}
