import type { Conversation } from '../../conversation.ts';
import type { Customer, Org } from '../../org.ts';
import type { Sandbox } from '../../sandbox.ts';

/** One conversation with all that an act on it needs. */
export interface Scene {
  readonly sandbox: Sandbox;
  readonly org: Org;
  readonly conversation: Conversation;
  readonly customer: Customer;
}
