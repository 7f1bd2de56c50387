import type { ErrorCode } from '../../errors/catalogue.ts';
import type {
  ConversationEvent,
  ConversationEventPatch,
} from '../../store/shapes/conversation-event-table.ts';
import type { Posted } from './post-event.ts';
import { nextWaitMs } from './timetable.ts';

export interface AfterTry {
  readonly patch: ConversationEventPatch;
  /** Nothing at all goes to the receiver for so many milliseconds: it asked for that. */
  readonly holdMs: number;
}

/**
 * What becomes of an event after a try: told, not wanted (410), tried again by the timetable and no sooner than the receiver asked
 * for, or given up. `now` in epoch milliseconds, our own clock. Pure.
 */
export function afterTry(event: ConversationEvent, posted: Posted, now: number): AfterTry {
  const settled = { claimedUntil: null, settledAt: now };
  // Not the receiver's doing: made up for at the next start, under the same id.
  if (posted === 'cut') return { patch: { claimedUntil: null, nextTryAt: now }, holdMs: 0 };
  const status = 'status' in posted ? posted.status : null;
  if (status !== null && status >= 200 && status < 300)
    return { patch: { ...settled, state: 'done', lastStatus: status, lastError: null }, holdMs: 0 };
  const code = codeOf(posted);
  const failed = { lastStatus: status, lastError: code };
  if (code === 'webhook.gone') return { patch: { ...settled, ...failed, state: 'stopped' }, holdMs: 0 };
  const asked = ('retryAfterMs' in posted && posted.retryAfterMs) || 0;
  const holdMs = code === 'webhook.throttled' ? asked : 0;
  const waitMs = nextWaitMs(event.attempts);
  if (waitMs === null) return { patch: { ...settled, ...failed, state: 'dead' }, holdMs };
  const nextTryAt = now + Math.max(waitMs, asked);
  return { patch: { ...failed, claimedUntil: null, nextTryAt }, holdMs };
}

function codeOf(posted: Exclude<Posted, 'cut'>): ErrorCode {
  if ('why' in posted) return posted.why === 'timed-out' ? 'webhook.timed-out' : 'webhook.unreachable';
  const { status } = posted;
  if (status === 410) return 'webhook.gone';
  if (status === 429 || (status === 503 && posted.retryAfterMs !== null)) return 'webhook.throttled';
  return status >= 300 && status < 400 ? 'webhook.redirected' : 'webhook.refused';
}
