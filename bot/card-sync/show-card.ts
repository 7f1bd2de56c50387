import { backOffMs } from '../../src/back-off.ts';
import type { Clock } from '../../src/clock.ts';
import type { ErrorCode } from '../../src/errors/catalogue.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { CardRow } from '../../src/store/shapes/card-table.ts';
import type { Store } from '../../src/store/store.ts';
import { codedError } from '../coded-error.ts';
import { afterRefusalOf } from './after-refusal.ts';
import { type BringCardParts, createBringCard, type ShownIn } from './bring-card.ts';
import type { CardFreezes } from './card-freezes.ts';
import { createCardTurns, lookAgainMs } from './card-turns.ts';

const backOff = { baseMs: 1_000, maxMs: 5 * 60_000 };

/** An update refused so often, for no known reason, is not going to be taken: a new card is. */
const refusalsBeforeReplacing = 5;

/**
 * Makes one card equal to the ledger. `known` is what the store has of it, if anything. Gives after how many milliseconds to
 * come back, or null when there is nothing left to do for now. Throws `store.*`.
 */
export type ShowCard = (
  outreach: Outreach,
  place: ShownIn,
  known: CardRow | undefined,
) => Promise<number | null>;

export interface ShowCardParts extends BringCardParts {
  readonly store: Pick<Store, 'cards' | 'engine' | 'references'>;
  readonly freezes: CardFreezes;
  /** Teams let the bot write no more there: other cards of the outreach have that to say now. */
  readonly left: (outreachId: string, conversationId: string) => Promise<void>;
  readonly clock: Clock;
  /** Aborted: no further call is begun. */
  readonly cut: AbortSignal;
  /** In [0, 1), for back-off. */
  readonly random: () => number;
}

/** A card may be posted twice (an answer was lost), is never lost, and never shows an older version than it did. */
export function createShowCard(parts: ShowCardParts): ShowCard {
  const { store, freezes, left, clock, log, cut, random } = parts;
  const bring = createBringCard(parts);
  const { engine, cards } = store;
  const turns = createCardTurns<CardRow>({ engine, claim: cards.claim, put: cards.put, clock });
  /** What Teams took but the store did not, by outreach and conversation: posted once more it would be a second card. */
  const unwritten = new Map<string, CardRow>();
  /** Until when there is no room for a card in Teams' limits, by the same: asking anew would lose its place in the line. */
  const inLine = new Map<string, number>();

  async function write(row: CardRow): Promise<CardRow> {
    const key = keyOf(row);
    unwritten.set(key, row);
    await store.cards.put(row);
    unwritten.delete(key);
    return row;
  }

  async function failed(outreach: Outreach, row: CardRow, cause: unknown): Promise<number | null> {
    const { code, facts } = codedError(cause, 'teams.failed');
    const { conversationId, activityId } = row;
    const asked = typeof facts.retryAfterMs === 'number' ? facts.retryAfterMs : 0;
    if (code === 'teams.budget-spent') {
      inLine.set(keyOf(row), clock.now() + asked);
      await turns.giveBack(row);
      return asked;
    }
    const failures = row.failures + 1;
    const action = afterRefusalOf(code);
    const about = { code, outreachId: outreach.id, failures, err: cause };
    if (
      action === 'replace' ||
      (failures >= refusalsBeforeReplacing && isRefused(activityId, facts.status))
    ) {
      if (activityId === null || row.replaces !== null) return giveUp(outreach, row, about);
      log.info(about, 'a card cannot be changed any more; one is posted in its place');
      await store.cards.put({ ...row, activityId: null, replaces: activityId, shownVersion: 0, failures: 0 });
      return 0;
    }
    if (action === 'shrink') return giveUp(outreach, row, about);
    log.warn(about, 'a card does not show the ledger yet');
    if (action === 'leave') {
      await store.cards.put({ ...row, failures: 0, nextTryAt: 0, lastError: code });
      await store.references.markRefused(conversationId, clock.now(), code);
      await left(outreach.id, conversationId);
      return null;
    }
    const wait = Math.max(asked, backOffMs(failures, backOff, random()));
    await store.cards.put({ ...row, failures, nextTryAt: clock.now() + wait, lastError: code });
    return wait;
  }

  /** Nothing more to be done for this version of it: the next one is tried as if nothing had been. */
  async function giveUp(
    { version }: Outreach,
    row: CardRow,
    about: { code: ErrorCode; outreachId: string },
  ): Promise<null> {
    log.error(about, 'a card is given up until its outreach changes: the ledger is right, the card is not');
    await store.cards.put({
      ...row,
      shownVersion: version,
      failures: 0,
      nextTryAt: 0,
      lastError: about.code,
    });
    return null;
  }

  return async (outreach, place, known) => {
    const { id, version } = outreach;
    const { conversationId } = place;
    const key = keyOf({ outreachId: id, conversationId });
    const unkept = unwritten.get(key);
    const stored = unkept ?? known ?? newRow(id, conversationId);
    if (unkept !== undefined) await write(unkept);
    // A row is written before the post, so that a crash in between leaves a card to catch up with.
    else if (known === undefined && !(await cards.claim(stored, stored.nextTryAt))) return lookAgainMs;
    const row = ofItsOwn(stored);
    // A thaw wakes the outreach again.
    if (freezes.isFrozen(id, conversationId)) return null;
    if (row.shownVersion >= version && !freezes.isToShowAnew(id, conversationId)) return null;
    const waitMs = Math.max(turns.waitMs(row), (inLine.get(key) ?? 0) - clock.now());
    if (waitMs > 0) return waitMs;
    inLine.delete(key);
    if (cut.aborted) return null;
    if (!(await turns.take(stored))) return lookAgainMs;
    const anew = freezes.takeShowAnew(id, conversationId);
    let brought: CardRow;
    try {
      brought = await bring(outreach, place, row);
    } catch (error) {
      if (anew) freezes.showAnew(id, conversationId);
      return failed(outreach, row, error);
    }
    await write(brought);
    return null;
  };
}

function keyOf({ outreachId, conversationId }: Pick<CardRow, 'outreachId' | 'conversationId'>): string {
  return `${outreachId} ${conversationId}`;
}

/** The row of an outreach shown on a shared card only tells what that one shows; on its own it has shown nothing. */
function ofItsOwn(row: CardRow): CardRow {
  return row.activityId === null && row.lastError === null ? { ...row, shownVersion: 0 } : row;
}

/** A posted card's update was refused for what it is, not for when it came (412, 429) or who asks (401). */
function isRefused(activityId: string | null, status: unknown): boolean {
  const passing = [401, 408, 412, 429];
  return (
    activityId !== null &&
    typeof status === 'number' &&
    status >= 400 &&
    status < 500 &&
    !passing.includes(status)
  );
}

function newRow(outreachId: string, conversationId: string): CardRow {
  return {
    outreachId,
    conversationId,
    activityId: null,
    replaces: null,
    shownVersion: 0,
    failures: 0,
    nextTryAt: 0,
    lastError: null,
  };
}
