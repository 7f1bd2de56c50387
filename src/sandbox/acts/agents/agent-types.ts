import { agentTyping, shownFrame } from '../../guest/structured-message.ts';
import { tellTyping } from '../../open/deliver-to-webhook.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';
import { guestEntry } from '../guest/guest-entry.ts';
import { isOnline } from '../guest/is-online.ts';

/**
 * An agent is typing: an online guest sees it for a while, if the deployment shows it, and the webhook of an Open Messaging integration is told.
 * Nothing of it is kept.
 */
export function agentTypes(
  sandbox: Sandbox,
  org: Org,
  customer: Customer,
  conversationId: string,
  durationMs = 5000,
): void {
  const integration = org.openIntegrations.get(customer.deploymentId);
  if (integration !== undefined) void tellTyping(sandbox, customer, integration, durationMs);
  const shows = org.deployments.get(customer.deploymentId)?.messenger.showAgentTypingIndicator;
  if (shows !== true || !isOnline(sandbox, customer)) return;
  sandbox.append(guestEntry('shown', 'agent-typing', org.id, customer, { conversationId }));
  sandbox.guests.send(customer.token, shownFrame(agentTyping(sandbox.newId(), sandbox.now(), durationMs)));
}
