import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { BurstMember } from '../../src/store/shapes/burst-table.ts';
import type { CardRow } from '../../src/store/shapes/card-table.ts';
import type { OutreachTable } from '../../src/store/shapes/outreach-table.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { Store } from '../../src/store/store.ts';
import { createShowQueue } from '../card-sync/show-queue.ts';
import { createShowBurst, type ShowBurstParts } from './show-burst.ts';

/** So many waiting in a channel at a time share a card. */
const burstFrom = 3;

/** So many fit on one card that Teams takes, each with its buttons. */
const mostOnACard = 12;

/** Decisions that follow at once make one update. */
const settleMs = 100;
const burstsAtOnce = 2;

export interface Bursts {
  /**
   * Sees to it that a burst card shows the outreach, where it is on one or has to join one: many proposals at a time would else be
   * as many posts. True: that is its card there; false: it gets one of its own, or has one. Throws `store.*`.
   */
  takes(outreach: Outreach, place: ConversationReference, known: CardRow | undefined): Promise<boolean>;
  /** Takes up the burst cards that are behind the ledger. Throws `store.*`. */
  addBehind(changedSince: number, limit: number): Promise<void>;
  /** Done when calls in hand have ended; begins none. */
  stop(): Promise<void>;
}

export interface BurstsParts extends Omit<ShowBurstParts, 'store'> {
  readonly store: ShowBurstParts['store'] & {
    readonly outreaches: Pick<OutreachTable, 'inStates'>;
    readonly bursts: Pick<Store['bursts'], 'of' | 'join' | 'behind'>;
    readonly cards: Pick<Store['cards'], 'put'>;
  };
  readonly clock: Clock;
  readonly log: Logger;
}

/** The cards that several proposals share: which of them are on one, and that each card follows its members. */
export function createBursts(parts: BurstsParts): Bursts {
  const { store, clock, log, random } = parts;
  const show = createShowBurst(parts);
  const queue = createShowQueue({
    about: (burstId) => ({ burstId }),
    show,
    atOnce: burstsAtOnce,
    clock,
    log,
    random,
  });

  async function joined(
    outreach: Outreach,
    { conversationId }: ConversationReference,
  ): Promise<BurstMember | null> {
    const waiting = (await store.outreaches.inStates(['awaiting-approval'])).filter(isAsked);
    if (waiting.length < burstFrom) return null;
    const seat = { outreachId: outreach.id, conversationId, newId: randomUUID(), most: mostOnACard };
    return store.bursts.join({ ...seat, at: clock.now() });
  }

  return {
    async takes(outreach, place, known) {
      if (place.kind !== 'channel') return false;
      const members = await store.bursts.of(outreach.id);
      const member =
        members.find(({ conversationId }) => conversationId === place.conversationId) ??
        (isAsked(outreach) && !isPosted(known) ? await joined(outreach, place) : null);
      if (member === null) return false;
      const behind = member.shownVersion < outreach.version;
      if (behind) queue.plan(member.burstId, settleMs);
      // What was put off comes back with a post of its own: the burst's card would show it to nobody anew.
      if (member.ownCard || outreach.backAtVersion > 0) return false;
      if (!behind && known?.shownVersion !== outreach.version)
        await store.cards.put(shownOnBurst(outreach, place));
      return true;
    },
    async addBehind(changedSince, limit) {
      for (const burstId of await store.bursts.behind(changedSince, limit)) queue.add(burstId);
    },
    stop: queue.stop,
  };
}

/** Somebody is asked, and it was not put off before. */
function isAsked({ state, snoozedUntil, backAtVersion }: Outreach): boolean {
  return state === 'awaiting-approval' && snoozedUntil === null && backAtVersion === 0;
}

/** There is no card of its own, and nothing to catch up with. */
function shownOnBurst({ id, version }: Outreach, { conversationId }: ConversationReference): CardRow {
  return {
    outreachId: id,
    conversationId,
    activityId: null,
    replaces: null,
    shownVersion: version,
    failures: 0,
    nextTryAt: 0,
    lastError: null,
  };
}

function isPosted(known: CardRow | undefined): boolean {
  return known !== undefined && (known.activityId !== null || known.replaces !== null);
}
