import type { Sandbox } from '../../sandbox.ts';
import type { TeamsConversation, TeamsUser, TeamsWorld } from '../teams-world.ts';
import { activityToBot } from './activity-to-bot.ts';

/**
 * The two activities Teams sends when the app is installed into or removed from a conversation: `installationUpdate`
 * and `conversationUpdate`. A team's carry the channel picked at install as `settings.selectedChannel`; that both
 * have that channel as their conversation is *unverified*.
 */
export function installsToBot(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  action: 'add' | 'remove',
): Record<string, unknown>[] {
  const { teams } = sandbox.world;
  const base = activityToBot(sandbox, conversation, installerOf(teams, conversation));
  const inTeam = conversation.kind === 'channel';
  const bot = { id: teams.botId };
  const added = action === 'add';
  return [
    {
      ...base,
      type: 'installationUpdate',
      action,
      channelData: {
        ...channelDataOf(base),
        ...(inTeam ? { settings: { selectedChannel: { id: conversation.id } } } : {}),
      },
    },
    {
      ...base,
      id: `f:${sandbox.newId()}`,
      type: 'conversationUpdate',
      ...(added ? { membersAdded: [bot] } : { membersRemoved: [bot] }),
      channelData: {
        ...channelDataOf(base),
        ...(inTeam ? { eventType: added ? 'teamMemberAdded' : 'teamMemberRemoved' } : {}),
      },
    },
  ];
}

function channelDataOf({ channelData }: Record<string, unknown>): object {
  return typeof channelData === 'object' && channelData !== null ? channelData : {};
}

/** Who installed it: the person of the chat, in a team the supervisor. */
function installerOf(teams: TeamsWorld, conversation: TeamsConversation): TeamsUser {
  const users = [...teams.users.values()];
  const installer =
    users.find((user) => user.id === conversation.userId) ?? users.find((user) => user.role === 'supervisor');
  if (installer === undefined) throw new Error(`nobody could have installed the app in ${conversation.name}`);
  return installer;
}
