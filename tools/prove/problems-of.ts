import type { Order, Problem, SuiteName } from './suite.ts';

/** What did not hold in one world (null: in the whole suite), with the command that plays it again. `kept`: where its record is. */
export function problemsOf(
  breaches: readonly Pick<Problem, 'promise' | 'what'>[],
  where: { order: Order; suite: SuiteName; world: string | null; kept: string | null },
): Problem[] {
  const { order, suite, world, kept } = where;
  const { size, seed, without, rounds } = order;
  const command = [
    'npm run prove --',
    ...(size === 'short' ? ['--short'] : []),
    `--only ${suite} --seed ${seed}`,
    ...(world === null ? [] : [`--at ${world}`]),
    ...(rounds === null ? [] : [`--rounds ${rounds}`]),
    ...(without === null ? [] : [`--without ${without}`]),
  ].join(' ');
  const places = [...(world === null ? [] : [world]), ...(kept === null ? [] : [`the record is in ${kept}`])];
  return breaches.map(({ promise, what }) => ({
    promise,
    what: places.length === 0 ? what : `${what} [${places.join('; ')}]`,
    replay: command,
  }));
}
