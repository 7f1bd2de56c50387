import type { Conversation } from '../world/conversation.ts';
import type { Org } from '../world/org.ts';

/** With the conversation everything in it is over, at that time (epoch ms). */
export function endCobrowses({ cobrowses }: Pick<Org, 'cobrowses'>, { id }: Conversation, at: number): void {
  for (const session of cobrowses.values()) {
    if (session.conversationId !== id) continue;
    if (session.state !== 'offering' && session.state !== 'accepted' && session.state !== 'silent') continue;
    session.state = 'ended';
    session.overAt = at;
  }
}
