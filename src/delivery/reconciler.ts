import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import type { Outreach } from '../outreach/outreach.ts';
import type { OutreachTable } from '../store/store.ts';
import { createSweep, type Sweep } from '../sweep.ts';
import type { Ledger } from './ledger.ts';

/** When an unknown outreach is looked for, by age since the attempt; what is not found by then stays with a person. */
const lookAfterMs = [1_000, 5_000, 15_000, 60_000] as const;

/** A look that failed is tried again after a second, then ever more slowly: sends need the budget too. */
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

interface Looks {
  readonly done: number;
  readonly failures: number;
  readonly notBefore: number;
}

/** Settles *unknown* by looking for the text in the conversation's own messages. Never sends. */
export function createReconciler(parts: {
  ledger: Ledger;
  outreaches: OutreachTable;
  /** The id of our message in the conversation, written after the attempt; null when it is not there. */
  findMessage: (outreach: Outreach) => Promise<string | null>;
  clock: Clock;
  log: Logger;
}): Sweep {
  const { ledger, outreaches, findMessage, clock, log } = parts;
  let looks = new Map<string, Looks>();

  async function sweep(): Promise<void> {
    const unknown = await outreaches.inStates(['unknown']);
    looks = new Map(unknown.flatMap(({ id }) => entryOf(looks, id)));
    for (const outreach of unknown) {
      const { done, failures, notBefore } = looks.get(outreach.id) ?? { done: 0, failures: 0, notBefore: 0 };
      const due = lookAfterMs[done];
      const now = clock.now();
      if (due === undefined || now - (outreach.attemptedAt ?? 0) < due || now < notBefore) continue;
      looks.set(outreach.id, { done: done + 1, failures: 0, notBefore: 0 });
      try {
        const messageId = await findMessage(outreach);
        if (messageId !== null) await ledger.apply(outreach.id, { type: 'found-in-conversation', messageId });
      } catch (cause) {
        if (!(cause instanceof ReachbackError)) throw cause;
        // A look that failed was no look, unless the platform said no: that is an answer.
        if (cause.retry !== 'never') {
          const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** failures);
          looks.set(outreach.id, { done, failures: failures + 1, notBefore: clock.now() + wait });
        }
        log.warn(
          { code: cause.code, facts: cause.facts, outreachId: outreach.id },
          'an unknown outreach could not be looked up',
        );
      }
    }
  }

  return createSweep({ name: 'reconcile', everyMs: 1_000, work: sweep, clock, log });
}

function entryOf<Value>(map: ReadonlyMap<string, Value>, key: string): [string, Value][] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}
