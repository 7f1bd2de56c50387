import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { CardRow } from '../../src/store/shapes/card-table.ts';
import type { OutreachTable } from '../../src/store/shapes/outreach-table.ts';
import type { Store } from '../../src/store/store.ts';
import { createSweep } from '../../src/sweep.ts';
import { createBursts } from '../bursts/bursts.ts';
import type { BurstOutreach } from '../bursts/show-burst.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import type { Locale } from '../locales/locale.ts';
import type { People } from '../people/people.ts';
import type { TeamsPort } from '../teams/teams-port.ts';
import { createAdoptCard } from './adopt-card.ts';
import type { ShownIn } from './bring-card.ts';
import { type CardFreeze, createCardFreezes } from './card-freezes.ts';
import { cardPlaces } from './card-places.ts';
import { createMoveCard } from './move-card.ts';
import { createShowCard } from './show-card.ts';
import { createShowQueue } from './show-queue.ts';

const considerMs = 7 * 24 * 60 * 60_000;
const sweepEveryMs = 15_000;
const sweepLimit = 2_000;
const outreachesAtOnce = 4;
/** Steps that follow at once make one update, and drawing cards does not delay a send. */
const settleMs = 100;

export interface CardSync {
  /** Something changed on this outreach: show it a moment later. */
  poke(outreachId: string): void;
  /** Looks through the store now for cards behind the ledger, once started; also done every 15 s. */
  sweep(): void;
  /** Leaves a card alone while a pressed button is being answered. `pressedId`: the activity id of the card, where it is told and is one of ours. */
  freeze(outreachId: string, conversationId: string, pressedId: string | null): CardFreeze;
  start(): void;
  /** Done when calls in hand have ended; begins none. */
  stop(): Promise<void>;
}

export interface CardSyncParts {
  readonly store: Pick<Store, 'bursts' | 'cards' | 'engine' | 'references'> & {
    readonly outreaches: Pick<OutreachTable, 'get' | 'inStates'>;
  };
  readonly teams: Pick<TeamsPort, 'post' | 'update'>;
  readonly people: Pick<People, 'agentIdsIn'>;
  /** The card of an outreach as it stands, and what notifications say of it, in the language of the conversation it is for. */
  readonly view: (outreach: Outreach, locale: Locale) => { card: AdaptiveCard; summary: string };
  /** What a card says whose question is asked again on a newer one. */
  readonly movedView: (outreach: Outreach, locale: Locale) => { card: AdaptiveCard; summary: string };
  /** The card that several proposals share. */
  readonly burstView: (
    burstId: string,
    members: readonly BurstOutreach[],
    locale: Locale,
  ) => { card: AdaptiveCard; summary: string };
  readonly languages: Pick<ConversationLanguages, 'of'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random?: () => number;
}

/**
 * Makes every posted card equal to the ledger, again and again until it is. What is behind is known from the store, so a
 * restart forgets nothing.
 */
export function createCardSync(parts: CardSyncParts): CardSync {
  const { store, people, clock, log, random = Math.random } = parts;
  const stopping = new AbortController();
  const queue = createShowQueue({
    about: (outreachId) => ({ outreachId }),
    show: catchUp,
    atOnce: outreachesAtOnce,
    clock,
    log,
    random,
  });
  const freezes = createCardFreezes(clock, queue.add);
  const show = createShowCard({ ...parts, freezes, left, random, cut: stopping.signal });
  const move = createMoveCard(parts);
  const adopt = createAdoptCard(parts);
  /** By outreach and conversation, which card was pressed last. */
  const pressed = new Map<string, string>();
  const bursts = createBursts({ ...parts, random, shown: queue.add, cut: stopping.signal });
  const sweep = createSweep({ name: 'cards', everyMs: sweepEveryMs, work: addBehind, clock, log });

  async function addBehind(): Promise<void> {
    const behind = await store.cards.outreachesBehind(clock.now() - considerMs, sweepLimit);
    for (const outreachId of behind) queue.add(outreachId);
    await bursts.addBehind(clock.now() - considerMs, sweepLimit);
  }

  /** On a card it shares with others, or on its own. */
  async function showIn(
    outreach: Outreach,
    place: ShownIn,
    row: CardRow | undefined,
  ): Promise<number | null> {
    const own = await notedPress(outreach, place.conversationId, row);
    if (await bursts.takes(outreach, place, own)) return null;
    const known = await move(outreach, place, own);
    return typeof known === 'number' ? known : show(outreach, place, known);
  }

  async function notedPress(
    outreach: Outreach,
    conversationId: string,
    row: CardRow | undefined,
  ): Promise<CardRow | undefined> {
    const key = `${outreach.id} ${conversationId}`;
    const pressedId = pressed.get(key);
    const own = row === undefined || pressedId === undefined ? row : await adopt(outreach, row, pressedId);
    pressed.delete(key);
    return own;
  }

  async function catchUp(outreachId: string): Promise<null> {
    const outreach = await store.outreaches.get(outreachId);
    if (outreach === null || outreach.updatedAt < clock.now() - considerMs) return null;
    const rows = new Map((await store.cards.of(outreachId)).map((row) => [row.conversationId, row]));
    const agentUntold = await untold(outreach);
    const places = cardPlaces(outreach, await installedPlaces(), new Set(rows.keys())).map((place) => ({
      ...place,
      agentUntold: place.kind === 'channel' ? agentUntold : null,
    }));
    const shown = await Promise.allSettled(
      places.map((place) => showIn(outreach, place, rows.get(place.conversationId))),
    );
    for (const card of shown) {
      if (card.status === 'fulfilled' && card.value !== null) queue.plan(outreachId, card.value);
    }
    const broken = shown.find((card) => card.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
    return null;
  }

  /** Why the agent of an outreach cannot be told in their own chat; null when they can, or never had one. */
  async function untold({ agentId, agentName }: Outreach): Promise<ShownIn['agentUntold']> {
    const refused = await store.references.refused();
    const agentIds = await people.agentIdsIn(refused);
    const own = refused.find((_, index) => agentIds[index] === agentId);
    const code = own?.refusedWith ?? null;
    return code === null || !isErrorCode(code) ? null : { agent: agentName, code };
  }

  /** The agent's chat is closed to the bot: the outreach's other cards say so, and where there is none yet, one is posted. */
  async function left(outreachId: string, conversationId: string): Promise<void> {
    const rows = await store.cards.of(outreachId);
    for (const row of rows)
      if (row.conversationId !== conversationId) freezes.showAnew(outreachId, row.conversationId);
    queue.add(outreachId);
  }

  async function installedPlaces() {
    const installed = await store.references.installed();
    const agentIds = await people.agentIdsIn(installed);
    return installed.map((reference, index) => ({ ...reference, agentId: agentIds[index] ?? null }));
  }

  return {
    poke: (outreachId) => queue.plan(outreachId, settleMs),
    sweep: sweep.now,
    freeze(outreachId, conversationId, pressedId) {
      if (pressedId !== null) pressed.set(`${outreachId} ${conversationId}`, pressedId);
      return freezes.freeze(outreachId, conversationId);
    },
    start: sweep.start,
    async stop() {
      stopping.abort();
      freezes.stop();
      await Promise.all([sweep.stop(), queue.stop(), bursts.stop()]);
    },
  };
}
