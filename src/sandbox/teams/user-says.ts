import type { Sandbox } from '../sandbox.ts';
import { nextActivityId, showActivity } from './show-activity.ts';
import type { TeamsActivity, TeamsConversation, TeamsUser } from './teams-world.ts';
import type { BotAnswer } from './to-bot/deliver-to-bot.ts';
import { messageToBot } from './to-bot/message-to-bot.ts';
import { tellBot } from './to-bot/tell-bot.ts';

/** A person writes to the bot: shown in the conversation, then delivered; `answer` is null when the bot gave none. */
export async function userSays(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  user: TeamsUser,
  text: string,
): Promise<{ activity: TeamsActivity; answer: BotAnswer | null }> {
  const id = nextActivityId(conversation, sandbox.now());
  const body = messageToBot(sandbox, conversation, user, id, text);
  const activity = showActivity(sandbox, conversation, user.id, body, id);
  return { activity, answer: await tellBot(sandbox, body) };
}
