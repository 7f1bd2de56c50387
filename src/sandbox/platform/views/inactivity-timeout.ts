import { inactiveAt } from '../../acts/conversation/inactive-at.ts';
import { isoTime } from '../../iso-time.ts';
import type { Conversation } from '../../world/conversation.ts';
import type { Org } from '../../world/org.ts';

/** When the conversation will count as inactive if nobody writes; absent when it never does. */
export function inactivityTimeout(org: Org, conversation: Conversation): { inactivityTimeout?: string } {
  const at = inactiveAt(org, conversation);
  return at === undefined ? {} : { inactivityTimeout: isoTime(at) };
}
