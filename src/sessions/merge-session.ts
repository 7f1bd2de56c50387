import type { Session } from './session.ts';

/**
 * One session from two views of the same conversation. Analytics lags behind events and events leave things out, so the
 * later activity decides what changes, and what is known stays known. The order of the two does not matter. Pure.
 */
export function mergeSession(known: Session | null, seen: Session): Session {
  if (known === null) return seen;
  const [later, earlier] =
    seen.lastActivityAt >= known.lastActivityAt ? ([seen, known] as const) : ([known, seen] as const);
  const sameMoment = later.lastActivityAt === earlier.lastActivityAt;
  const lastAgentId = later.lastAgentId ?? earlier.lastAgentId;
  const endedAt = later.endedAt ?? (sameMoment ? earlier.endedAt : null);
  return {
    conversationId: later.conversationId,
    channelId: later.channelId,
    guestId: later.guestId,
    externalContactId: later.externalContactId ?? earlier.externalContactId,
    customerName: later.customerName ?? earlier.customerName,
    queueId: later.queueId ?? earlier.queueId,
    lastAgentId,
    startedAt: Math.min(later.startedAt, earlier.startedAt),
    lastActivityAt: later.lastActivityAt,
    endedAt,
    endedBy: endedAt === null ? null : (later.endedBy ?? (sameMoment ? earlier.endedBy : null)),
    // What still says nobody is there may only be late, but asking the platform before a send finds that out.
    attended: later.attended && (!sameMoment || earlier.attended),
    cleared: endedAt === null ? null : (later.cleared ?? (sameMoment ? earlier.cleared : null)),
    abandoned:
      endedAt !== null && lastAgentId === null && (later.abandoned || (sameMoment && earlier.abandoned)),
  };
}
