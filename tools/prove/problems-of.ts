import type { Order, Problem, SuiteName } from './suite.ts';

/** What did not hold in one world, with the command that plays that world again. `kept`: where its record is. */
export function problemsOf(
  breaches: readonly Pick<Problem, 'promise' | 'what'>[],
  where: { order: Order; suite: SuiteName; world: string; kept: string | null },
): Problem[] {
  const { order, suite, world, kept } = where;
  const { size, seed, without, rounds } = order;
  const command = [
    'npm run prove --',
    ...(size === 'short' ? ['--short'] : []),
    `--only ${suite} --seed ${seed} --at ${world}`,
    ...(rounds === null ? [] : [`--rounds ${rounds}`]),
    ...(without === null ? [] : [`--without ${without}`]),
  ].join(' ');
  return breaches.map(({ promise, what }) => ({
    promise,
    what: `${what} [${world}${kept === null ? '' : `; the record is in ${kept}`}]`,
    replay: command,
  }));
}
