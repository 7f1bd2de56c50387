import type { TeamsConversation } from '../teams-world.ts';
import { ConnectorError } from './connector-error.ts';

/** Throws `BotNotInConversationRoster` when somebody removed the app from the conversation. */
export function requireBot(conversation: TeamsConversation): void {
  if (conversation.removed) throw new ConnectorError('BotNotInConversationRoster');
}
