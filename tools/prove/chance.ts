import { createHash } from 'node:crypto';

/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `most`. */
  below(most: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** A new array in another order. */
  shuffled<T>(list: readonly T[]): T[];
  bytes(count: number): Buffer;
}

/** Mulberry32 on a hash of the seed: quick, and good enough to choose faults by. */
export function createChance(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    next,
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    shuffled(list) {
      const left = [...list];
      const taken: typeof left = [];
      while (left.length > 0) taken.push(...left.splice(below(left.length), 1));
      return taken;
    },
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => below(256))),
  };
}
