import type { ConversationWire, LegWire } from '../../genesys/wire/conversation.ts';
import { timeOf } from '../../sessions/times.ts';

/**
 * The communication in which this agent is connected in a conversation, the newest where there are several (one for each time they were
 * put through, SDK 262); null: in none. Pure.
 */
export function connectedLeg(conversation: ConversationWire, agentId: string): string | null {
  const connected = legsOf(conversation, agentId)
    .filter(({ state }) => state === 'connected')
    .sort((one, other) => (timeOf(one.connectedTime) ?? 0) - (timeOf(other.connectedTime) ?? 0));
  return connected.at(-1)?.id ?? null;
}

/**
 * What anybody but the customer wrote in it; times are epoch milliseconds. On whose leg a message is listed is *unverified*, so it is
 * not asked whose it was. Pure.
 */
export function messagesToCustomer({
  participants,
}: ConversationWire): { readonly messageId: string; readonly at: number }[] {
  return participants
    .filter(({ purpose }) => purpose !== 'customer' && purpose !== 'external')
    .flatMap(({ messages }) => messages ?? [])
    .flatMap(({ messages }) => messages ?? [])
    .flatMap(({ messageId, messageTime }) =>
      messageId === null || messageId === undefined ? [] : [{ messageId, at: timeOf(messageTime) ?? 0 }],
    );
}

function legsOf({ participants }: ConversationWire, agentId: string): LegWire[] {
  return participants
    .filter(({ purpose, userId }) => userId === agentId && (purpose === 'agent' || purpose === 'user'))
    .flatMap(({ messages }) => messages ?? []);
}
