import type { Bridge } from '../../../store/shapes/bridge-table.ts';
import type { BridgeParts } from './bridge-parts.ts';
import { createCarry } from './carry/carry.ts';
import { createSendReceipts } from './carry/send-receipts.ts';
import type { CrossingParts } from './crossing-parts.ts';
import { createLane } from './lane.ts';
import { createLiveAndEnd } from './live-and-end.ts';
import { createReadDestination } from './read/read-destination.ts';
import { createReadSource } from './read/read-source.ts';

/** The work on one hand-off, while it lasts. */
export interface Crossing {
  readonly sourceConversationId: string;
  /** Something happened in our customer's conversation, a reply of the partner is in the outbox, or somebody ends the hand-off. */
  wake(what: 'source' | 'reply' | 'life'): void;
  stop(): Promise<void>;
}

/** Runs a hand-off: both conversations are read, each direction carries for itself, and neither waits for the other. `over`: it has ended. */
export function createCrossing(
  bridge: Pick<Bridge, 'handOffId' | 'sourceConversationId'>,
  shared: Omit<CrossingParts, 'handOffId' | 'changed' | 'note' | 'beginEnd' | 'isOthers'> &
    Pick<BridgeParts, 'ended' | 'changed'> & {
      readonly over: () => void;
      readonly knows: (bridge: Pick<Bridge, 'partnerId'>) => boolean;
    },
): Crossing {
  const { handOffId, sourceConversationId } = bridge;
  const { bridges, clock, log } = shared;
  const lane = (name: string, work: () => Promise<number | null>) => createLane({ name, work, clock, log });

  let strangerSince: number | null = null;

  const parts: CrossingParts = {
    ...shared,
    handOffId,
    isOthers(row) {
      if (!bridges.shared || shared.knows(row)) {
        strangerSince = null;
        return false;
      }
      strangerSince ??= clock.now();
      return clock.now() - strangerSince < shared.timings.passOverMs;
    },
    changed: () => shared.changed(handOffId),
    async note(code) {
      const now = await bridges.get(handOffId);
      if (now === null || now.lastError === code || now.state === 'ended') return;
      // What was left out stays to be seen, however well the rest goes.
      if (code === null && now.lastError?.startsWith('bridge.message-')) return;
      if ((await bridges.change(now, { lastError: code })) !== null) shared.changed(handOffId);
    },
    async beginEnd(by, sideIsOver, code) {
      const now = await bridges.get(handOffId);
      if (now === null || now.state !== 'open') return;
      const patch = {
        state: 'ending',
        endedBy: by,
        sideIsOver,
        endCode: code ?? null,
        endingAt: clock.now(),
      } as const;
      if ((await bridges.change(now, patch)) === null) return parts.beginEnd(by, sideIsOver, code);
      log.info({ handOffId, by, sideIsOver, code }, 'a bridge ends');
      life.now();
    },
  };

  const settled = () => life.now();
  const toPartner = lane(
    'to-partner',
    createCarry({ ...parts, direction: 'to-partner', heard: () => null, settled }),
  );
  const destination = createReadDestination({
    ...parts,
    took: () => toCustomer.now(),
    whileQuiet: (run) => toPartner.between(run),
  });
  const toCustomer = lane(
    'to-customer',
    createCarry({ ...parts, direction: 'to-customer', heard: destination.heard, settled }),
  );
  const readDestination = lane('read-destination', destination.read);
  const sendReceipts = createSendReceipts(parts);
  const receipts = lane('receipts', sendReceipts);
  const readSource = lane(
    'read-source',
    createReadSource({
      ...parts,
      took: () => toPartner.now(),
      receiptsDue: () => receipts.now(),
      hasEnded: () => life.now(),
    }),
  );
  const life = lane(
    'life',
    createLiveAndEnd({
      ...parts,
      ended: shared.ended,
      carry: (direction) => (direction === 'to-partner' ? toPartner : toCustomer).now(),
      flushReceipts: () => receipts.between(async () => void (await sendReceipts())),
      over: shared.over,
    }),
  );
  const lanes = [life, readSource, toPartner, readDestination, toCustomer, receipts];
  for (const each of lanes) each.now();

  return {
    sourceConversationId,
    wake(what) {
      const woken = { source: [readSource], reply: [readDestination, toCustomer], life: [life] };
      for (const each of woken[what]) each.now();
    },
    async stop() {
      await Promise.all(lanes.map((each) => each.stop()));
    },
  };
}
