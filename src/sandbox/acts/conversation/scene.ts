import type { Sandbox } from '../../sandbox.ts';
import type { Conversation } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import type { Org } from '../../world/org.ts';

/** One conversation with all that an act on it needs. */
export interface Scene {
  readonly sandbox: Sandbox;
  readonly org: Org;
  readonly conversation: Conversation;
  readonly customer: Customer;
}
