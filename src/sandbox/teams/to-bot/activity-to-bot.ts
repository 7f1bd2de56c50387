import type { Sandbox } from '../../sandbox.ts';
import { threadId } from '../connector/thread-id.ts';
import type { TeamsConversation, TeamsUser } from '../teams-world.ts';

export const botName = 'Reachback';

/**
 * The part every activity from Teams to the bot has (Bot Framework activity schema; Teams' channelData as documented).
 * `rootActivityId` names the thread of a channel post; without one the conversation is the channel itself.
 */
export function activityToBot(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  user: TeamsUser,
  rootActivityId?: string,
): Record<string, unknown> {
  const { teams } = sandbox.world;
  const personal = conversation.kind === 'personal';
  return {
    id: `f:${sandbox.newId()}`,
    timestamp: new Date(sandbox.now()).toISOString(),
    channelId: 'msteams',
    serviceUrl: `${sandbox.baseUrl()}/teams/`,
    from: { id: user.id, name: user.name, aadObjectId: user.aadObjectId },
    recipient: { id: teams.botId, name: botName },
    conversation: {
      id: rootActivityId === undefined ? conversation.id : threadId(conversation, rootActivityId),
      conversationType: conversation.kind,
      tenantId: teams.tenantId,
      ...(personal ? {} : { isGroup: true, name: conversation.name }),
    },
    channelData: {
      tenant: { id: teams.tenantId },
      ...(personal
        ? {}
        : {
            team: { id: teams.team.id, name: teams.team.name, aadGroupId: teams.team.aadGroupId },
            channel: { id: conversation.id, name: conversation.name },
          }),
    },
    locale: user.locale,
  };
}
