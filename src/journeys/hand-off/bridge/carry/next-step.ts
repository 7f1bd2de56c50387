import { catalogue } from '../../../../errors/catalogue.ts';
import { isErrorCode } from '../../../../errors/is-error-code.ts';
import type { Carried } from '../../../../store/shapes/bridge-table.ts';
import type { BridgeTimings } from '../bridge-timings.ts';

/** How far the list of a conversation is known. Times are ours, epoch milliseconds. */
export interface Heard {
  /** What was said before is in the outbox; null: not known of anything. */
  readonly until: number | null;
  /** Since when it could not be read; null: it can. */
  readonly deafSince: number | null;
}

/** What to do about a direction of a bridge. */
export type CarryStep =
  | { readonly do: 'nothing' }
  | { readonly do: 'wait'; readonly ms: number }
  /** Its sender is gone: nobody knows whether it arrived. */
  | { readonly do: 'suspect'; readonly message: Carried }
  | { readonly do: 'look'; readonly message: Carried }
  | { readonly do: 'pass-over'; readonly message: Carried }
  | { readonly do: 'give-up'; readonly message: Carried }
  | { readonly do: 'send'; readonly message: Carried };

/**
 * The one next step, given what is not over in a direction (in the order it goes) and nothing of ours on its way. One that is on its way or unknown
 * holds back all others. `heard`: how far the other side's own list was heard, without which something earlier may still come; null where the order
 * is known anyway. Pure.
 */
export function nextStep(
  pending: readonly Carried[],
  given: {
    readonly now: number;
    readonly shared: boolean;
    readonly heard: Heard | null;
    readonly timings: BridgeTimings;
  },
): CarryStep {
  const { now, shared, heard, timings } = given;
  const sending = pending.find(({ state }) => state === 'sending');
  if (sending !== undefined) {
    const freeAt = shared ? (sending.attemptedAt ?? 0) + timings.leaseMs : now;
    return freeAt > now ? { do: 'wait', ms: freeAt - now } : { do: 'suspect', message: sending };
  }
  const unknown = pending.find(({ state }) => state === 'unknown');
  if (unknown !== undefined) {
    if (isOverdue(unknown, now, timings)) return { do: 'pass-over', message: unknown };
    return atTime(unknown, now, { do: 'look', message: unknown });
  }
  const first = pending.find(({ state }) => state === 'waiting');
  if (first === undefined) return { do: 'nothing' };
  if (isOverdue(first, now, timings)) {
    const blocked = isErrorCode(first.code ?? '') && retryOf(first.code ?? '') === 'never';
    return { do: blocked ? 'give-up' : 'pass-over', message: first };
  }
  if (
    heard !== null &&
    first.kind === 'message' &&
    first.createdAt > (heard.until ?? Number.NEGATIVE_INFINITY)
  ) {
    // Only time in which the list was asked for in vain counts: not that in which nobody was there to ask.
    const from = Math.max(first.createdAt, heard.deafSince ?? now);
    if (from + timings.orderPatienceMs > now) return { do: 'wait', ms: from + timings.orderPatienceMs - now };
  }
  return atTime(first, now, { do: 'send', message: first });
}

function isOverdue({ firstAttemptAt }: Carried, now: number, { passOverMs }: BridgeTimings): boolean {
  return firstAttemptAt !== null && now - firstAttemptAt > passOverMs;
}

function atTime({ nextTryAt }: Carried, now: number, step: CarryStep): CarryStep {
  return nextTryAt > now ? { do: 'wait', ms: nextTryAt - now } : step;
}

function retryOf(code: string): string | null {
  return isErrorCode(code) ? catalogue[code].retry : null;
}
