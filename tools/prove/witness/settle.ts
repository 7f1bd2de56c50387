import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { World } from '../ground/start-world.ts';
import type { Crowd } from './crowd.ts';
import { type Breach, type Verdict, verdict } from './verdict.ts';
import type { Witness } from './witness.ts';

export interface Settled {
  readonly verdict: Verdict;
  readonly breaches: readonly Breach[];
  /** Where the record is kept; null when all went well. */
  readonly kept: string | null;
}

/** Everything must be settled or shown to a person so soon after a restart. */
const settleMs = 60_000;
/** Sweeps of the program come round within this: what would be sent twice has been by then. */
const sweepsMs = 7_000;

/**
 * Waits until everything has come right, at most a minute from `since` (epoch ms) on, and judges. `quietMs`: for so long a
 * second message is waited for. When a promise did not hold, the record is kept with `lives` (what was done when).
 */
export async function settle(parts: {
  world: World;
  witness: Witness;
  crowd: Crowd;
  personOf: (customerId: string) => string;
  since: number;
  quietMs?: number;
  lives: readonly string[];
}): Promise<Settled> {
  const { world, witness, crowd, personOf, since, quietMs = sweepsMs, lives } = parts;
  const judge = () => verdict(witness, crowd.deeds, personOf);
  for (;;) {
    const { broken, open } = judge();
    const ageMs = Date.now() - since;
    const quiet = open.length === 0 && crowd.waiting() === 0 && ageMs > quietMs;
    if (broken.length > 0 || quiet || ageMs > Math.max(settleMs, quietMs)) break;
    await pause(100);
  }
  const found = judge();
  const breaches = [...found.broken, ...found.open];
  if (breaches.length === 0) return { verdict: found, breaches, kept: null };
  const kept = { breaches, lives, deeds: crowd.deeds, record: witness.entries() };
  writeFileSync(join(world.directory, 'record.json'), JSON.stringify(kept, null, 1));
  return { verdict: found, breaches, kept: world.directory };
}
