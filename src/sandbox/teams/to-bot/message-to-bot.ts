import type { Sandbox } from '../../sandbox.ts';
import type { TeamsConversation, TeamsUser } from '../teams-world.ts';
import { activityToBot, botName } from './activity-to-bot.ts';

/**
 * What a person writes to the bot. In a channel Teams delivers a message only when it mentions the bot, with the
 * mention in the text and in the entities; there it starts a thread of its own.
 */
export function messageToBot(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  user: TeamsUser,
  activityId: string,
  text: string,
): Record<string, unknown> {
  const mention = `<at>${botName}</at>`;
  const inChannel = conversation.kind === 'channel';
  return {
    ...activityToBot(sandbox, conversation, user, activityId),
    id: activityId,
    type: 'message',
    textFormat: 'plain',
    text: inChannel && !text.includes(mention) ? `${mention} ${text}` : text,
    ...(inChannel
      ? {
          entities: [
            { type: 'mention', text: mention, mentioned: { id: sandbox.world.teams.botId, name: botName } },
          ],
        }
      : {}),
  };
}
