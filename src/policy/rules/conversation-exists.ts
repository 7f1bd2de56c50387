import type { Truth } from '../facts.ts';
import type { HeldReason } from '../held-reason.ts';

/** A conversation that was deleted or archived takes no message. */
export function conversationExists(truth: Truth | null): HeldReason | null {
  return truth === null ? 'conversation-gone' : null;
}
