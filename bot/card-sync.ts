import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import type { Overview } from '../src/journeys/journeys.ts';
import type { Outreach } from '../src/outreach/outreach.ts';
import type { CardRow, ConversationReference, OutreachTable, Store } from '../src/store/store.ts';
import { backOffMs } from './back-off.ts';
import { cardPlaces } from './card-places.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { codedError } from './coded-error.ts';
import { createConversationPace } from './conversation-pace.ts';
import type { TeamsPort } from './teams/teams-port.ts';
import { createWakeUps } from './wake-ups.ts';
import { createWorkQueue } from './work-queue.ts';

const considerMs = 7 * 24 * 60 * 60_000;
const sweepEveryMs = 15_000;
const sweepLimit = 2_000;
const outreachesAtOnce = 4;

export interface CardSync {
  /** Something changed on this outreach: show it soon. */
  poke(outreachId: string): void;
  /** Looks through the store now for cards behind the ledger; also done every 15 s. */
  sweep(): void;
  /**
   * Leaves a card alone while a pressed button is being answered, because the answer takes the card's place. Released with
   * `true` after an answer that did, the card is shown anew: Teams may give the answer to the presser alone.
   */
  hold(outreachId: string, conversationId: string): { release(replaced: boolean): void };
  start(): void;
  /** Done when calls in hand have ended. */
  stop(): Promise<void>;
}

export interface CardSyncParts {
  readonly store: Pick<Store, 'cards' | 'references'> & { readonly outreaches: Pick<OutreachTable, 'get'> };
  readonly teams: Pick<TeamsPort, 'post' | 'update'>;
  readonly overview: Pick<Overview, 'agentByEmail'>;
  /** The card of an outreach as it stands, and what notifications say of it. */
  readonly view: (outreach: Outreach) => { card: AdaptiveCard; summary: string };
  readonly clock: Clock;
  readonly log: Logger;
  readonly random?: () => number;
}

/**
 * Makes every posted card equal to the ledger, again and again until it is. A card may be posted twice (an answer was lost), is
 * never lost, and never shows an older version than it did. What is behind is known from the store, so a restart forgets nothing.
 */
export function createCardSync(parts: CardSyncParts): CardSync {
  const { store, teams, overview, clock, log, random = Math.random } = parts;
  const pace = createConversationPace(clock);
  const queue = createWorkQueue(catchUp, outreachesAtOnce);
  const wakeUps = createWakeUps(clock, queue.add);
  const held = new Map<string, number>();
  const showAnew = new Set<string>();
  let cancelSweep: (() => void) | null = null;
  let sweeping = Promise.resolve();

  async function catchUp(outreachId: string): Promise<void> {
    try {
      const outreach = await store.outreaches.get(outreachId);
      if (outreach === null || outreach.updatedAt < clock.now() - considerMs) return;
      const rows = new Map((await store.cards.of(outreachId)).map((row) => [row.conversationId, row]));
      const installed = (await store.references.installed()).map((reference) => ({
        ...reference,
        agentId:
          reference.userEmail === null ? null : (overview.agentByEmail(reference.userEmail)?.agentId ?? null),
      }));
      const places = cardPlaces(outreach, installed, new Set(rows.keys()));
      await Promise.all(places.map((place) => show(outreach, place, rows.get(place.conversationId))));
    } catch (error) {
      const { code } = codedError(error);
      log.error(
        { code, outreachId, err: error },
        'cards could not be compared with the ledger; the next sweep tries again',
      );
    }
  }

  async function show(outreach: Outreach, place: ConversationReference, known?: CardRow): Promise<void> {
    const row = known ?? newRow(outreach, place);
    // Written before the post, so that a crash in between leaves a card to catch up with.
    if (known === undefined) await store.cards.put(row);
    const key = keyOf(outreach.id, place.conversationId);
    if (held.has(key)) return;
    if (row.shownVersion >= outreach.version && !showAnew.has(key)) return;
    if (row.nextTryAt > clock.now()) return wakeUps.plan(outreach.id, row.nextTryAt - clock.now());
    const turn = await pace.turn(place.conversationId);
    if (turn !== 'now') return wakeUps.plan(outreach.id, turn);
    if (held.has(key)) return;
    const anew = showAnew.delete(key);
    try {
      const activityId = await bringTo(outreach, place, row);
      await store.cards.put({
        ...row,
        activityId,
        shownVersion: outreach.version,
        failures: 0,
        nextTryAt: 0,
        lastError: null,
      });
    } catch (error) {
      if (anew) showAnew.add(key);
      await failed(outreach, place, row, error);
    }
  }

  /** Posts or updates; gives the id of the card that now shows it. A card somebody deleted gets one replacement. */
  async function bringTo(outreach: Outreach, place: ConversationReference, row: CardRow): Promise<string> {
    const { card, summary } = parts.view(outreach);
    if (row.activityId !== null) {
      try {
        await teams.update(place, row.activityId, card, summary);
        return row.activityId;
      } catch (error) {
        if (codedError(error).code !== 'teams.card-gone') throw error;
        log.info(
          { code: 'teams.card-gone', outreachId: outreach.id },
          'a card was gone; a new one is posted',
        );
        await store.cards.put({ ...row, activityId: null });
      }
    }
    return (await teams.post(place, card, summary)).activityId;
  }

  async function failed(
    outreach: Outreach,
    place: ConversationReference,
    row: CardRow,
    cause: unknown,
  ): Promise<void> {
    const { code, facts } = codedError(cause);
    const failures = row.failures + 1;
    log.warn({ code, outreachId: outreach.id, failures, err: cause }, 'a card does not show the ledger yet');
    const known = (await store.cards.of(outreach.id)).find(
      (card) => card.conversationId === place.conversationId,
    );
    if (code === 'teams.bot-removed') {
      await store.cards.put({ ...(known ?? row), failures: 0, nextTryAt: 0, lastError: code });
      return store.references.markRemoved(place.conversationId, clock.now());
    }
    const asked = typeof facts.retryAfterMs === 'number' ? facts.retryAfterMs : null;
    const wait = backOffMs(failures, asked, random);
    await store.cards.put({ ...(known ?? row), failures, nextTryAt: clock.now() + wait, lastError: code });
    if (code === 'teams.throttled') pace.rest(place.conversationId, wait);
    wakeUps.plan(outreach.id, wait);
  }

  async function sweepOnce(): Promise<void> {
    try {
      const behind = await store.cards.outreachesBehind(clock.now() - considerMs, sweepLimit);
      for (const { id } of behind) queue.add(id);
    } catch (error) {
      log.error({ code: codedError(error).code, err: error }, 'the sweep for cards behind the ledger failed');
    }
  }

  function sweepAndPlan(): void {
    sweeping = sweeping.then(sweepOnce);
    cancelSweep = clock.after(sweepEveryMs, sweepAndPlan);
  }

  return {
    poke: (outreachId) => queue.add(outreachId),
    sweep() {
      sweeping = sweeping.then(sweepOnce);
    },
    hold(outreachId, conversationId) {
      const key = keyOf(outreachId, conversationId);
      held.set(key, (held.get(key) ?? 0) + 1);
      return {
        release(replaced) {
          const left = (held.get(key) ?? 1) - 1;
          if (left > 0) held.set(key, left);
          else held.delete(key);
          if (replaced) showAnew.add(key);
          queue.add(outreachId);
        },
      };
    },
    start: sweepAndPlan,
    async stop() {
      cancelSweep?.();
      await Promise.all([sweeping, queue.stop()]);
      wakeUps.cancelAll();
    },
  };
}

function newRow(outreach: Outreach, place: ConversationReference): CardRow {
  return {
    outreachId: outreach.id,
    conversationId: place.conversationId,
    activityId: null,
    shownVersion: 0,
    failures: 0,
    nextTryAt: 0,
    lastError: null,
  };
}

function keyOf(outreachId: string, conversationId: string): string {
  return `${outreachId} ${conversationId}`;
}
