import type { Clock } from '../../clock.ts';
import type { ClaimedId, ClaimOnId, IdInSource, WidgetTable } from '../../store/shapes/widget-table.ts';
import { wait } from '../../wait.ts';
import { refuse } from './refuse.ts';

/**
 * A claim without an end for so long was left behind by a process that is gone: longer than a request takes that was begun right after the claim was held.
 */
const claimMs = 30_000;
const waitMs = 40_000;
const askAgainMs = 100;

/** An id that was claimed: ours to find or make, or whose it is. */
export interface Claimed {
  readonly id: IdInSource;
  readonly known: Exclude<ClaimedId, 'mine' | 'theirs'> | null;
  /** Epoch milliseconds. */
  readonly claimedAt: number;
}

/** Those that are ours. */
export function oursOf(claimed: readonly Claimed[]): ClaimOnId[] {
  return claimed.flatMap(({ id, known, claimedAt }) => (known === null ? [{ ...id, claimedAt }] : []));
}

/**
 * Claims ids one after the other, always in the same order, so that two who want the same two never wait for each other. Waits while
 * somebody else is at one; throws `widget.busy` when that takes too long.
 */
export async function claimIds(
  table: Pick<WidgetTable, 'claim' | 'release'>,
  ids: readonly IdInSource[],
  { clock, aloneSince, signal }: { clock: Clock; aloneSince: number; signal: AbortSignal },
): Promise<Claimed[]> {
  const claimed: Claimed[] = [];
  const ordered = ids.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  try {
    for (const id of ordered) claimed.push(await claimOne(id));
    return claimed;
  } catch (error) {
    await table.release(oursOf(claimed));
    throw error;
  }

  async function claimOne(id: IdInSource): Promise<Claimed> {
    const giveUpAt = clock.now() + waitMs;
    for (;;) {
      const now = clock.now();
      // Nobody else has this store: what was claimed before we began is nobody's.
      const answer = await table.claim(id, now, Math.max(now - claimMs, aloneSince));
      if (answer !== 'theirs') return { id, known: answer === 'mine' ? null : answer, claimedAt: now };
      if (clock.now() > giveUpAt || signal.aborted) throw refuse('widget.busy');
      await wait(clock, askAgainMs, signal);
    }
  }
}

function keyOf({ source, value }: IdInSource): string {
  return `${source} ${value}`;
}
