import type { Chance } from '../chance.ts';
import { mangleBytes } from './mangle-bytes.ts';
import { type Mangling, mangleJson } from './mangle-json.ts';

/** A JSON value spoilt as what it means, or (one time in three) as the bytes it is written with. */
export function mangled(value: unknown, chance: Chance, mangling?: Mangling): Buffer {
  if (chance.below(3) === 0) return mangleBytes(Buffer.from(JSON.stringify(value) ?? ''), chance);
  return Buffer.from(JSON.stringify(mangleJson(value, chance, mangling)) ?? '');
}
