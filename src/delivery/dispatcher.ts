import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Outreach } from '../outreach/outreach.ts';
import type { Departures } from '../store/shapes/departures.ts';
import type { OutreachTable } from '../store/shapes/outreach-table.ts';
import { createSweep } from '../sweep.ts';
import type { Delivery, Look } from './delivery.ts';
import type { FoundMessage } from './find-message.ts';
import type { Ledger } from './ledger.ts';

export interface Dispatcher {
  /**
   * Sends an approved outreach now, on a truth check begun already if it need not wait in line, where that grows old; a second call for one in hand joins
   * the first, and one whose hour has not come stays as it is. Gives the row as it stands; throws like `deliver`.
   */
  dispatch(approved: Outreach, look?: Look): Promise<Outreach>;
  /** Begins the truth check of a conversation; undefined while others wait for their turn. */
  look(conversationId: string): Look | undefined;
  /** Takes up what an earlier process left behind, and keeps looking for approved rows nobody carries. */
  start(): void;
  /** What kept approved rows waiting may be over: they are looked for now. */
  wake(): void;
  /** Waits for sends in hand. */
  stop(): Promise<void>;
}

/**
 * So many are carried side by side. Each asks before it sends, and the budget keeps this much back for sends: more would ask, find
 * no room left to send, and have to ask again.
 */
const atOnce = 12;

const sweepMs = 5_000;

/** Sees to it that every approved outreach is delivered once, through faults and restarts. */
export function createDispatcher(parts: {
  ledger: Ledger;
  outreaches: OutreachTable;
  delivery: Delivery;
  /** Told of what was held back at the last moment by this part's own sweep, with nobody else to hear of it. Must not throw. */
  heldBack: (outreach: Outreach) => void;
  /** Our message, where it landed; null when it is nowhere. */
  findMessage: (outreach: Outreach) => Promise<FoundMessage | null>;
  /** Of the attempts earlier lives left behind; null: nothing is known. */
  departures: Pick<Departures, 'surelyStayed'> | null;
  /** How long a row may be in `sending` before nobody can be carrying it: 0 where this process is alone on the store. */
  abandonedAfterMs: number;
  clock: Clock;
  log: Logger;
}): Dispatcher {
  const { ledger, outreaches, delivery, heldBack, findMessage, departures, abandonedAfterMs, clock, log } =
    parts;
  const inHand = new Map<string, Promise<Outreach>>();
  /** Those whose turn has not come; called when it has. */
  const line: (() => void)[] = [];
  /** By the id of an approved row, what kept it back. */
  const waitsFor = new Map<string, string>();
  let carried = 0;
  /** Looks begun ahead of their message's turn: all of a burst ask before the first one is carried. */
  let looking = 0;
  let stopping = false;
  /** The next hour that falls before the next sweep. */
  let nearest: { readonly at: number; readonly cancel: () => void } | null = null;

  function turn(): Promise<void> {
    if (carried >= atOnce) return new Promise((resolve) => line.push(resolve));
    carried += 1;
    return Promise.resolve();
  }

  function passOn(): void {
    const next = line.shift();
    if (next === undefined) carried -= 1;
    else next();
  }

  async function carry(approved: Outreach, look?: Look): Promise<Outreach> {
    const waits = carried >= atOnce;
    await turn();
    try {
      return stopping ? approved : await delivery.deliver(approved, waits ? undefined : look);
    } finally {
      passOn();
    }
  }

  function dispatch(approved: Outreach, look?: Look): Promise<Outreach> {
    const running = inHand.get(approved.id);
    if (running !== undefined) return running;
    if (approved.sendAt !== null && clock.now() < approved.sendAt) {
      wakeAt(approved.sendAt);
      return Promise.resolve(approved);
    }
    const work = carry(approved, look).finally(() => inHand.delete(approved.id));
    inHand.set(approved.id, work);
    return work;
  }

  /** A sweep comes round in time for most hours; the nearest one is met to the moment. */
  function wakeAt(at: number): void {
    const inMs = at - clock.now();
    if (stopping || inMs > sweepMs || (nearest !== null && nearest.at <= at)) return;
    nearest?.cancel();
    const cancel = clock.after(inMs, () => {
      nearest = null;
      sweep.now();
    });
    nearest = { at, cancel };
  }

  /**
   * A row in `sending` that nobody carries was left by a process that died. Where it surely died before a byte of the request left, the
   * outreach is approved as it was. Else its answer is lost: mostly the message is there, and one look spares people an *unknown* that is none.
   */
  async function takeUp(abandoned: Outreach): Promise<Outreach> {
    const { id, version } = abandoned;
    if (departures?.surelyStayed(id, version)) {
      const { outreach, applied } = await ledger.apply(abandoned, {
        type: 'put-back',
        code: 'outreach.stayed',
      });
      if (applied) sweep.now();
      return outreach;
    }
    const found = await findMessage(abandoned).catch(() => null);
    if (found !== null) return (await ledger.apply(id, { type: 'found', ...found })).outreach;
    const { outreach, applied } = await ledger.apply(id, { type: 'answer-lost', code: 'outreach.unknown' });
    if (applied)
      log.warn({ code: 'outreach.unknown', outreachId: id }, 'left in its request, nobody carries it');
    return outreach;
  }

  /** Once for each thing it waits for, not with every sweep. */
  function tellWaiting(outreachId: string, cause: unknown): void {
    const what = String(cause);
    if (waitsFor.get(outreachId) === what) return;
    waitsFor.set(outreachId, what);
    log.warn({ err: cause, outreachId }, 'approved and not sent yet');
  }

  async function takeUpAbandoned(): Promise<void> {
    for (const abandoned of await outreaches.inStates(['sending'])) {
      const { id, updatedAt } = abandoned;
      if (inHand.has(id) || clock.now() - updatedAt < abandonedAfterMs) continue;
      const work = takeUp(abandoned).finally(() => inHand.delete(id));
      inHand.set(id, work);
      work.catch((cause: unknown) => log.warn({ err: cause, outreachId: id }, 'not taken up yet'));
    }
  }

  async function deliverApproved(): Promise<void> {
    await takeUpAbandoned();
    // With a line there is enough in hand, and all of it would only be read again.
    if (line.length > 0) return;
    const waiting = await outreaches.inStates(['approved']);
    const ids = new Set(waiting.map(({ id }) => id));
    for (const id of waitsFor.keys()) if (!ids.has(id)) waitsFor.delete(id);
    for (const approved of waiting) {
      if (inHand.has(approved.id)) continue;
      dispatch(approved).then(
        (ended) => ended.state === 'held' && heldBack(ended),
        (cause: unknown) => tellWaiting(approved.id, cause),
      );
    }
  }

  const sweep = createSweep({ name: 'dispatch', everyMs: sweepMs, work: deliverApproved, clock, log });
  return {
    dispatch,
    look(conversationId) {
      if (carried + looking >= atOnce) return undefined;
      looking += 1;
      const look = delivery.look(conversationId);
      const done = () => {
        looking -= 1;
      };
      look.then(done, done);
      return look;
    },
    start: sweep.start,
    wake: sweep.now,
    async stop() {
      stopping = true;
      nearest?.cancel();
      for (const go of line.splice(0)) go();
      await sweep.stop();
      await Promise.allSettled(inHand.values());
    },
  };
}
