import type { Clock } from '../../src/clock.ts';
import type { PostedCard } from '../../src/store/shapes/posted-card.ts';
import type { Store } from '../../src/store/store.ts';

/** Longer than Teams takes to answer: who took a turn and is gone by then leaves the card to the others. */
const turnMs = 30_000;

/** Another instance is at the card just now: so long until it is looked at again. */
export const lookAgainMs = 1_000;

/**
 * Whose turn it is with a card that several instances keep: two that post it in the same moment would make two cards of it, and of two
 * updates the older could arrive last. Alone on its store there is nobody to wait for, least of all after a kill.
 */
export interface CardTurns<Row> {
  /** How long to leave it alone, in milliseconds: a turn of another's may end any moment, the wait after a failure does not. */
  waitMs(row: Row): number;
  /** False: somebody else has it, or changed the row since it was read. Until the row is put again, or for 30 s, nobody else gets it. */
  take(row: Row): Promise<boolean>;
  /** Nothing was done. */
  giveBack(row: Row): Promise<void>;
}

export function createCardTurns<Row extends Pick<PostedCard, 'nextTryAt' | 'failures'>>(parts: {
  engine: Store['engine'];
  claim: (row: Row, until: number) => Promise<boolean>;
  put: (row: Row) => Promise<void>;
  clock: Clock;
}): CardTurns<Row> {
  const { engine, claim, put, clock } = parts;
  const isShared = engine === 'postgres';
  return {
    waitMs({ nextTryAt, failures }) {
      const ms = Math.max(0, nextTryAt - clock.now());
      return isShared && failures === 0 ? Math.min(ms, lookAgainMs) : ms;
    },
    take: async (row) => !isShared || claim(row, clock.now() + turnMs),
    giveBack: async (row) => (isShared ? put(row) : undefined),
  };
}
