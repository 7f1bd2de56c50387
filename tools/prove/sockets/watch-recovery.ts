import { setTimeout as wait } from 'node:timers/promises';
import type { SocketGround } from './socket-ground.ts';
import type { Struck } from './strike.ts';

/** Milliseconds of the fast time since the fault; null: not within the patience. */
export interface Recovery {
  readonly noticedMs: number | null;
  readonly recoveredMs: number | null;
}

/** How often the agent that is only there to be seen changes presence, and how soon the program must know it. */
const probeEveryMs = 4_000;
const toldWithinMs = 3_000;

/**
 * Watches a channel from its fault until what happens is told again: two changes of one of its agents, one after the other, are
 * known to the program at once. One alone may have been read by chance.
 */
export async function watchRecovery(
  { world, script, stored }: SocketGround,
  struck: Struck,
  { probe, patienceMs, times }: { probe: string; patienceMs: number; times: number },
): Promise<Recovery> {
  const { clock } = world;
  const sinceStrike = (at: number) => (at - struck.at) * times;
  let noticedAt: number | null = null;
  let firstKnownAt: number | null = null;
  while (sinceStrike(performance.now()) < patienceMs) {
    const presence = script.presenceOf(probe) === 'Meal' ? 'Break' : 'Meal';
    await script.set(probe, presence);
    const setAt = clock.now();
    let knownAt: number | null = null;
    while (knownAt === null && clock.now() - setAt < toldWithinMs) {
      noticedAt ??= struck.noticedAt();
      if (stored.read().get(probe) === presence.toLowerCase()) knownAt = performance.now();
      else await wait(15);
    }
    noticedAt ??= struck.noticedAt();
    if (knownAt !== null && firstKnownAt !== null && noticedAt !== null)
      return { noticedMs: sinceStrike(noticedAt), recoveredMs: sinceStrike(firstKnownAt) };
    firstKnownAt = knownAt;
    await wait(Math.max(0, clock.real(probeEveryMs - (clock.now() - setAt))));
  }
  return { noticedMs: noticedAt === null ? null : sinceStrike(noticedAt), recoveredMs: null };
}
