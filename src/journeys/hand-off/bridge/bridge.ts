import { ReachbackError } from '../../../errors/reachback-error.ts';
import type { BridgeEnd, Bridge as BridgeRow } from '../../../store/shapes/bridge-table.ts';
import type { BridgeParts } from './bridge-parts.ts';
import { bridgeTimings } from './bridge-timings.ts';
import { newCarried } from './carry/new-carried.ts';
import { createSendToCustomer } from './carry/send-to-customer.ts';
import { type Crossing, createCrossing } from './crossing.ts';
import { createLane } from './lane.ts';
import { bridgeWords } from './texts/bridge-words.ts';
import { contextText, type HandOffContext } from './texts/handed-over.ts';
import { createTakeWebhook, type WebhookAnswer } from './webhook/take-webhook.ts';

interface BridgedHandOff {
  readonly handOffId: string;
  readonly partnerId: string;
  readonly sourceConversationId: string;
  readonly channelId: string;
  readonly guestId: string;
  readonly externalContactId: string | null;
  readonly customerName: string | null;
  /** Of the partner; told to its flow as an attribute. */
  readonly queue: string;
  readonly context: HandOffContext;
  readonly limitMs: number;
}

interface BridgeProgress {
  /** Messages that reached our customer, and the partner. */
  readonly in: number;
  readonly out: number;
  readonly waiting: number;
  readonly lastError: string | null;
}

/** Conversations of our customers joined with conversations of other organisations, by Open Messaging. */
export interface Bridge {
  /** Durable when it resolves; the same hand-off again changes nothing. */
  begin(handOff: BridgedHandOff): Promise<void>;
  /** Somebody ends it; resolves when that is written, and the last words follow. */
  end(handOffId: string, by: BridgeEnd): Promise<void>;
  takeWebhook(partnerId: string, rawBody: Buffer, signature: string | undefined): Promise<WebhookAnswer>;
  /** Something happened in this conversation of ours. */
  poke(conversationId: string): void;
  progress(handOffId: string): Promise<BridgeProgress | null>;
  /** Takes up what an earlier life left. */
  start(): void;
  stop(): Promise<void>;
}

/** Bridges that another process began, or that could not be read at the start, are found this soon. */
const lookForMs = 15_000;

export function createBridge(given: BridgeParts): Bridge {
  const { bridges, source, sourceClientId, partner, ended, changed, clock, newId, log } = given;
  const timings = { ...bridgeTimings, ...given.timings };
  const words = given.words ?? bridgeWords;
  const crossings = new Map<string, Crossing>();
  let stopped = false;

  const shared = {
    bridges,
    source,
    ...(given.counted !== undefined && { counted: given.counted }),
    clock,
    platformNow: given.platformNow,
    newId,
    log,
    sendToCustomer: createSendToCustomer(source, sourceClientId),
    knows: ({ partnerId }: Pick<BridgeRow, 'partnerId'>) => partner(partnerId) !== null,
    partnerOf({ partnerId }: BridgeRow) {
      const known = partner(partnerId);
      if (known === null) throw new ReachbackError('bridge.partner-unknown', { facts: { partnerId } });
      return known;
    },
    timings,
    words,
    readEveryMs: () => Math.max(timings.readEveryMs, crossings.size * timings.readShareMs),
    ended,
    changed,
  };

  function open(bridge: Pick<BridgeRow, 'handOffId' | 'sourceConversationId'>): void {
    const { handOffId } = bridge;
    if (stopped || crossings.has(handOffId)) return;
    const crossing = createCrossing(bridge, {
      ...shared,
      over() {
        log.debug({ handOffId }, 'a bridge is let go');
        crossings.delete(handOffId);
        void crossing.stop();
      },
    });
    crossings.set(handOffId, crossing);
  }

  const finding = createLane({
    name: 'find bridges',
    clock,
    log,
    async work() {
      for (const bridge of await bridges.live()) open(bridge);
      return lookForMs;
    },
  });

  return {
    async begin(handOff) {
      const now = clock.now();
      const row = rowOf(handOff, now, Math.max(0, Math.min(timings.warnBeforeMs, handOff.limitMs / 5)));
      const { handOffId, context, customerName } = handOff;
      const given = { handOffId, direction: 'to-partner', kind: 'context', sourceId: 'context' } as const;
      const first = { ...given, text: contextText(context, customerName, words), place: 0, saidAt: now };
      if (await bridges.add(row, newCarried(first, now, newId))) {
        log.info({ handOffId, partnerId: row.partnerId }, 'a bridge begins');
      }
      const kept = await bridges.get(handOffId);
      if (kept !== null && (kept.state !== 'ended' || !kept.endTold)) open(kept);
    },

    async end(handOffId, by) {
      for (;;) {
        const now = await bridges.get(handOffId);
        if (now === null || now.state !== 'open') return;
        const patch = { state: 'ending', endedBy: by, sideIsOver: false, endingAt: clock.now() } as const;
        if ((await bridges.change(now, patch)) !== null) break;
      }
      crossings.get(handOffId)?.wake('life');
    },

    takeWebhook: createTakeWebhook({
      bridges,
      partner,
      clock,
      newId,
      log,
      wake: (handOffId) => crossings.get(handOffId)?.wake('reply'),
    }),

    poke(conversationId) {
      for (const crossing of crossings.values()) {
        if (crossing.sourceConversationId === conversationId) crossing.wake('source');
      }
    },

    async progress(handOffId) {
      const bridge = await bridges.get(handOffId);
      if (bridge === null) return null;
      const all = await bridges.of(handOffId);
      const arrived = all.filter(
        ({ kind, state, lastPart }) => kind === 'message' && state === 'delivered' && lastPart,
      );
      return {
        in: arrived.filter(({ direction }) => direction === 'to-customer').length,
        out: arrived.filter(({ direction }) => direction === 'to-partner').length,
        waiting: all.filter(({ state }) => ['waiting', 'sending', 'unknown'].includes(state)).length,
        lastError: bridge.lastError,
      };
    },

    start: finding.now,

    async stop() {
      stopped = true;
      await finding.stop();
      await Promise.all([...crossings.values()].map((crossing) => crossing.stop()));
      crossings.clear();
    },
  };
}

function rowOf(handOff: BridgedHandOff, now: number, warnBeforeMs: number): BridgeRow {
  const { context, queue, limitMs, ...ids } = handOff;
  return {
    handOffId: ids.handOffId,
    partnerId: ids.partnerId,
    sourceConversationId: ids.sourceConversationId,
    channelId: ids.channelId,
    guestId: ids.guestId,
    externalContactId: ids.externalContactId,
    customerName: ids.customerName,
    attributes: {
      handOffId: ids.handOffId,
      handOffReason: context.reason,
      handOffQueue: queue,
      ...(context.originalQueue !== null && { originalQueue: context.originalQueue }),
    },
    destinationConversationId: null,
    state: 'open',
    endedBy: null,
    endCode: null,
    sideIsOver: false,
    endingAt: null,
    endTold: false,
    startedAt: now,
    warnAt: now + limitMs - warnBeforeMs,
    limitAt: now + limitMs,
    warned: false,
    transcriptTaken: false,
    lastError: null,
    version: 1,
  };
}
