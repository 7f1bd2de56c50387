import type { Conversation } from '../../world/conversation.ts';
import { liveLeg } from '../../world/leg.ts';
import type { Org } from '../../world/org.ts';
import { isConnected } from '../conversation/is-connected.ts';

/**
 * A new message of or to the customer still lands on this conversation: it is connected, or its last leg ended within
 * the organisation's threading window; after-call work does not count. Whether the guest's session still holds is another question: it stops the guest's
 * own messages (customerWrites), and not the platform's to an external contact (unverified).
 */
export function takesNewMessages(org: Org, conversation: Conversation, now: number): boolean {
  if (isConnected(conversation)) return true;
  return now < lastDisconnect(conversation) + org.threadingMinutes * 60_000;
}

function lastDisconnect({ participants }: Conversation): number {
  return Math.max(...participants.map((each) => liveLeg(each).disconnectedAt ?? 0));
}
