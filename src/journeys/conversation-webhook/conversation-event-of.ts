import { createHash } from 'node:crypto';
import type { Session } from '../../sessions/session.ts';
import type {
  ConversationEvent,
  ConversationEventKind,
} from '../../store/shapes/conversation-event-table.ts';
import { webhookBody } from './webhook-body.ts';

/** What began or ended longer ago than this when it is first seen is not told any more; what was told is remembered longer. */
const oldestMs = 7 * 24 * 60 * 60_000;

/** Who the customer is, the platform often puts on a conversation a moment after it began. */
const contactComesMs = 3_000;

export interface Noticing {
  /** What happened before that, by the platform's clock, was before anybody wanted to be told. */
  readonly since: number;
  readonly kinds: readonly ConversationEventKind[];
  /** Epoch milliseconds by the platform's clock. */
  readonly platformNow: number;
  /** Epoch milliseconds by our own clock. */
  readonly now: number;
}

/**
 * What is to be told of a conversation as it stands: that it began, that it ended. It does not matter how often or in which order a
 * conversation is seen, its events are the same each time. Pure.
 */
export function conversationEventsOf(session: Session, noticing: Noticing): ConversationEvent[] {
  const { since, kinds, platformNow, now } = noticing;
  const from = Math.max(since, platformNow - oldestMs);
  const happened = { started: session.startedAt, ended: session.endedAt };
  return kinds.flatMap((kind) => {
    const at = happened[kind];
    if (at === null || at < from) return [];
    const id = conversationEventId(session.conversationId, kind);
    return [
      {
        id,
        conversationId: session.conversationId,
        kind,
        at,
        noticedAt: now,
        body: webhookBody({ id, kind, at, session, queueName: null, externalIds: [] }),
        state: 'pending' as const,
        attempts: 0,
        nextTryAt: session.externalContactId === null && kind === 'started' ? now + contactComesMs : now,
        claimedUntil: null,
        lastStatus: null,
        lastError: null,
        settledAt: null,
        version: 0,
      },
    ];
  });
}

/** The same for the same event even after the store was lost, so that a receiver can tell what it has had. Pure. */
function conversationEventId(conversationId: string, kind: ConversationEventKind): string {
  return `evt_${createHash('sha256').update(`conversation.${kind}\n${conversationId}`).digest('hex').slice(0, 32)}`;
}
