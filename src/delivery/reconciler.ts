import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import type { Outreach } from '../outreach/outreach.ts';
import type { OutreachTable } from '../store/store.ts';
import { createSweep, type Sweep } from '../sweep.ts';
import type { Ledger } from './ledger.ts';

/** When an unknown outreach is looked for, by age since the attempt; what is not found by then stays with a person. */
const lookAfterMs = [1_000, 5_000, 15_000, 60_000] as const;

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
  const looks = new Map<string, number>();

  async function sweep(): Promise<void> {
    for (const outreach of await outreaches.inStates(['unknown'])) {
      const done = looks.get(outreach.id) ?? 0;
      const due = lookAfterMs[done];
      if (due === undefined || clock.now() - (outreach.attemptedAt ?? 0) < due) continue;
      looks.set(outreach.id, done + 1);
      try {
        const messageId = await findMessage(outreach);
        if (messageId !== null) await ledger.apply(outreach.id, { type: 'found-in-conversation', messageId });
      } catch (cause) {
        if (!(cause instanceof ReachbackError)) throw cause;
        // A look that failed was no look.
        looks.set(outreach.id, done);
        log.warn(
          { code: cause.code, facts: cause.facts, outreachId: outreach.id },
          'an unknown outreach could not be looked up',
        );
      }
    }
  }

  return createSweep({ name: 'reconcile', everyMs: 1_000, work: sweep, clock, log });
}
