import type { Agent, TeamsConversation, TeamsUser, TeamsWorld } from '../world.ts';
import type { Random } from './random.ts';

/** A tenant where the app waits to be installed in one team's channel and in the chats of all agents and the supervisor. */
export function seedTeams(agents: Iterable<Agent>, botEndpoint: string, random: Random): TeamsWorld {
  const users = new Map<string, TeamsUser>();
  const conversations = new Map<string, TeamsConversation>();
  const addPerson = (name: string, email: string, role: TeamsUser['role']): void => {
    const user: TeamsUser = { id: `29:1${random.hex(54)}`, aadObjectId: random.id(), name, email, role };
    users.set(user.id, user);
    const id = `a:1${random.hex(56)}`;
    conversations.set(id, {
      id,
      kind: 'personal',
      name,
      userId: user.id,
      installed: false,
      removed: false,
      activities: [],
    });
  };
  addPerson('Sam Porter', 'sam.porter@northwind.example', 'supervisor');
  for (const agent of agents) addPerson(agent.name, agent.email, 'agent');

  const channel = { id: `19:${random.hex(32)}@thread.tacv2`, name: 'Customer outreach' };
  conversations.set(channel.id, {
    ...channel,
    kind: 'channel',
    installed: false,
    removed: false,
    activities: [],
  });
  return {
    tenantId: random.id(),
    botId: `28:${random.id()}`,
    botEndpoint,
    team: {
      id: `19:${random.hex(32)}@thread.tacv2`,
      name: 'Northwind Customer Care',
      aadGroupId: random.id(),
      channels: [channel],
    },
    users,
    conversations,
  };
}
