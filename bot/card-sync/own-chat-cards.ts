import type { Logger } from 'pino';
import { backOffMs } from '../../src/back-off.ts';
import type { Clock } from '../../src/clock.ts';
import type { PostedCard } from '../../src/store/shapes/posted-card.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { Store } from '../../src/store/store.ts';
import { createSweep } from '../../src/sweep.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { codedError } from '../coded-error.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import type { Locale } from '../locales/locale.ts';
import type { People } from '../people/people.ts';
import { personKey } from '../people/person-key.ts';
import type { TeamsPort } from '../teams/teams-port.ts';
import { afterRefusalOf } from './after-refusal.ts';
import { bringDrawnCard } from './bring-drawn-card.ts';
import { createCardTurns, lookAgainMs } from './card-turns.ts';
import { createShowQueue } from './show-queue.ts';

const sweepEveryMs = 15_000;
const sweepLimit = 2_000;
const atOnce = 4;
/** Steps that follow at once make one update, and the answer to a press comes first. */
const settleMs = 300;
const backOff = { baseMs: 1_000, maxMs: 5 * 60_000 };
/** Where it has to be read from elsewhere, so often that is tried before the card comes without it. */
const readingsBeforeUnread = 3;

/** A card as it is to be. */
export interface DrawnCard {
  readonly card: AdaptiveCard;
  readonly summary: string;
  readonly version: number;
}

/** Who reads it; `mayBeUnread`: what cannot be read is left out. */
interface CardReader {
  readonly personKey: string;
  readonly locale: Locale;
  readonly mayBeUnread: boolean;
}

/** What such cards are of, and where it is kept. */
export interface OwnCardSource<Thing extends { readonly agentId: string }, Row extends PostedCard> {
  /** For the log, as "reply cards". */
  readonly name: string;
  /** Ids of what has no card or one behind. */
  behind(limit: number): Promise<string[]>;
  /** Null: it has no card (any more). */
  thing(id: string): Promise<Thing | null>;
  row(id: string): Promise<Row | null>;
  newRow(id: string, row: PostedCard): Row;
  put(row: Row): Promise<void>;
  /** Puts off its next try until then and writes its row where there is none; false where somebody wrote it since it was read. */
  claim(row: Row, until: number): Promise<boolean>;
  draw(thing: Thing, reader: CardReader): Promise<DrawnCard>;
}

export interface OwnChatCards {
  /** Something changed on this. */
  poke(id: string): void;
  /** To be drawn although nothing new is in the store. */
  redraw(ids: readonly string[]): void;
  start(): void;
  /** Done when calls in hand have ended; begins none. */
  stop(): Promise<void>;
}

/**
 * One card of a thing in its agent's own chat, posted so that it notifies them and kept true afterwards. What is behind is known from the
 * store. Such a card is never posted a second time once Teams has told its id.
 */
export function createOwnChatCards<
  Thing extends { readonly agentId: string },
  Row extends PostedCard,
>(parts: {
  source: OwnCardSource<Thing, Row>;
  engine: Store['engine'];
  references: Store['references'];
  teams: Pick<TeamsPort, 'post' | 'update'>;
  people: Pick<People, 'agentIdsIn'>;
  languages: Pick<ConversationLanguages, 'of'>;
  clock: Clock;
  log: Logger;
  random?: () => number;
}): OwnChatCards {
  const { source, engine, references, teams, people, languages, clock, log, random = Math.random } = parts;
  const queue = createShowQueue({
    about: (id) => ({ of: source.name, id }),
    show,
    atOnce,
    clock,
    log,
    random,
  });
  const turns = createCardTurns<Row>({ engine, claim: source.claim, put: source.put, clock });
  const sweep = createSweep({ name: source.name, everyMs: sweepEveryMs, work: addBehind, clock, log });
  const anew = new Set<string>();
  /** What Teams took but the store did not: posted once more it would be a second card. */
  const unwritten = new Map<string, Row>();
  /** Until when there is no room in Teams' limits. */
  const inLine = new Map<string, number>();
  let stopping = false;

  async function addBehind(): Promise<void> {
    for (const id of await source.behind(sweepLimit)) queue.add(id);
  }

  async function show(id: string): Promise<number | null> {
    const thing = await source.thing(id);
    if (thing === null) return null;
    const known = unwritten.get(id) ?? (await source.row(id));
    const place = await placeOf(thing, known);
    if (place === null || stopping) return null;
    const row = known ?? source.newRow(id, nothingShown(place.conversationId));
    const waitMs = Math.max(turns.waitMs(row), (inLine.get(id) ?? 0) - clock.now());
    if (waitMs > 0) return waitMs;
    // A row is written before the post: what is drawn meanwhile, another instance leaves to this one.
    if (known === null && !(await source.claim(row, row.nextTryAt))) return lookAgainMs;
    if (unwritten.has(id)) await write(id, row);
    if (!(await turns.take(row))) return lookAgainMs;
    const isAnew = anew.delete(id);
    try {
      const { locale } = await languages.of(place);
      const { userId, aadObjectId } = place;
      const reader = {
        personKey: personKey({ id: userId ?? '', aadObjectId }),
        locale,
        mayBeUnread: row.failures >= readingsBeforeUnread,
      };
      const drawn = await source.draw(thing, reader);
      if (row.shownVersion >= drawn.version && !isAnew) {
        await turns.giveBack(row);
        return null;
      }
      inLine.delete(id);
      await write(id, await bringDrawnCard(teams, place, row, drawn, locale));
      return null;
    } catch (error) {
      if (isAnew) anew.add(id);
      return failed(id, row, error);
    }
  }

  /**
   * The agent's own chat, or where the card is already while that is still theirs: who is no longer taken for the agent is shown no more.
   * Null: nowhere to show it now.
   */
  async function placeOf({ agentId }: Thing, known: Row | null): Promise<ConversationReference | null> {
    if (known !== null) {
      const place = await references.get(known.conversationId);
      if (place?.installed !== true) return null;
      const [whose] = await people.agentIdsIn([place]);
      return whose === agentId ? place : null;
    }
    const installed = await references.installed();
    const agentIds = await people.agentIdsIn(installed);
    return installed.find(({ kind }, index) => kind === 'personal' && agentIds[index] === agentId) ?? null;
  }

  async function write(id: string, row: Row): Promise<void> {
    unwritten.set(id, row);
    await source.put(row);
    unwritten.delete(id);
  }

  /** After how many milliseconds to come back; null: not before something changes. */
  async function failed(id: string, row: Row, cause: unknown): Promise<number | null> {
    const { code, facts } = codedError(cause, 'teams.failed');
    const asked = typeof facts.retryAfterMs === 'number' ? facts.retryAfterMs : 0;
    if (code === 'teams.budget-spent') {
      inLine.set(id, clock.now() + asked);
      await turns.giveBack(row);
      return asked;
    }
    const failures = row.failures + 1;
    log.warn({ code, of: source.name, id, failures, err: cause }, 'a card does not show what it should yet');
    const action = afterRefusalOf(code);
    if (action === 'leave') {
      await source.put({ ...row, failures: 0, nextTryAt: 0, lastError: code });
      await references.markRefused(row.conversationId, clock.now(), code);
      return null;
    }
    // Deleted by the person, or refused whole and short: it is not forced upon them.
    if ((action === 'replace' && row.activityId !== null) || action === 'shrink') {
      await source.put({ ...row, shownVersion: givenUp, lastError: code });
      return null;
    }
    const wait = Math.max(asked, backOffMs(failures, backOff, random()));
    await source.put({ ...row, failures, nextTryAt: clock.now() + wait, lastError: code });
    return wait;
  }

  return {
    poke: (id) => queue.plan(id, settleMs),
    redraw(ids) {
      for (const id of ids) {
        anew.add(id);
        queue.add(id);
      }
    },
    start: sweep.start,
    async stop() {
      stopping = true;
      await Promise.all([sweep.stop(), queue.stop()]);
    },
  };
}

/** No version is as high: Teams is not asked again about this card. */
const givenUp = 1_000_000_000;

function nothingShown(conversationId: string): PostedCard {
  return { conversationId, activityId: null, shownVersion: 0, failures: 0, nextTryAt: 0, lastError: null };
}
