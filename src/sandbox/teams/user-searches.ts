import type { Sandbox } from '../sandbox.ts';
import { showActivity } from './show-activity.ts';
import type { TeamsActivity, TeamsConversation, TeamsUser } from './teams-world.ts';
import type { BotAnswer } from './to-bot/deliver-to-bot.ts';
import { type ExtensionQuery, queryToBot } from './to-bot/query-to-bot.ts';
import { tellBot } from './to-bot/tell-bot.ts';

/** A person searches from the compose box; the bot's answer as it came, or null when none came. Nothing is shown to anybody else. */
export function userSearches(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  user: TeamsUser,
  query: ExtensionQuery,
): Promise<BotAnswer | null> {
  return tellBot(sandbox, queryToBot(sandbox, conversation, user, query));
}

/** A person picks a result and sends its card. It is their message, not the bot's, and Teams does not tell the bot. */
export function userSendsCard(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  user: TeamsUser,
  card: Readonly<Record<string, unknown>>,
): TeamsActivity {
  return showActivity(sandbox, conversation, user.id, {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  });
}
