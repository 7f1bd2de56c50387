import { createCipheriv, createHash } from 'node:crypto';
import type { Random } from '../random.ts';

const poolSize = 65_536;
/** Where the 16 bytes of a UUID stand in its 36 characters. */
const places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const digits = Buffer.from('0123456789abcdef', 'latin1');

/**
 * Chance from a key stream of the seed: some twenty times as fast as hashing a counter, which is what millions of ids
 * need. Ids are flat strings, so that they take no more memory than their text.
 */
export function createRandomStream(seed: string): Random {
  const cipher = createCipheriv('aes-256-ctr', createHash('sha256').update(seed).digest(), Buffer.alloc(16));
  const zeros = Buffer.alloc(poolSize);
  const uuid = Buffer.from('00000000-0000-0000-0000-000000000000', 'latin1');
  let pool = cipher.update(zeros);
  let next = 0;
  /** Where so many unused bytes begin in the pool. */
  const take = (bytes: number): number => {
    if (next + bytes > poolSize) {
      pool = cipher.update(zeros);
      next = 0;
    }
    next += bytes;
    return next - bytes;
  };
  const digit = (value: number): number => digits[value & 15] ?? 0;
  const between = (least: number, most: number): number =>
    least + Math.floor((pool.readUInt32BE(take(4)) / 2 ** 32) * (most - least + 1));
  return {
    between,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    hex(count) {
      const bytes = Math.ceil(count / 2);
      const at = take(bytes);
      return pool.toString('hex', at, at + bytes).slice(0, count);
    },
    id() {
      let at = take(16);
      for (const place of places) {
        const byte = pool[at] ?? 0;
        at += 1;
        uuid[place] = digit(byte >> 4);
        uuid[place + 1] = digit(byte);
      }
      uuid[14] = digit(4);
      uuid[19] = digit(8 + ((uuid[19] ?? 0) & 3));
      return uuid.toString('latin1');
    },
  };
}
