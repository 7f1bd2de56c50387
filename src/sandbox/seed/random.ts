import { createHash } from 'node:crypto';

/** Chance that comes out the same for the same seed. */
export interface Random {
  /** A UUID (version 4 form). */
  id(): string;
  /** So many hexadecimal digits, at most 64. */
  hex(digits: number): string;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Hashes the seed with a counter: slower than a generator of numbers, but the ids need the bits anyway. */
export function createRandom(seed: string): Random {
  let count = 0;
  const hex = (digits: number): string => {
    count += 1;
    return createHash('sha256').update(`${seed}/${count}`).digest('hex').slice(0, digits);
  };
  const between = (least: number, most: number): number =>
    least + (Number.parseInt(hex(12), 16) % (most - least + 1));
  return {
    hex,
    between,
    id() {
      const digits = hex(32);
      const variant = '89ab'.charAt(Number.parseInt(digits.charAt(16), 16) % 4);
      return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
    },
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
  };
}
