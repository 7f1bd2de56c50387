import type { Chance } from '../chance.ts';

const oddStrings = [
  '',
  ' ',
  '\u0000',
  '￿',
  '-1',
  'null',
  '[object Object]',
  '1e999',
  '0001-01-01T00:00:00Z',
  '{{',
  '$x',
  '<b>',
  '‮',
  '🏴‍☠️',
] as const;
const oddNumbers = [0, -1, 1.5, 2 ** 31, -(2 ** 53), 1e308, -1e308] as const;
const oddKeys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''] as const;

/** How strings may be spoilt: into other strings as well, or only into what is none. */
export interface Mangling {
  readonly strings: boolean;
}

/** A copy of the JSON value with one to three places spoilt: lost, of another type, absurd, huge, deep, or with keys of prototypes. */
export function mangleJson(value: unknown, chance: Chance, mangling: Mangling = { strings: true }): unknown {
  let mangled = structuredClone(value);
  for (let left = 1 + chance.below(3); left > 0; left -= 1) mangled = mangleOnce(mangled, chance, mangling);
  return mangled;
}

function mangleOnce(value: unknown, chance: Chance, mangling: Mangling): unknown {
  const inside = Array.isArray(value) ? value.length > 0 : isRecord(value) && Object.keys(value).length > 0;
  // Deeper down most of the time: there is more of it.
  if (!inside || chance.below(6) === 0) return odd(chance, mangling);
  if (Array.isArray(value)) {
    const at = chance.below(value.length);
    if (chance.below(6) === 0) return value.toSpliced(at, 1);
    if (chance.below(8) === 0) return Array.from({ length: 2_000 }, () => value[at]);
    return value.with(at, mangleOnce(value[at], chance, mangling));
  }
  if (!isRecord(value)) return odd(chance, mangling);
  const keys = Object.keys(value);
  const key = keys[chance.below(keys.length)] ?? '';
  const { [key]: held, ...rest } = value;
  if (chance.below(5) === 0) return rest;
  if (chance.below(8) === 0) return withKey({ ...value }, chance.pick(oddKeys), odd(chance, mangling));
  return withKey(rest, key, mangleOnce(held, chance, mangling));
}

function odd(chance: Chance, { strings }: Mangling): unknown {
  switch (chance.below(strings ? 9 : 7)) {
    case 0:
      return null;
    case 1:
      return chance.pick(oddNumbers);
    case 2:
      return chance.below(2) === 0;
    case 3:
      return [];
    case 4:
      return {};
    case 5:
      return deep(chance.pick([5, 300, 3_000]));
    case 6:
      return 'x'.repeat(chance.pick([5_000, 100_000]));
    case 7:
      return chance.pick(oddStrings);
    default:
      return chance.bytes(12).toString('latin1');
  }
}

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** As its own property, whatever it is called: an assignment to `__proto__` would be none. */
function withKey(onto: Record<string, unknown>, key: string, value: unknown): Record<string, unknown> {
  return Object.defineProperty(onto, key, { value, enumerable: true, configurable: true, writable: true });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
