import fc from 'fast-check';

/** What people and programs put where an id belongs. */
export const oddSegment = fc.oneof(
  fc.constantFrom(
    '',
    '.',
    '..',
    '%2e%2e',
    '%2f',
    '%00',
    '%',
    '%zz',
    'null',
    'undefined',
    '{id}',
    '*',
    '-1',
    '0',
    `${'a'.repeat(3000)}`,
    '%F0%9F%A6%8A',
    '%C3%28',
    '__proto__',
    'constructor',
    'a;b=c',
    "'%20or%201=1",
  ),
  fc.uuid(),
  fc.string({ unit: 'grapheme-ascii', maxLength: 20 }).map(encodeURIComponent),
);

const names = [
  'pageSize',
  'pageNumber',
  'id',
  'expand',
  'state',
  'sortOrder',
  'name',
  'ignoreErrors',
  'joined',
  'memberBy',
  'presence',
  'routingStatus',
  'cursor',
  'after',
  'limit',
  'deploymentId',
  'includechannels',
];

/** A query string, sensible or not; empty for none. */
export const oddQuery = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, oddSegment),
        fc.oneof(
          fc.constantFrom('1', '25', '100', '501', 'true', 'presence', 'x', ',', ',,a', '[]'),
          oddSegment,
        ),
      ),
      { maxLength: 4 },
    )
    .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`),
);
