import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import type { Outreach } from '../outreach/outreach.ts';
import type { OutreachTable } from '../store/shapes/outreach-table.ts';
import { createSweep, type Sweep } from '../sweep.ts';
import type { FoundMessage } from './find-message.ts';
import type { Ledger } from './ledger.ts';

/**
 * When a message whose answer was lost is looked for, by age since the attempt. A person is asked when the fourth look did not find
 * it; the later ones spare them the answer where the platform shows it late.
 */
const lookAfterMs = [1_000, 5_000, 15_000, 40_000, 300_000, 1_800_000] as const;
const looksBeforeAsking = 4;
const askAfterMs = 40_000;

/** A look that failed is tried again after a second, then ever more slowly: sends need the budget too. */
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

interface Looks {
  readonly done: number;
  readonly failures: number;
  readonly notBefore: number;
}

/** Settles *unknown* by looking for the message where it may have landed, and asks a person when that does not. Never sends. */
export function createReconciler(parts: {
  ledger: Ledger;
  outreaches: OutreachTable;
  /** Our message, written after the attempt, and the conversation it is in; null when it is nowhere. */
  findMessage: (outreach: Outreach) => Promise<FoundMessage | null>;
  clock: Clock;
  log: Logger;
}): Sweep {
  const { ledger, outreaches, findMessage, clock, log } = parts;
  let looks = new Map<string, Looks>();

  async function ask({ id }: Outreach): Promise<void> {
    const { applied } = await ledger.apply(id, { type: 'asked' });
    if (applied) log.warn({ code: 'outreach.unknown', outreachId: id }, 'not found: a person is asked');
  }

  async function sweep(): Promise<void> {
    const unknown = await outreaches.inStates(['unknown', 'asked']);
    looks = new Map(unknown.flatMap(({ id }) => entryOf(looks, id)));
    for (const outreach of unknown) {
      const { done, failures, notBefore } = looks.get(outreach.id) ?? { done: 0, failures: 0, notBefore: 0 };
      const due = lookAfterMs[done];
      const now = clock.now();
      if (due === undefined || now - (outreach.attemptedAt ?? 0) < due || now < notBefore) continue;
      looks.set(outreach.id, { done: done + 1, failures: 0, notBefore: 0 });
      try {
        const found = await findMessage(outreach);
        if (found !== null) await ledger.apply(outreach.id, { type: 'found', ...found });
        else if (done + 1 >= looksBeforeAsking) await ask(outreach);
      } catch (cause) {
        if (!(cause instanceof ReachbackError)) throw cause;
        // A look that failed was no look; but a person is not kept waiting for a platform that does not answer.
        if (clock.now() - (outreach.attemptedAt ?? 0) >= askAfterMs) await ask(outreach);
        // Where the platform said no, that is an answer.
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
