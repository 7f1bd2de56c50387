import type { Sandbox } from '../../sandbox.ts';
import type { Conversation } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import { presenceOf } from '../../world/guest-event.ts';
import type { Org } from '../../world/org.ts';
import { tellGuest } from './tell-guest.ts';

/**
 * The other side (an agent or the system) has ended the conversation: the guest learns of it as the deployment's
 * conversationDisconnect says. `ReadOnly` stops the guest's writing until it starts anew.
 */
export function showDisconnect(
  sandbox: Sandbox,
  org: Org,
  conversation: Conversation,
  customer: Customer,
  tracingId?: string,
): void {
  const settings = org.deployments.get(conversation.deploymentId)?.messenger.conversationDisconnect;
  if (settings?.enabled !== true) return;
  const readOnly = settings.type === 'ReadOnly';
  if (readOnly) customer.readOnly = true;
  tellGuest(
    sandbox,
    conversation,
    customer,
    'disconnected',
    { event: presenceOf('Disconnect'), direction: 'outbound', metadata: { readOnly: String(readOnly) } },
    tracingId,
  );
}
