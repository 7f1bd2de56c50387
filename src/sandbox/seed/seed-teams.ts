import type { TeamsConversation, TeamsUser, TeamsWorld } from '../teams/teams-world.ts';
import type { Agent } from '../world/agent.ts';
import type { Random } from './random.ts';

const untouched = { installed: false, removed: false };

/**
 * A tenant around the organisation's agents, where the app waits to be installed in one team's channel Outreach and in
 * the chats of the supervisor (who is no Genesys agent) and of every agent.
 */
export function seedTeams(
  agents: Iterable<Pick<Agent, 'name' | 'email'>>,
  botEndpoint: string,
  random: Random,
): TeamsWorld {
  const users = new Map<string, TeamsUser>();
  const conversations = new Map<string, TeamsConversation>();
  const general = { id: `19:${random.hex(32)}@thread.tacv2`, name: 'General' };
  const outreach = { id: `19:${random.hex(32)}@thread.tacv2`, name: 'Outreach' };
  conversations.set(outreach.id, { ...outreach, kind: 'channel', ...untouched, activities: [] });

  const tenant = { users, conversations };
  addPerson(
    tenant,
    { name: 'Sam Porter', email: 'sam.porter@northwind.example', role: 'supervisor' },
    random,
  );
  for (const { name, email } of agents) addPerson(tenant, { name, email, role: 'agent' }, random);

  const tenantId = random.id();
  const botId = `28:${random.id()}`;
  const aadGroupId = random.id();
  // Where the partner's people see what is handed to them; the app is in the whole team, and nobody has written here yet.
  const partner = { id: `19:${random.hex(32)}@thread.tacv2`, name: 'Southridge Repairs' };
  return {
    tenantId,
    botId,
    botEndpoint,
    // Teams gives a team the id of its General channel.
    team: { id: general.id, name: 'Customer Care', aadGroupId, channels: [general, outreach, partner] },
    users,
    conversations,
  };
}

/** Adds a user of Teams and their chat with the app, which waits to be installed there. */
export function addPerson(
  { users, conversations }: Pick<TeamsWorld, 'users' | 'conversations'>,
  { name, email, role }: Pick<TeamsUser, 'name' | 'email' | 'role'>,
  random: Random,
): void {
  const user: TeamsUser = {
    id: `29:1${random.hex(54)}`,
    aadObjectId: random.id(),
    name,
    email,
    role,
    locale: 'en-GB',
  };
  users.set(user.id, user);
  const id = `a:1${random.hex(56)}`;
  conversations.set(id, { id, kind: 'personal', name, userId: user.id, ...untouched, activities: [] });
}
