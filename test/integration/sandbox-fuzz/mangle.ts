import fc from 'fast-check';

/** One change to a JSON value: where (by turns over everything in it), what, and with which value. */
export interface Mangling {
  readonly where: number;
  readonly what: 'delete' | 'replace' | 'wrap' | 'add';
  readonly value: unknown;
}

const odd = fc.oneof(
  fc.constantFrom<unknown[]>(
    null,
    '',
    ' ',
    0,
    -1,
    1e21,
    true,
    [],
    {},
    [[]],
    'null',
    '2026-11-21',
    'not-a-uuid',
    '\u0000',
    '\ud800',
    'ß'.repeat(5000),
    { __proto__: null, constructor: 1 },
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.uuid(),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

export const manglings = fc.array(
  fc.record<Mangling>({
    where: fc.nat(40),
    what: fc.constantFrom('delete', 'replace', 'wrap', 'add'),
    value: odd,
  }),
  { maxLength: 3 },
);

/** A copy of the value with these changes, one after the other. */
export function mangle(value: unknown, changes: readonly Mangling[]): unknown {
  return changes.reduce(mangleOnce, structuredClone(value));
}

function mangleOnce(value: unknown, { where, what, value: given }: Mangling): unknown {
  const replacement = structuredClone(given);
  const places = placesIn(value);
  const place = places[where % (places.length + 1)];
  if (place === undefined) return what === 'wrap' ? [value] : replacement;
  const { holder, key } = place;
  if (what === 'delete') Reflect.deleteProperty(holder, key);
  else if (what === 'replace') Reflect.set(holder, key, replacement);
  else if (what === 'wrap') Reflect.set(holder, key, [Reflect.get(holder, key)]);
  else Reflect.set(holder, '__proto__x', replacement);
  return value;
}

function placesIn(value: unknown): { readonly holder: object; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [{ holder: value, key }, ...placesIn(Reflect.get(value, key))]);
}
