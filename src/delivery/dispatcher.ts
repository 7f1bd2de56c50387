import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Outreach } from '../outreach/outreach.ts';
import type { OutreachTable } from '../store/store.ts';
import { createSweep } from '../sweep.ts';
import type { Delivery, Look } from './delivery.ts';
import type { Ledger } from './ledger.ts';

export interface Dispatcher {
  /**
   * Sends an approved outreach now, on a truth check begun already if there is one; a second call for one in hand joins
   * the first, and one whose hour has not come stays as it is. Gives the row as it stands; throws like `deliver`.
   */
  dispatch(approved: Outreach, look?: Look): Promise<Outreach>;
  /** Begins the truth check of a conversation. */
  look(conversationId: string): Look;
  /** Takes up what an earlier process left behind, and keeps looking for approved rows nobody carries. */
  start(): void;
  /** Waits for sends in hand. */
  stop(): Promise<void>;
}

/** So many are carried side by side: a slow answer must not hold up a long line. */
const atOnce = 4;

/** Sees to it that every approved outreach is delivered once, through faults and restarts. */
export function createDispatcher(parts: {
  ledger: Ledger;
  outreaches: OutreachTable;
  delivery: Delivery;
  /** Told of what was held back at the last moment by this part's own sweep, with nobody else to hear of it. Must not throw. */
  heldBack: (outreach: Outreach) => void;
  /** How long a row may be in `sending` before nobody can be carrying it: 0 where this process is alone on the store. */
  abandonedAfterMs: number;
  clock: Clock;
  log: Logger;
}): Dispatcher {
  const { ledger, outreaches, delivery, heldBack, abandonedAfterMs, clock, log } = parts;
  const inHand = new Map<string, Promise<Outreach>>();

  function dispatch(approved: Outreach, look?: Look): Promise<Outreach> {
    const running = inHand.get(approved.id);
    if (running !== undefined) return running;
    if (approved.sendAt !== null && clock.now() < approved.sendAt) return Promise.resolve(approved);
    const work = delivery.deliver(approved, look).finally(() => inHand.delete(approved.id));
    inHand.set(approved.id, work);
    return work;
  }

  /** A row in `sending` that nobody carries was left by a process that died in the request: its answer is lost. */
  async function takeUpAbandoned(): Promise<void> {
    for (const { id, updatedAt } of await outreaches.inStates(['sending'])) {
      if (inHand.has(id) || clock.now() - updatedAt < abandonedAfterMs) continue;
      await ledger.apply(id, { type: 'answer-lost', code: 'outreach.unknown' });
    }
  }

  async function deliverApproved(): Promise<void> {
    await takeUpAbandoned();
    const waiting = await outreaches.inStates(['approved']);
    async function carry(): Promise<void> {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { id } = next;
        if (inHand.has(id)) continue;
        try {
          const ended = await dispatch(next);
          if (ended.state === 'held') heldBack(ended);
        } catch (cause) {
          // One that cannot go yet must not keep the others waiting.
          log.warn({ err: cause, outreachId: id }, 'approved and not sent yet');
        }
      }
    }
    await Promise.all(Array.from({ length: atOnce }, carry));
  }

  const sweep = createSweep({ name: 'dispatch', everyMs: 5_000, work: deliverApproved, clock, log });
  return {
    dispatch,
    look: delivery.look,
    start: sweep.start,
    async stop() {
      await sweep.stop();
      await Promise.allSettled(inHand.values());
    },
  };
}
