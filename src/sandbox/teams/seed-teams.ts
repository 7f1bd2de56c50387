import type { Agent, TeamsConversation, TeamsUser, TeamsWorld } from '../world.ts';

/** What the seed needs: the organisation's agents, ids to give out, and where the bot listens. */
export interface TeamsSeed {
  readonly agents: Iterable<Pick<Agent, 'name' | 'email'>>;
  readonly newId: () => string;
  readonly botEndpoint: string;
}

const supervisor = { name: 'Sam Porter', email: 'sam.porter@northwind.example' };

/**
 * A Teams tenant around the organisation's agents: the team Customer Care with its channels General and Outreach, a
 * personal chat with every agent, and one supervisor who is not a Genesys agent. No install event is delivered yet.
 */
export function seedTeams({ agents, newId, botEndpoint }: TeamsSeed): TeamsWorld {
  const hex = () => newId().replaceAll('-', '');
  const general = { id: `19:${hex()}@thread.tacv2`, name: 'General' };
  const outreach = { id: `19:${hex()}@thread.tacv2`, name: 'Outreach' };
  const users: TeamsUser[] = [
    { ...supervisor, role: 'supervisor' as const },
    ...[...agents].map(({ name, email }) => ({ name, email, role: 'agent' as const })),
  ].map((person) => ({ id: `29:1${hex()}`, aadObjectId: newId(), ...person }));
  const conversations: TeamsConversation[] = [
    {
      id: outreach.id,
      kind: 'channel',
      name: outreach.name,
      installed: false,
      removed: false,
      activities: [],
    },
    ...users.map(
      (user): TeamsConversation => ({
        id: `a:1${hex()}`,
        kind: 'personal',
        name: user.name,
        userId: user.id,
        installed: false,
        removed: false,
        activities: [],
      }),
    ),
  ];
  return {
    tenantId: newId(),
    botId: `28:${newId()}`,
    botEndpoint,
    // Teams gives a team the id of its General channel.
    team: { id: general.id, name: 'Customer Care', aadGroupId: newId(), channels: [general, outreach] },
    users: new Map(users.map((user) => [user.id, user])),
    conversations: new Map(conversations.map((conversation) => [conversation.id, conversation])),
  };
}
