import type { TeamsConversation } from '../teams-world.ts';

/** The id of the thread an activity started; personal chats have no threads. */
export function threadId(conversation: TeamsConversation, rootActivityId: string): string {
  return conversation.kind === 'channel' ? `${conversation.id};messageid=${rootActivityId}` : conversation.id;
}
