import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { buildMessage } from '../outreach/build-message.ts';
import { messageProblems } from '../outreach/message-problems.ts';
import type { Outreach, Route } from '../outreach/outreach.ts';
import type { OutreachEvent } from '../outreach/outreach-event.ts';
import type { Truth } from '../policy/facts.ts';
import type { HeldReason } from '../policy/held-reason.ts';
import { chooseRoute } from './choose-route.ts';
import type { Ledger } from './ledger.ts';
import type { SendByRoute } from './send-by-route.ts';

export interface Delivery {
  /**
   * Carries one approved outreach to an end of the attempt: sent, held, failed or unknown. Gives the row as it stands.
   * Throws what the store or the truth check throws before the attempt: then nothing was sent and the outreach is
   * still approved, to be tried again.
   */
  deliver(approved: Outreach): Promise<Outreach>;
}

const writeAgainMs = 1_000;

/** One truth check, one written attempt, one send. */
export function createDelivery(parts: {
  ledger: Ledger;
  /** Reads the conversation just before the send; null when the platform no longer has it. */
  readTruth: (conversationId: string) => Promise<Truth | null>;
  maySend: (outreach: Outreach, truth: Truth | null) => Promise<HeldReason | null>;
  offers: () => { externalMessages: boolean };
  routes: Readonly<Record<Route, SendByRoute>>;
  clock: Clock;
  log: Logger;
}): Delivery {
  const { ledger, readTruth, maySend, offers, routes, clock, log } = parts;

  /** What the platform answered exists only here until it is written: a store that fails is asked again, not given up. */
  async function writeOutcome(id: string, outcome: OutreachEvent) {
    for (;;) {
      try {
        return await ledger.apply(id, outcome);
      } catch (cause) {
        if (!(cause instanceof ReachbackError) || cause.retry === 'never') throw cause;
        log.error(
          { code: cause.code, next: cause.next, outreachId: id },
          'the outcome of a send could not be written yet',
        );
        await new Promise<void>((resolve) => clock.after(writeAgainMs, resolve));
      }
    }
  }

  return {
    async deliver(approved) {
      const reason = await maySend(approved, await readTruth(approved.conversationId));
      if (reason !== null) return (await ledger.apply(approved.id, { type: 'held', reason })).outreach;
      const route = chooseRoute(approved, offers());
      if (route === null)
        return (await ledger.apply(approved.id, { type: 'held', reason: 'no-route' })).outreach;
      const message = buildMessage(approved);
      const problems = messageProblems(message, approved);
      if (problems.length > 0) {
        log.error(
          { code: 'outreach.message-invalid', outreachId: approved.id, fields: problems },
          'not sent',
        );
        return (await ledger.apply(approved.id, { type: 'refused', code: 'outreach.message-invalid' }))
          .outreach;
      }
      // Written down before the request leaves: a crash from here on is *unknown*, never a second message.
      const attempt = await ledger.apply(approved.id, { type: 'attempted', route, message });
      if (!attempt.applied) return attempt.outreach;
      const outcome = await routes[route](message, approved).then(
        (answer) => ({ type: 'accepted', answer }) as const,
        (cause: unknown) => afterFailure(cause, approved.id, log),
      );
      return (await writeOutcome(approved.id, outcome)).outreach;
    },
  };
}

function afterFailure(cause: unknown, outreachId: string, log: Logger): OutreachEvent {
  if (!(cause instanceof ReachbackError)) throw cause;
  const { code, facts, next, retry, message } = cause;
  log.warn({ code, facts, next, outreachId }, message);
  switch (retry) {
    case 'never':
      return { type: 'refused', code };
    case 'safe':
      return { type: 'put-back', code };
    case 'unknown':
      return { type: 'answer-lost', code };
  }
}
