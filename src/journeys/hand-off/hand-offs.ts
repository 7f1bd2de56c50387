import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { HandOff, HandOffEnd, HandOffTable } from '../../store/shapes/hand-off-table.ts';
import { createSweep } from '../../sweep.ts';
import type { BeginHandOff } from './begin-hand-off.ts';
import type { BridgePort } from './bridge-port.ts';
import { type CarryOutParts, createCarryOut } from './carry-out.ts';
import type { HandOffEvent } from './hand-off-event.ts';
import type { HandOffs } from './handing-off.ts';
import { refusedToStrangers } from './judge-ticket.ts';
import { nextStep } from './next-step.ts';

/** The ledger of hand-offs at work. */
export interface HandOffWork extends Pick<HandOffs, 'openOn' | 'get' | 'begin' | 'end'> {
  /** The bridge of a hand-off ended. */
  ended(
    handOffId: string,
    how: { readonly by: Exclude<HandOffEnd, 'person'>; readonly code?: string },
  ): Promise<void>;
  /** The bridge of a hand-off relayed something, or could not. */
  changed(handOffId: string): void;
  /** Takes up what an earlier process left behind; from here on the sweep runs. */
  start(): void;
  stop(): Promise<void>;
}

const sweepEveryMs = 1_000;
/** Messages that follow at once make one step. */
const settleMs = 400;
const auditsKept = 10_000;
const pruneEveryMs = 60_000;
const aDayMs = 24 * 60 * 60_000;
const mostTakenUp = 1_000;
const takeUpEveryMs = 60_000;

/** Hand-offs, from the press to their end: each step a compare-and-set on the row, and everything else a view of it. */
export function createHandOffWork(
  parts: Omit<CarryOutParts, 'step'> & {
    readonly table: HandOffTable;
    readonly propose: BeginHandOff;
    readonly bridge: BridgePort;
    /** Something about it changed. Must not throw. */
    readonly tell: (handOff: HandOff) => void;
    readonly clock: Clock;
    readonly log: Logger;
  },
): HandOffWork {
  const { table, propose, bridge, tell, abandonedAfterMs, now, clock, log } = parts;
  const carryOut = createCarryOut({ ...parts, step });
  const running = new Map<string, Promise<void>>();
  const counting = new Map<string, () => void>();
  /** Whose tickets this process brings. */
  const begunHere = new Set<string>();
  /** Over here, and perhaps not yet where the bridge is. */
  const toEnd = new Set<string>();
  let stopping = false;
  let prunedAt = 0;
  let takenUpAt = Number.NEGATIVE_INFINITY;

  async function step(handOff: HandOff, event: HandOffEvent): Promise<HandOff | null> {
    const patch = nextStep(handOff, event, now());
    const next = patch === null ? null : await table.step(handOff, patch, now());
    if (next === null) return null;
    log.info({ handOffId: next.id, state: next.state, code: next.code }, 'a hand-off went on');
    tell(next);
    return next;
  }

  /** Somebody else may have stepped between: what holds then is looked at anew. */
  async function apply(id: string, event: HandOffEvent): Promise<HandOff> {
    for (;;) {
      const handOff = await table.get(id);
      if (handOff === null) throw new ReachbackError('handoff.not-found');
      if (nextStep(handOff, event, now()) === null) return handOff;
      const next = await step(handOff, event);
      if (next !== null) return next;
    }
  }

  /** One at a time for each hand-off in this process. */
  function goOn(handOff: HandOff): void {
    if (stopping || running.has(handOff.id)) return;
    const work = allTheWay(handOff)
      .catch((cause: unknown) => {
        const code = cause instanceof ReachbackError ? cause.code : 'handoff.partner-unreachable';
        log.warn({ code, handOffId: handOff.id, err: cause }, 'a hand-off could not go on yet');
      })
      .finally(() => running.delete(handOff.id));
    running.set(handOff.id, work);
  }

  async function allTheWay(handOff: HandOff): Promise<void> {
    for (let at: HandOff | null = handOff; at !== null && !stopping; ) at = await carryOut(at);
    // Ended at another instance while this one began the bridge: there was nothing to end there yet.
    const now = await table.get(handOff.id);
    if (now?.state !== 'proposed') begunHere.delete(handOff.id);
    if (now?.state === 'ended' && now.contract === 'bridge') toEnd.add(now.id);
  }

  async function count(id: string): Promise<void> {
    const told = await bridge.progress(id);
    if (told === null) return;
    const { out: toPartner, in: toCustomer, waiting, lastError: code } = told;
    await apply(id, { kind: 'progress', toPartner, toCustomer, waiting, code });
  }

  /** A press that ended one may be the last thing an earlier process did, or another instance that is gone since. */
  async function takeUp(): Promise<void> {
    if (now() - takenUpAt < takeUpEveryMs) return;
    const since = Math.max(now() - aDayMs, takenUpAt - takeUpEveryMs);
    for (const id of await table.changedSince(since, mostTakenUp)) {
      const handOff = await table.get(id);
      if (handOff?.endedBy === 'person' && handOff.contract === 'bridge') toEnd.add(id);
    }
    takenUpAt = now();
  }

  async function endBridges(): Promise<void> {
    for (const id of toEnd) {
      // Its beginning may still be under way, and would come after the end.
      if (running.has(id)) continue;
      await bridge.end(id, 'source');
      toEnd.delete(id);
    }
  }

  /** Another instance brings its ticket just now: a second one would be another one for the same hand-off. */
  function isAnothers({ id, state, updatedAt }: HandOff): boolean {
    return state === 'proposed' && !begunHere.has(id) && now() - updatedAt < abandonedAfterMs;
  }

  const sweep = createSweep({
    name: 'hand-offs',
    everyMs: sweepEveryMs,
    async work() {
      await takeUp();
      for (const handOff of await table.unsettled()) if (!isAnothers(handOff)) goOn(handOff);
      await endBridges();
      if (now() - prunedAt < pruneEveryMs) return;
      prunedAt = now();
      await table.prune(now(), auditsKept, refusedToStrangers);
    },
    clock,
    log,
  });

  return {
    openOn: (conversationId) => table.openOn(conversationId),
    get: (id) => table.get(id),
    async begin(request) {
      const handOff = await propose(request, (id) => begunHere.add(id));
      if (handOff.version === 1) tell(handOff);
      if (!isAnothers(handOff)) goOn(handOff);
      return handOff;
    },
    async end({ id, byName }) {
      const ended = await apply(id, { kind: 'ended', by: 'person', byName, code: null });
      if (ended.state === 'ended' && ended.contract === 'bridge') {
        toEnd.add(id);
        sweep.now();
      }
      return ended;
    },
    async ended(handOffId, { by, code = null }) {
      await count(handOffId);
      await apply(handOffId, { kind: 'ended', by, byName: null, code });
    },
    changed(handOffId) {
      if (stopping || counting.has(handOffId)) return;
      const cancel = clock.after(settleMs, () => {
        counting.delete(handOffId);
        count(handOffId).catch((err: unknown) =>
          log.warn({ err, handOffId }, 'what a bridge relayed was not counted yet'),
        );
      });
      counting.set(handOffId, cancel);
    },
    start: sweep.start,
    async stop() {
      stopping = true;
      for (const cancel of counting.values()) cancel();
      await sweep.stop();
      await Promise.all(running.values());
    },
  };
}
