import type { Sandbox } from '../sandbox.ts';
import type { TeamsConversation, TeamsUser } from './teams-world.ts';

/**
 * Two people's own chat, opened when they have none yet. The bot is not in it: the connector refuses it there, but a message
 * extension works in it, and its activities name a `personal` conversation that is not the bot's.
 */
export function openChat(sandbox: Sandbox, one: TeamsUser, other: TeamsUser): TeamsConversation {
  const { conversations } = sandbox.world.teams;
  const id = `19:${[one.aadObjectId, other.aadObjectId].sort().join('_')}@unq.gbl.spaces`;
  const known = conversations.get(id);
  if (known !== undefined) return known;
  const name = `${one.name}, ${other.name}`;
  const opened: TeamsConversation = {
    id,
    kind: 'personal',
    name,
    userIds: [one.id, other.id],
    installed: false,
    removed: true,
    activities: [],
  };
  conversations.set(id, opened);
  sandbox.changed();
  return opened;
}
