import type { ConversationWire } from '../../genesys/wire/conversation.ts';
import { timeOf } from '../../sessions/times.ts';

/** What a conversation tells of a cobrowse session. Times are epoch milliseconds. */
export interface Witness {
  /** The customer's side: asked, taking part, or no more. */
  readonly customer: 'asked' | 'connected' | 'over';
  /** When they joined; null: they did not, or it is not told. */
  readonly joinedAt: number | null;
  readonly leftAt: number | null;
}

type Side = NonNullable<ConversationWire['participants'][number]['cobrowsesessions']>[number];

const overStates = new Set(['disconnected', 'terminated']);

/**
 * The session as `cobrowsesessions` of the customer's participant shows it, in `GET /conversations/{id}` and its topics (SDK 262; that
 * sessions of web messaging stand there is *unverified*). Null when nothing is told. An agent's side proves nothing: they are there first. Pure.
 */
export function witnessOf(conversation: ConversationWire, sessionId: string): Witness | null {
  const side = conversation.participants
    .filter(({ purpose }) => purpose === 'customer' || purpose === 'external')
    .flatMap(({ cobrowsesessions }) => cobrowsesessions ?? [])
    .findLast((each) => idOf(each) === sessionId);
  if (side === undefined) return null;
  const state = side.state?.toLowerCase() ?? '';
  return {
    customer: overStates.has(state) ? 'over' : state === 'connected' ? 'connected' : 'asked',
    joinedAt: timeOf(side.connectedTime),
    leftAt: timeOf(side.disconnectedTime),
  };
}

/** The ids of the sessions a conversation tells of; `standing`: only those that are not over for everybody. Pure. */
export function sessionsIn({ participants }: ConversationWire, standing = false): string[] {
  const sides = participants.flatMap(({ cobrowsesessions }) => cobrowsesessions ?? []);
  const shown = standing ? sides.filter(({ state }) => !overStates.has(state?.toLowerCase() ?? '')) : sides;
  return [...new Set(shown.flatMap((side) => idOf(side) ?? []))];
}

function idOf({ cobrowseSessionId, id }: Side): string | null {
  return cobrowseSessionId ?? id ?? null;
}
