import type { Logger } from 'pino';
import { backOffMs } from '../src/back-off.ts';
import type { Clock } from '../src/clock.ts';
import { isCaseOf } from '../src/errors/is-case-of.ts';
import type { Outreach } from '../src/outreach/outreach.ts';
import type { CardRow, ConversationReference, Store } from '../src/store/store.ts';
import type { CardFreezes } from './card-freezes.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { codedError } from './coded-error.ts';
import type { ConversationPace } from './conversation-pace.ts';
import type { TeamsPort } from './teams/teams-port.ts';

const backOff = { baseMs: 1_000, maxMs: 5 * 60_000 };

/**
 * Makes one card equal to the ledger. `known` is what the store has of it, if anything. Gives after how many milliseconds to
 * come back, or null when there is nothing left to do for now. Throws `store.*`.
 */
export type ShowCard = (
  outreach: Outreach,
  place: ConversationReference,
  known: CardRow | undefined,
) => Promise<number | null>;

export interface ShowCardParts {
  readonly store: Pick<Store, 'cards' | 'references'>;
  readonly teams: Pick<TeamsPort, 'post' | 'update'>;
  /** The card of an outreach as it stands, and what notifications say of it. */
  readonly view: (outreach: Outreach) => { card: AdaptiveCard; summary: string };
  readonly freezes: CardFreezes;
  readonly pace: ConversationPace;
  readonly clock: Clock;
  readonly log: Logger;
  /** Aborted: no further call is begun. */
  readonly cut: AbortSignal;
  /** In [0, 1), for back-off. */
  readonly random: () => number;
}

/** A card may be posted twice (an answer was lost), is never lost, and never shows an older version than it did. */
export function createShowCard(parts: ShowCardParts): ShowCard {
  const { store, teams, view, freezes, pace, clock, log, cut, random } = parts;
  /** What Teams took but the store did not, by outreach and conversation: posted once more it would be a second card. */
  const unwritten = new Map<string, CardRow>();

  async function write(row: CardRow): Promise<CardRow> {
    const key = `${row.outreachId} ${row.conversationId}`;
    unwritten.set(key, row);
    await store.cards.put(row);
    unwritten.delete(key);
    return row;
  }

  /** Posts or updates; gives the row as Teams now has it. A card somebody deleted gets one replacement. */
  async function bring(outreach: Outreach, place: ConversationReference, row: CardRow): Promise<CardRow> {
    const { card, summary } = view(outreach);
    const shown = { shownVersion: outreach.version, failures: 0, nextTryAt: 0, lastError: null };
    if (row.activityId === null) {
      const { activityId } = await teams.post(place, card, summary);
      return { ...row, ...shown, activityId };
    }
    await teams.update(place, row.activityId, card, summary);
    return { ...row, ...shown };
  }

  async function failed(outreach: Outreach, row: CardRow, cause: unknown): Promise<number | null> {
    const { code, facts } = codedError(cause, 'teams.failed');
    const { conversationId } = row;
    if (isCaseOf(code, 'teams.card-gone') && row.activityId !== null) {
      log.info({ code, outreachId: outreach.id }, 'a card was gone; a new one is posted');
      await store.cards.put({ ...row, activityId: null, shownVersion: 0 });
      return 0;
    }
    const failures = row.failures + 1;
    log.warn({ code, outreachId: outreach.id, failures, err: cause }, 'a card does not show the ledger yet');
    if (isCaseOf(code, 'teams.bot-removed')) {
      await store.cards.put({ ...row, failures: 0, nextTryAt: 0, lastError: code });
      await store.references.markRemoved(conversationId, clock.now());
      return null;
    }
    const asked = typeof facts.retryAfterMs === 'number' ? facts.retryAfterMs : 0;
    const wait = Math.max(asked, backOffMs(failures, backOff, random()));
    await store.cards.put({ ...row, failures, nextTryAt: clock.now() + wait, lastError: code });
    if (isCaseOf(code, 'teams.throttled')) pace.rest(conversationId, wait);
    return wait;
  }

  return async (outreach, place, known) => {
    const { id, version } = outreach;
    const { conversationId } = place;
    const left = unwritten.get(`${id} ${conversationId}`);
    // A row is written before the post, so that a crash in between leaves a card to catch up with.
    const row =
      known === undefined || left !== undefined ? await write(left ?? newRow(id, conversationId)) : known;
    // A thaw wakes the outreach again.
    if (freezes.isFrozen(id, conversationId)) return null;
    if (row.shownVersion >= version && !freezes.isToShowAnew(id, conversationId)) return null;
    if (row.nextTryAt > clock.now()) return row.nextTryAt - clock.now();
    const turn = await pace.turn(conversationId, cut);
    if (turn !== 'now') return turn;
    if (cut.aborted || freezes.isFrozen(id, conversationId)) return null;
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

function newRow(outreachId: string, conversationId: string): CardRow {
  return {
    outreachId,
    conversationId,
    activityId: null,
    shownVersion: 0,
    failures: 0,
    nextTryAt: 0,
    lastError: null,
  };
}
