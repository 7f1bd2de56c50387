import type { Chance } from '../chance.ts';

/** How a notification socket is broken. Of a dark one the program hears nothing: not that it broke, nor what happens meanwhile. */
export type FaultKind =
  | 'half-open'
  | 'black-hole'
  | 'drop-subscription'
  | 'token-end'
  | 'evict'
  | 'close'
  | 'cut'
  | 'socket-closing'
  | 'refused-again';

/** Ends every channel of the client at once. */
export const hitsAll = (kind: FaultKind): boolean => kind === 'token-end';

export const isDark = (kind: FaultKind): boolean =>
  kind === 'half-open' || kind === 'black-hole' || kind === 'drop-subscription';

/** Of 350: 200 black holes of both kinds, 100 subscriptions lost on sockets that live, 50 that end with a word. */
const shares: readonly (readonly [FaultKind, number])[] = [
  ['half-open', 100],
  ['black-hole', 100],
  ['drop-subscription', 100],
  ['token-end', 10],
  ['evict', 10],
  ['close', 8],
  ['cut', 8],
  ['socket-closing', 8],
  ['refused-again', 6],
];

/** One round: a fault for each of the two channels, or one for both. */
export interface Round {
  readonly number: number;
  readonly kinds: readonly [FaultKind] | readonly [FaultKind, FaultKind];
}

/**
 * Rounds with so many faults in all, in the proportions above, at least one of each kind. The two of a round are both dark
 * or both not, so that one's recovery seldom hides the other's.
 */
export function planRounds(count: number, chance: Chance): Round[] {
  const whole = shares.reduce((sum, [, share]) => sum + share, 0);
  const wanted = shares.flatMap(([kind, share]) =>
    Array.from({ length: Math.max(1, Math.round((share * count) / whole)) }, () => kind),
  );
  const single = wanted.filter(hitsAll).map((kind) => [kind] as const);
  const paired = [
    ...inPairs(chance.shuffled(wanted.filter((kind) => isDark(kind) && kind !== 'drop-subscription'))),
    ...inPairs(wanted.filter((kind) => kind === 'drop-subscription')),
    ...inPairs(chance.shuffled(wanted.filter((kind) => !isDark(kind) && !hitsAll(kind)))),
  ];
  return chance.shuffled([...single, ...paired]).map((kinds, number) => ({ number, kinds }));
}

function inPairs(kinds: readonly FaultKind[]): Round['kinds'][] {
  return kinds.flatMap((kind, index) => {
    if (index % 2 === 1) return [];
    const other = kinds[index + 1];
    return [other === undefined ? ([kind] as const) : ([kind, other] as const)];
  });
}
