import type { Conversation } from '../../world/conversation.ts';
import { liveLeg } from '../../world/leg.ts';
import type { Org } from '../../world/org.ts';
import { customerOf } from './customer-leg.ts';

/** When a connected conversation ends because nobody writes (epoch ms); undefined when it does not. */
export function inactiveAt({ rules }: Org, conversation: Conversation): number | undefined {
  const customer = customerOf(conversation);
  if (rules.inactivityMinutes === null || customer === undefined) return undefined;
  const { state, connectedAt = 0 } = liveLeg(customer);
  if (state !== 'connected') return undefined;
  return Math.max(connectedAt, conversation.messages.at(-1)?.at ?? 0) + rules.inactivityMinutes * 60_000;
}
