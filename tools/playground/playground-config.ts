import { z } from 'zod';

const state = z.object({
  teams: z.object({
    tenantId: z.string(),
    botId: z.string(),
    team: z.object({ name: z.string(), aadGroupId: z.string() }),
    users: z.array(
      z.object({ id: z.string(), aadObjectId: z.string(), name: z.string(), email: z.string() }),
    ),
  }),
});

type SandboxUser = z.infer<typeof state>['teams']['users'][number];

/** A person as the Playground's configuration writes one; the misspelt key is its own. */
interface PlaygroundUser {
  readonly id: string;
  readonly name: string;
  readonly userPrincipleName: string;
  readonly aadObjectId: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
}

/** What the Agents Playground 0.2.28 reads at its start; it takes no further key, and five users. */
export interface PlaygroundConfig {
  readonly version: '0.1.1';
  readonly tenantId: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly currentUser: PlaygroundUser;
  readonly users: readonly PlaygroundUser[];
  readonly personalChat: { readonly id: string };
  readonly groupChat: { readonly id: string; readonly name: string };
  readonly team: {
    readonly id: string;
    readonly name: string;
    readonly aadGroupId: string;
    readonly channels: readonly { readonly id: string; readonly name: string }[];
  };
}

/**
 * The tenant of the sandbox as the Playground is told it: the same tenant, people and bot, so that one person is one to the bot
 * wherever they speak, in conversations of its own. `told` is the answer of the sandbox's `/sandbox/v1/state`, `email`
 * whose eyes it is seen with. Throws TypeError when nobody there has that e-mail.
 */
export function playgroundConfig(told: unknown, email: string): PlaygroundConfig {
  const { tenantId, botId, team, users } = state.parse(told).teams;
  const you = users.find((user) => user.email.toLowerCase() === email.toLowerCase());
  if (you === undefined) {
    throw new TypeError(
      `Nobody here is ${email}. There are:\n  ${users.map((each) => each.email).join('\n  ')}`,
    );
  }
  return {
    version: '0.1.1',
    tenantId,
    bot: { id: botId, name: 'Reachback' },
    currentUser: userOf(you),
    users: users
      .filter((user) => user !== you)
      .slice(0, 5)
      .map(userOf),
    personalChat: { id: 'a:playground' },
    groupChat: { id: '19:playground-chat@thread.v2', name: 'Group chat' },
    team: {
      id: '19:playground-team@thread.tacv2',
      name: team.name,
      aadGroupId: team.aadGroupId,
      channels: [{ id: '19:playground-outreach@thread.tacv2', name: 'Outreach' }],
    },
  };
}

function userOf({ id, aadObjectId, name, email }: SandboxUser): PlaygroundUser {
  const [givenName = name, ...rest] = name.split(' ');
  return { id, name, userPrincipleName: email, aadObjectId, givenName, surname: rest.join(' '), email };
}
