import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { RetentionTable } from '../store/shapes/retention-table.ts';
import { createSweep, type Sweep } from '../sweep.ts';

const everyMs = 60 * 60_000;
const aDayMs = 24 * 60 * 60_000;
/** Far beyond any press delivered again: a conversation that long ago is over on the platform, too, so that nothing of it could begin again. */
const overKeptMs = 30 * aDayMs;
/** Whoever comes back after that is looked up on the platform, as at their first visit. */
const idsKeptMs = 400 * aDayMs;

/** Forgets hand-offs, what went over their bridges, offers of cobrowse, and ids of customers who do not come any more. */
export function createForgetting(parts: { retention: RetentionTable; clock: Clock; log: Logger }): Sweep {
  const { retention, clock, log } = parts;
  return createSweep({
    name: 'forgetting',
    everyMs,
    work: () => retention.forget({ over: clock.now() - overKeptMs, asked: clock.now() - idsKeptMs }),
    clock,
    log,
  });
}
