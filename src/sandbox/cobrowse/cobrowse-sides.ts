import { isoTime } from '../iso-time.ts';
import type { Conversation, Participant } from '../world/conversation.ts';
import type { Org } from '../world/org.ts';
import type { CobrowseSession } from './cobrowse-session.ts';
import { cobrowseState } from './cobrowse-state.ts';

const over = { rejected: 'client', expired: 'system', ended: 'peer' } as const;

/**
 * `cobrowsesessions` of a participant, absent where there are none: the agent's side is there from the start, the customer's is offered,
 * connected once accepted, and disconnected at the end. unverified as a whole: the SDK has the field on every participant, which of it web
 * messaging fills nobody has written down. `now` in epoch ms.
 */
export function cobrowseSides(
  { cobrowses }: Pick<Org, 'cobrowses'>,
  { id }: Pick<Conversation, 'id'>,
  { purpose, userId }: Pick<Participant, 'purpose' | 'userId'>,
  now: number,
): { cobrowsesessions?: ReturnType<typeof side>[] } {
  const sides = [...cobrowses.values()]
    .filter(({ conversationId, state }) => conversationId === id && state !== 'silent')
    .filter(({ agentId }) => purpose === 'customer' || (purpose === 'agent' && agentId === userId))
    .map((session) => side(session, purpose === 'customer' ? 'customer' : 'agent', now));
  return sides.length === 0 ? {} : { cobrowsesessions: sides };
}

function side(session: CobrowseSession, whose: 'customer' | 'agent', now: number) {
  const state = cobrowseState(session, now);
  const joinedAt = whose === 'agent' ? session.createdAt : session.acceptedAt;
  const isOver = state === 'rejected' || state === 'expired' || state === 'ended';
  return {
    id: session.sideIds[whose],
    state: isOver ? 'disconnected' : joinedAt === undefined ? 'offering' : 'connected',
    initialState: whose === 'agent' ? 'connected' : 'offering',
    ...(isOver && { disconnectType: over[state] }),
    cobrowseSessionId: session.id,
    cobrowseRole: whose === 'agent' ? 'viewer' : 'sharer',
    controlling: [],
    provider: 'PureCloud Messaging',
    ...(joinedAt !== undefined && { connectedTime: isoTime(joinedAt) }),
    ...(isOver && { disconnectedTime: isoTime(session.overAt ?? session.offerEndsAt) }),
  };
}
