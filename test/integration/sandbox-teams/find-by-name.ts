import assert from 'node:assert/strict';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import type { TeamsConversation, TeamsUser } from '../../../src/sandbox/teams/teams-world.ts';

/** The Teams conversation of that name; fails when there is none. */
export function conversationOf({ world }: Sandbox, name: string): TeamsConversation {
  const found = [...world.teams.conversations.values()].find((conversation) => conversation.name === name);
  assert.ok(found, `no conversation ${name}`);
  return found;
}

/** The Teams user of that name; fails when there is none. */
export function userOf({ world }: Sandbox, name: string): TeamsUser {
  const found = [...world.teams.users.values()].find((user) => user.name === name);
  assert.ok(found, `nobody called ${name}`);
  return found;
}
