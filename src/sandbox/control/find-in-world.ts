import type { TeamsConversation, TeamsUser } from '../teams/teams-world.ts';
import type { Agent } from '../world/agent.ts';
import type { Conversation } from '../world/conversation.ts';
import type { Customer } from '../world/customer.ts';
import type { OAuthClient } from '../world/oauth-client.ts';
import type { Org } from '../world/org.ts';
import type { World } from '../world/world.ts';
import { ControlError } from './control-error.ts';

/** The organisation with this id; 404 otherwise. */
export function findOrg(world: World, id: string): Org {
  const org = world.orgs.get(id);
  if (org === undefined) throw new ControlError(404, `There is no organisation ${id}.`);
  return org;
}

/** The agent with this id and its organisation; 404 otherwise. */
export function findAgent(world: World, id: string): { org: Org; agent: Agent } {
  for (const org of world.orgs.values()) {
    const agent = org.agents.get(id);
    if (agent !== undefined) return { org, agent };
  }
  throw new ControlError(404, `There is no agent ${id}.`);
}

/** The OAuth client with this id and its organisation; 404 otherwise. */
export function findClient(world: World, id: string): { org: Org; client: OAuthClient } {
  for (const org of world.orgs.values()) {
    const client = org.clients.get(id);
    if (client !== undefined) return { org, client };
  }
  throw new ControlError(404, `There is no OAuth client ${id}.`);
}

/** The customer with this id and its organisation; 404 otherwise. */
export function findCustomer(world: World, id: string): { org: Org; customer: Customer } {
  for (const org of world.orgs.values()) {
    const customer = org.customers.get(id);
    if (customer !== undefined) return { org, customer };
  }
  throw new ControlError(404, `There is no customer ${id}.`);
}

/** The conversation with this id, its organisation and its customer; 404 otherwise, and for a deleted or archived one. */
export function findConversation(
  world: World,
  id: string,
): { org: Org; conversation: Conversation; customer: Customer } {
  for (const org of world.orgs.values()) {
    const conversation = org.conversations.get(id);
    const customer = org.customers.get(conversation?.customerId ?? '');
    if (conversation !== undefined && customer !== undefined && conversation.gone === undefined) {
      return { org, conversation, customer };
    }
  }
  throw new ControlError(404, `There is no conversation ${id}.`);
}

/** The Teams conversation with this id; 404 otherwise. */
export function findTeamsConversation(world: World, id: string): TeamsConversation {
  const conversation = world.teams.conversations.get(id);
  if (conversation === undefined) throw new ControlError(404, `There is no Teams conversation ${id}.`);
  return conversation;
}

/** The Teams conversation with this id, with the bot in it or to be had in it; 404 otherwise, 400 for a chat between people. */
export function findBotsConversation(world: World, id: string): TeamsConversation {
  const conversation = findTeamsConversation(world, id);
  if (conversation.userIds !== undefined)
    throw new ControlError(400, 'The bot is not in a chat between people.');
  return conversation;
}

/** The Teams user with this id; 404 otherwise. */
export function findTeamsUser(world: World, id: string): TeamsUser {
  const user = world.teams.users.get(id);
  if (user === undefined) throw new ControlError(404, `There is no Teams user ${id}.`);
  return user;
}

/** The Teams user with this id, who must be in the conversation; 404 otherwise. */
export function findMember(world: World, conversation: TeamsConversation, userId: string): TeamsUser {
  const user = world.teams.users.get(userId);
  const { userIds = conversation.userId === undefined ? null : [conversation.userId] } = conversation;
  const member = userIds === null || userIds.some((id) => id === userId);
  if (user === undefined || !member) throw new ControlError(404, `${userId} is not in this conversation.`);
  return user;
}
