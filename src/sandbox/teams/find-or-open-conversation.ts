import { ConnectorError } from './connector/connector-error.ts';
import type { TeamsConversation, TeamsWorld } from './teams-world.ts';

/**
 * The conversation of a Teams conversation id. A thread's id (`19:…@thread.tacv2;messageid=…`) gives its channel;
 * a channel of the team nobody wrote in yet is opened on the way, with the bot in it as it is in the team.
 * Throws `ConversationNotFound`.
 */
export function findOrOpenConversation(teams: TeamsWorld, id: string): TeamsConversation {
  const channelId = withoutThread(id);
  const known = teams.conversations.get(channelId);
  if (known !== undefined) return known;
  const channel = teams.team.channels.find((candidate) => candidate.id === channelId);
  if (channel === undefined) throw new ConnectorError('ConversationNotFound');
  const sibling = [...teams.conversations.values()].find((conversation) => conversation.kind === 'channel');
  const opened: TeamsConversation = {
    id: channel.id,
    kind: 'channel',
    name: channel.name,
    installed: sibling?.installed ?? false,
    removed: sibling?.removed ?? false,
    activities: [],
  };
  teams.conversations.set(opened.id, opened);
  return opened;
}

/** `19:…@thread.tacv2;messageid=1` → `19:…@thread.tacv2`. */
function withoutThread(conversationId: string): string {
  const cut = conversationId.indexOf(';');
  return cut === -1 ? conversationId : conversationId.slice(0, cut);
}
