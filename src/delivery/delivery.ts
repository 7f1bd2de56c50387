import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { buildMessage } from '../outreach/build-message.ts';
import type { Outreach, Route } from '../outreach/outreach.ts';
import type { OutreachEvent } from '../outreach/outreach-event.ts';
import type { Clearance } from '../policy/before-sending.ts';
import type { Truth } from '../policy/facts.ts';
import type { Finding } from '../policy/finding.ts';
import type { Departures } from '../store/shapes/departures.ts';
import { wait } from '../wait.ts';
import { createAttempt } from './attempt.ts';
import type { Ledger } from './ledger.ts';
import type { SendByRoute } from './send-by-route.ts';

export interface Delivery {
  /**
   * Carries one approved outreach to an end of the attempt: sent, held, failed or unknown. Gives the row as it stands.
   * `look` is a truth check begun by the caller. Throws what the store or the truth check throws before the attempt,
   * where trying again makes sense: then nothing was sent and the outreach is still approved.
   */
  deliver(approved: Outreach, look?: Look): Promise<Outreach>;
  /** Begins the truth check of a conversation; for a caller who has something to write down meanwhile. */
  look(conversationId: string): Look;
}

/** What the platform says of a conversation this moment, asked for already; null when it no longer has it. */
export type Look = Promise<Truth | null>;

const writeAgainMs = 1_000;

/** One truth check, one written attempt, one send. */
export function createDelivery(parts: {
  ledger: Ledger;
  readTruth: (conversationId: string) => Look;
  /** Throws where a look would be in vain just now. */
  ready: (outreach: Outreach) => void;
  /** The last look before it leaves. */
  clear: (outreach: Outreach, look: Look) => Promise<Clearance>;
  routes: Readonly<Record<Route, SendByRoute>>;
  departures: Departures | null;
  /** Aborted when the process will not wait any longer. */
  gaveUp: AbortSignal;
  clock: Clock;
  log: Logger;
}): Delivery {
  const { ledger, readTruth, ready, clear, routes, departures, gaveUp, clock, log } = parts;

  /** What the platform answered exists only here until it is written: a store that fails is asked again, not given up. */
  async function writeOutcome(id: string, outcome: OutreachEvent) {
    for (;;) {
      try {
        return await ledger.apply(id, outcome);
      } catch (cause) {
        if (!(cause instanceof ReachbackError) || cause.retry === 'never') throw cause;
        log.error({ code: cause.code, outreachId: id }, 'the outcome of a send could not be written yet');
        await wait(clock, writeAgainMs, gaveUp);
        // The row stays in `sending`: the next process takes it for what it then is, unknown.
        if (gaveUp.aborted) throw cause;
      }
    }
  }

  function look(conversationId: string): Look {
    const asked = readTruth(conversationId);
    // Whoever awaits it hears of its failure; nobody may.
    asked.catch(() => {});
    return asked;
  }

  /** By which route it may leave now, or why it must not, as the event that means. */
  async function lastCheck(
    approved: Outreach,
    begun: Look,
  ): Promise<Extract<Clearance, { route: Route }> | OutreachEvent> {
    try {
      const clearance = await clear(approved, begun);
      if ('route' in clearance) return clearance;
      const event = eventOf(clearance.findings);
      log.info(
        {
          outreachId: approved.id,
          event: event.type,
          checks: clearance.findings.map(({ reason }) => reason),
        },
        'not sent',
      );
      return event;
    } catch (cause) {
      return beforeLeaving(cause, approved.id, log);
    }
  }

  return {
    look,
    async deliver(approved, begun) {
      ready(approved);
      const check = await lastCheck(approved, begun ?? look(approved.conversationId));
      if ('type' in check) return (await ledger.apply(approved.id, check)).outreach;
      const { route, intoConnected } = check;
      const message = buildMessage(approved);
      const attempt = createAttempt({ ledger, approved, route, message, departures, write: writeOutcome });
      let outcome: OutreachEvent;
      try {
        const answer = await routes[route](message, approved, intoConnected, attempt);
        log.info({ outreachId: approved.id, route, ...answer }, 'sent');
        outcome = { type: 'accepted', answer };
      } catch (cause) {
        const lost = attempt.lost();
        if (lost !== null) return lost;
        outcome = (attempt.begun() ? afterFailure : beforeLeaving)(cause, approved.id, log);
      }
      return (await writeOutcome(approved.id, outcome)).outreach;
    },
  };
}

/** What it means that it came to no attempt. Throws what may be otherwise soon: nothing was sent and the outreach is still approved. */
function beforeLeaving(cause: unknown, outreachId: string, log: Logger): OutreachEvent {
  if (!(cause instanceof ReachbackError) || cause.retry !== 'never') throw cause;
  tellFailure(cause, outreachId, log);
  return { type: 'unfit', code: cause.code };
}

/** A message that may be otherwise another time is held; one that never may leave has failed. */
function eventOf([first, ...others]: readonly [Finding, ...Finding[]]): OutreachEvent {
  const also = others.map(({ reason }) => reason);
  return first.ends === 'held'
    ? { type: 'held', reason: first.reason, also }
    : { type: 'unfit', code: first.reason, also };
}

function afterFailure(cause: unknown, outreachId: string, log: Logger): OutreachEvent {
  if (!(cause instanceof ReachbackError)) throw cause;
  const { code, retry } = cause;
  tellFailure(cause, outreachId, log);
  // The customer came back between our look and our message: what a rule would have said.
  if (code === 'genesys.send.conversation-active') return { type: 'turned-away', reason: 'connected-now' };
  switch (retry) {
    case 'never':
      return { type: 'refused', code };
    case 'safe':
      return { type: 'put-back', code };
    case 'unknown':
      return { type: 'answer-lost', code };
  }
}

function tellFailure(failure: ReachbackError, outreachId: string, log: Logger): void {
  const { code, facts, message } = failure;
  log.warn({ code, facts, outreachId }, message);
}
