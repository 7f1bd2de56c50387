/** A life of the program that was ended, in epoch milliseconds, and at what: a step's name, or "a random moment". */
export interface EndedLife {
  readonly from: number;
  readonly until: number;
  readonly at: string;
}

/** An attempt whose end nobody knows: at what its life ended, and how many milliseconds after it was written. */
export interface CutOff {
  readonly at: string;
  readonly afterMs: number;
}

/** At which kill each attempt (written at these epoch milliseconds) was cut off; one whose life went on had another fate and is left out. */
export function cutOff(attempts: readonly number[], lives: readonly EndedLife[]): CutOff[] {
  return attempts.flatMap((written) => {
    const life = lives.find(({ from, until }) => from <= written && written <= until);
    return life === undefined ? [] : [{ at: life.at, afterMs: life.until - written }];
  });
}

/** As it is shown to people: the commonest first. */
export function cutOffWords(cuts: readonly CutOff[]): string {
  const kinds = [...Map.groupBy(cuts, ({ at }) => at)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  return kinds
    .map(([at, of]) => {
      const ages = of.map(({ afterMs }) => afterMs).sort((one, other) => one - other);
      const [least = 0, most = 0] = [ages[0], ages.at(-1)];
      return `${of.length} at ${at} (${least === most ? least : `${least} to ${most}`} ms after it was written)`;
    })
    .join(', ');
}
