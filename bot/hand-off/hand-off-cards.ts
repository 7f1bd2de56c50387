import type { Logger } from 'pino';
import { backOffMs } from '../../src/back-off.ts';
import type { Clock } from '../../src/clock.ts';
import type { HandOff, HandOffCardRow } from '../../src/store/shapes/hand-off-table.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { Store } from '../../src/store/store.ts';
import { createSweep } from '../../src/sweep.ts';
import { afterRefusalOf } from '../card-sync/after-refusal.ts';
import { bringDrawnCard } from '../card-sync/bring-drawn-card.ts';
import { createCardTurns, lookAgainMs } from '../card-sync/card-turns.ts';
import { createShowQueue } from '../card-sync/show-queue.ts';
import { handOffCard, handOffSummary } from '../cards/hand-off-card.ts';
import { codedError } from '../coded-error.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import type { People } from '../people/people.ts';
import type { TeamsPort } from '../teams/teams-port.ts';
import { type HandOffPlace, handOffPlaces } from './hand-off-places.ts';
import { handOffViewOf } from './hand-off-view-of.ts';
import type { PartnerChannels } from './partner-channels.ts';

const considerMs = 7 * 24 * 60 * 60_000;
const sweepEveryMs = 15_000;
const sweepLimit = 500;
/** Between looks at all of them: in between, at those that changed of late. */
const wholeEveryMs = 10 * 60_000;
const lateMs = 60_000;
const atOnce = 2;
/** Steps that follow at once make one update, and the answer to a press comes first. */
const settleMs = 300;
const backOff = { baseMs: 1_000, maxMs: 5 * 60_000 };
/** No version is as high: Teams is not asked again about this card. */
const givenUp = 1_000_000_000;

export interface HandOffCards {
  /** Something changed on this hand-off. */
  poke(handOffId: string): void;
  start(): void;
  /** Done when calls in hand have ended; begins none. */
  stop(): Promise<void>;
}

/** The cards of each hand-off, in the agent’s chat and in the channels of both organisations, kept true until its end and after a restart. */
export function createHandOffCards(parts: {
  engine: Store['engine'];
  table: Store['handOffs'];
  /** All of them, the partners’ channels, too. */
  references: Pick<Store['references'], 'installed' | 'markRefused'>;
  channels: PartnerChannels;
  teams: Pick<TeamsPort, 'post' | 'update'>;
  people: Pick<People, 'agentIdsIn'>;
  languages: Pick<ConversationLanguages, 'of'>;
  clock: Clock;
  log: Logger;
  random?: () => number;
}): HandOffCards {
  const {
    engine,
    table,
    references,
    channels,
    teams,
    people,
    languages,
    clock,
    log,
    random = Math.random,
  } = parts;
  const queue = createShowQueue({
    about: (handOffId) => ({ handOffId }),
    show: catchUp,
    atOnce,
    clock,
    log,
    random,
  });
  const turns = createCardTurns<HandOffCardRow>({
    engine,
    claim: table.claimCard,
    put: table.putCard,
    clock,
  });
  const sweep = createSweep({ name: 'hand-off cards', everyMs: sweepEveryMs, work: addRecent, clock, log });
  /** What Teams took but the store did not: posted once more it would be a second card. */
  const unwritten = new Map<string, HandOffCardRow>();
  let stopping = false;
  let lookedAtAllAt = Number.NEGATIVE_INFINITY;

  async function addRecent(): Promise<void> {
    const all = clock.now() - lookedAtAllAt >= wholeEveryMs;
    if (all) lookedAtAllAt = clock.now();
    const since = clock.now() - (all ? considerMs : lateMs);
    for (const id of await table.changedSince(since, sweepLimit)) queue.add(id);
  }

  async function catchUp(handOffId: string): Promise<null> {
    const handOff = await table.get(handOffId);
    if (handOff === null) return null;
    const rows = await table.cards(handOffId);
    for (const place of await placesOf(handOff)) {
      if (stopping) return null;
      const { conversationId } = place.reference;
      const known = rows.find((row) => row.conversationId === conversationId) ?? null;
      const waitMs = await show(handOff, place, unwritten.get(keyOf(handOffId, conversationId)) ?? known);
      if (waitMs !== null) queue.plan(handOffId, waitMs);
    }
    return null;
  }

  async function placesOf(handOff: HandOff): Promise<HandOffPlace[]> {
    const installed = await references.installed();
    const agentIds = await people.agentIdsIn(installed);
    return handOffPlaces(
      handOff,
      installed.map((reference, index) => ({ reference, agentId: agentIds[index] ?? null })),
      { ofPartner: channels.of(handOff.partnerId), ofAnyPartner: channels.all() },
    );
  }

  /** After how many milliseconds to come back; null: not before something changes. */
  async function show(
    handOff: HandOff,
    { reference, side }: HandOffPlace,
    known: HandOffCardRow | null,
  ): Promise<number | null> {
    const row = known ?? newRow(handOff.id, reference.conversationId);
    const key = keyOf(row.handOffId, row.conversationId);
    if (unwritten.has(key)) await write(row);
    if (row.shownVersion >= handOff.version) return null;
    const waitMs = turns.waitMs(row);
    if (waitMs > 0) return waitMs;
    if (!(await turns.take(row))) return lookAgainMs;
    try {
      await write(await bring(handOff, { reference, side }, row));
      return null;
    } catch (error) {
      return failed(reference, row, error);
    }
  }

  async function bring(
    handOff: HandOff,
    { reference, side }: HandOffPlace,
    row: HandOffCardRow,
  ): Promise<HandOffCardRow> {
    const { locale } = await languages.of(reference);
    const view = handOffViewOf(handOff, side);
    const card = handOffCard(view, locale);
    const drawn = { card, summary: handOffSummary(view, locale), version: handOff.version };
    return bringDrawnCard(teams, reference, row, drawn, locale);
  }

  async function write(row: HandOffCardRow): Promise<void> {
    const key = keyOf(row.handOffId, row.conversationId);
    unwritten.set(key, row);
    await table.putCard(row);
    unwritten.delete(key);
  }

  async function failed(
    { conversationId }: ConversationReference,
    row: HandOffCardRow,
    cause: unknown,
  ): Promise<number | null> {
    const { code, facts } = codedError(cause, 'teams.failed');
    const asked = typeof facts.retryAfterMs === 'number' ? facts.retryAfterMs : 0;
    if (code === 'teams.budget-spent') {
      // No failure, and it has its place in the line: whoever comes later than that loses it.
      await table.putCard({ ...row, nextTryAt: clock.now() + asked });
      return asked;
    }
    const failures = row.failures + 1;
    log.warn({ code, handOffId: row.handOffId, failures, err: cause }, 'a hand-off card is behind');
    const action = afterRefusalOf(code);
    if (action === 'leave') await references.markRefused(conversationId, clock.now(), code);
    if (action === 'leave' || action === 'shrink' || (action === 'replace' && row.activityId !== null)) {
      await table.putCard({ ...row, shownVersion: givenUp, lastError: code });
      return null;
    }
    const wait = Math.max(asked, backOffMs(failures, backOff, random()));
    await table.putCard({ ...row, failures, nextTryAt: clock.now() + wait, lastError: code });
    return wait;
  }

  return {
    poke: (handOffId) => queue.plan(handOffId, settleMs),
    start: sweep.start,
    async stop() {
      stopping = true;
      await Promise.all([sweep.stop(), queue.stop()]);
    },
  };
}

function keyOf(handOffId: string, conversationId: string): string {
  return `${handOffId} ${conversationId}`;
}

function newRow(handOffId: string, conversationId: string): HandOffCardRow {
  return {
    handOffId,
    conversationId,
    activityId: null,
    shownVersion: 0,
    failures: 0,
    nextTryAt: 0,
    lastError: null,
  };
}
