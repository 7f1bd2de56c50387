import { ReachbackError } from '../errors/reachback-error.ts';
import { getConversation } from '../genesys/endpoints/get-conversation.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { Session } from './session.ts';
import { sessionFromConversationEvent } from './session-from-conversation-event.ts';

/** One call each, out of a budget that sends need too; a thread left out here comes with its next event. */
const mostThreads = 100;

/**
 * Sessions as their conversations stand now. For open threads whose analytics record tells of no recent activity: an
 * open leg is one long segment there, so a customer who wrote an hour ago can look a day old. Threads the platform
 * refuses to tell, tells wrongly or fails to tell are left out, each by itself. Throws when the platform is out of reach.
 */
export async function readLongThreads(call: PlatformCall, threads: readonly Session[]): Promise<Session[]> {
  const read: Session[] = [];
  for (const thread of threads.slice(0, mostThreads)) {
    try {
      const conversation = await getConversation(call, thread.conversationId, 'refill');
      const session = sessionFromConversationEvent(conversation, thread);
      if (session !== null) read.push(session);
    } catch (error) {
      // `safe` means that nothing was asked: no token, no connection, no budget.
      const costsItselfOnly = error instanceof ReachbackError && error.retry !== 'safe';
      if (!costsItselfOnly) throw error;
    }
  }
  return read;
}
