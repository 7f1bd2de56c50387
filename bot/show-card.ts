import type { Logger } from 'pino';
import { backOffMs } from '../src/back-off.ts';
import type { Clock } from '../src/clock.ts';
import type { ErrorCode } from '../src/errors/catalogue.ts';
import type { Outreach } from '../src/outreach/outreach.ts';
import type { CardRow, ConversationReference, Store } from '../src/store/store.ts';
import { afterRefusalOf } from './after-refusal.ts';
import type { CardFreezes } from './card-freezes.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { messageLink } from './cards/message-link.ts';
import { shortCard } from './cards/short-card.ts';
import { type CardNotes, withNotes } from './cards/with-notes.ts';
import { codedError } from './coded-error.ts';
import type { ConversationLanguages } from './conversation-languages.ts';
import type { Locale } from './locales/locale.ts';
import type { TeamsPort } from './teams/teams-port.ts';

const backOff = { baseMs: 1_000, maxMs: 5 * 60_000 };

/** An update refused so often, for no known reason, is not going to be taken: a new card is. */
const refusalsBeforeReplacing = 5;

/** A conversation to show a card in, and why the agent's own chat cannot be told, where that is to be said there. */
export type ShownIn = ConversationReference & Pick<CardNotes, 'agentUntold'>;

/**
 * Makes one card equal to the ledger. `known` is what the store has of it, if anything. Gives after how many milliseconds to
 * come back, or null when there is nothing left to do for now. Throws `store.*`.
 */
export type ShowCard = (
  outreach: Outreach,
  place: ShownIn,
  known: CardRow | undefined,
) => Promise<number | null>;

export interface ShowCardParts {
  readonly store: Pick<Store, 'cards' | 'references'>;
  readonly teams: Pick<TeamsPort, 'post' | 'update'>;
  /** The card of an outreach as it stands, and what notifications say of it, in the language of the conversation it is for. */
  readonly view: (outreach: Outreach, locale: Locale) => { card: AdaptiveCard; summary: string };
  readonly languages: Pick<ConversationLanguages, 'of'>;
  readonly freezes: CardFreezes;
  /** Teams let the bot write no more there: other cards of the outreach have that to say now. */
  readonly left: (outreachId: string, conversationId: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Aborted: no further call is begun. */
  readonly cut: AbortSignal;
  /** In [0, 1), for back-off. */
  readonly random: () => number;
}

/** A card may be posted twice (an answer was lost), is never lost, and never shows an older version than it did. */
export function createShowCard(parts: ShowCardParts): ShowCard {
  const { store, teams, view, languages, freezes, left, clock, log, cut, random } = parts;
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

  /** Posts or updates, in a short form where Teams does not take the whole; gives the row as Teams now has it. */
  async function bring(outreach: Outreach, place: ShownIn, row: CardRow): Promise<CardRow> {
    const { locale } = await languages.of(place);
    const { card, summary } = view(outreach, locale);
    const whole = withNotes(card, notesOf(place, row), locale);
    try {
      return await take(outreach, place, row, { card: whole, summary });
    } catch (error) {
      const { code } = codedError(error, 'teams.failed');
      if (afterRefusalOf(code) !== 'shrink') throw error;
      log.warn(
        { code, outreachId: outreach.id },
        'Teams does not take a card; a short form is shown instead',
      );
      return take(outreach, place, row, { card: shortCard(card, locale), summary });
    }
  }

  async function take(
    { version }: Outreach,
    place: ShownIn,
    row: CardRow,
    { card, summary }: ReturnType<ShowCardParts['view']>,
  ): Promise<CardRow> {
    const shown = { shownVersion: version, failures: 0, nextTryAt: 0, lastError: null };
    if (row.activityId === null) {
      const { activityId } = await teams.post(place, card, summary);
      return { ...row, ...shown, activityId };
    }
    await teams.update(place, row.activityId, card, summary);
    return { ...row, ...shown };
  }

  async function failed(outreach: Outreach, row: CardRow, cause: unknown): Promise<number | null> {
    const { code, facts } = codedError(cause, 'teams.failed');
    const { conversationId, activityId } = row;
    const asked = typeof facts.retryAfterMs === 'number' ? facts.retryAfterMs : 0;
    if (code === 'teams.budget-spent') {
      inLine.set(keyOf(row), clock.now() + asked);
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
    // A row is written before the post, so that a crash in between leaves a card to catch up with.
    const row =
      known === undefined || unkept !== undefined ? await write(unkept ?? newRow(id, conversationId)) : known;
    // A thaw wakes the outreach again.
    if (freezes.isFrozen(id, conversationId)) return null;
    if (row.shownVersion >= version && !freezes.isToShowAnew(id, conversationId)) return null;
    const notBefore = Math.max(row.nextTryAt, inLine.get(key) ?? 0);
    if (notBefore > clock.now()) return notBefore - clock.now();
    inLine.delete(key);
    if (cut.aborted) return null;
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

function notesOf(place: ShownIn, { replaces }: CardRow): CardNotes {
  return {
    agentUntold: place.agentUntold,
    replaces: replaces === null ? null : { link: messageLink({ ...place, activityId: replaces }) },
  };
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
