import { catalogue } from '../../../errors/catalogue.ts';
import { isErrorCode } from '../../../errors/is-error-code.ts';
import type { Carried } from '../../../store/shapes/bridge-table.ts';
import type { BridgeTimings } from './bridge-timings.ts';

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
 * holds back all others. `completeUntil`: everything said before it is known to be here (milliseconds), so that nothing earlier can still come;
 * null where the order is known anyway. Pure.
 */
export function nextStep(
  pending: readonly Carried[],
  given: {
    readonly now: number;
    readonly shared: boolean;
    readonly completeUntil: number | null;
    readonly timings: BridgeTimings;
  },
): CarryStep {
  const { now, shared, completeUntil, timings } = given;
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
  if (completeUntil !== null && first.kind === 'message' && first.createdAt > completeUntil) {
    const patienceMs = first.createdAt + timings.orderPatienceMs - now;
    if (patienceMs > 0) return { do: 'wait', ms: patienceMs };
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
