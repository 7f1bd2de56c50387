import type { Sandbox } from '../../sandbox.ts';
import type { Org } from '../../world/org.ts';
import { routeWaiting } from '../agents/route-waiting.ts';
import { createUnserved } from '../agents/unserved.ts';
import { showDisconnect } from '../guest/show-disconnect.ts';
import { endConversation } from './end-conversation.ts';
import { inactiveAt } from './inactive-at.ts';
import { resumeWork } from './resume-work.ts';

/**
 * What happens to conversations by itself, from now on: what was under way goes on, waiting customers ring at idle agents
 * and idle conversations end, where the organisation wants it.
 */
export function keepConversations(sandbox: Sandbox): void {
  const { live, later, world } = sandbox;
  /** When each conversation is looked at next. */
  const watched = new Map<string, number>();

  const watchInactivity = (org: Org, conversationId: string): void => {
    const conversation = org.conversations.get(conversationId);
    const endsAt = conversation && inactiveAt(org, conversation);
    if (conversation === undefined || endsAt === undefined) return;
    if ((watched.get(conversationId) ?? Number.POSITIVE_INFINITY) <= endsAt) return;
    watched.set(conversationId, endsAt);
    later(Math.max(0, endsAt - sandbox.now()), () => {
      // The rules have brought the end nearer meanwhile.
      if (watched.get(conversationId) !== endsAt) return;
      watched.delete(conversationId);
      if ((inactiveAt(org, conversation) ?? Number.POSITIVE_INFINITY) <= sandbox.now()) {
        endInactive(sandbox, org, conversationId);
      } else watchInactivity(org, conversationId);
    });
  };

  const routing = new Set<string>();
  const unserved = createUnserved();
  const route = (org: Org | undefined): void => {
    if (org?.rules.routing !== 'automatic' || routing.has(org.id)) return;
    routing.add(org.id);
    later(0, () => {
      routing.delete(org.id);
      routeWaiting(sandbox, org, unserved.of(org));
    });
  };

  const begin = (): void => {
    watched.clear();
    routing.clear();
    resumeWork(sandbox);
    for (const org of world.orgs.values()) look(org);
  };
  const look = (org: Org): void => {
    if (org.rules.inactivityMinutes !== null) {
      for (const { id } of org.conversations.open()) watchInactivity(org, id);
    }
    route(org);
  };
  live.on('conversation', ({ orgId, conversationId }) => {
    const org = world.orgs.get(orgId);
    const conversation = org?.conversations.get(conversationId);
    if (org !== undefined && conversation !== undefined) unserved.note(org, conversation);
    if (org !== undefined) watchInactivity(org, conversationId);
    route(org);
  });
  live.on('presence', ({ orgId }) => route(world.orgs.get(orgId)));
  live.on('rules', ({ orgId }) => {
    const org = world.orgs.get(orgId);
    if (org !== undefined) look(org);
  });
  live.on('reset', begin);
  begin();
}

/** unverified: `inactivity` on every leg. */
function endInactive(sandbox: Sandbox, org: Org, conversationId: string): void {
  const conversation = org.conversations.get(conversationId);
  const customer = org.customers.get(conversation?.customerId ?? '');
  if (conversation === undefined || customer === undefined) return;
  endConversation({ sandbox, org, conversation, customer }, () => 'inactivity');
  showDisconnect(sandbox, org, conversation, customer);
}
