/** The seed of this run: `FUZZ_SEED` to play one again, otherwise a new one. Printed, so that any failure can be replayed. */
export function fuzzSeed(what: string): number {
  const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`      ${what}: FUZZ_SEED=${seed}\n`);
  return seed;
}
