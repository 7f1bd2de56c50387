import { retryAfterMs } from '../../retry-after.ts';
import type { ConversationEvent } from '../../store/shapes/conversation-event-table.ts';
import { signBody } from './sign-body.ts';

/** What a try came to: an answer with its status, none (`why`), or it was cut off because the process stops. */
export type Posted =
  | { readonly status: number; readonly retryAfterMs: number | null }
  | { readonly why: 'unreachable' | 'timed-out' }
  | 'cut';

export type PostEvent = (event: ConversationEvent) => Promise<Posted>;

/** The receiver has that long for its whole answer. */
const patienceMs = 10_000;

/**
 * Sends one event to the receiver, signed. Redirects are answers, never followed: whoever answers for the receiver cannot turn a
 * request of ours against another host. What the answer says is not read, only its status.
 */
export function createPostEvent(parts: {
  url: string;
  /** All in use; each signs. */
  secrets: readonly string[];
  /** Epoch milliseconds. */
  now: () => number;
  stopping: AbortSignal;
  timeoutMs?: number;
}): PostEvent {
  const { url, secrets, now, stopping, timeoutMs = patienceMs } = parts;
  return async ({ id, kind, body, attempts }) => {
    const overdue = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([overdue, stopping]),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Reachback',
          'x-reachback-event': `conversation.${kind}`,
          'x-reachback-event-id': id,
          'x-reachback-attempt': String(attempts),
          'x-reachback-signature': signBody(body, secrets, Math.floor(now() / 1_000)),
        },
        body,
      });
      await answer.body?.cancel().catch(() => {});
      return {
        status: answer.status,
        retryAfterMs: retryAfterMs(answer.headers.get('retry-after'), now()),
      };
    } catch {
      if (stopping.aborted) return 'cut';
      return { why: overdue.aborted ? 'timed-out' : 'unreachable' };
    }
  };
}
