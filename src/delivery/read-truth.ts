import { isCaseOf } from '../errors/is-case-of.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { conversationCleared } from '../genesys/endpoints/conversation-cleared.ts';
import { getConversation } from '../genesys/endpoints/get-conversation.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { Truth } from '../policy/facts.ts';
import { customerLeg } from '../sessions/customer-leg.ts';
import { truthFromConversation } from './truth-from-conversation.ts';

/** How a leg ends whose customer went themselves, by leaving or by wiping it: which of the two only analytics tells. */
const byCustomer = new Set(['client', 'endpoint']);

/**
 * What the platform says of a conversation this moment; null when it no longer has it, or has no web messaging customer in it.
 * One call, two where the customer ended it and `wiped` (what the index knows of that) is null. Throws what the platform call
 * throws otherwise.
 */
export async function readTruth(
  call: PlatformCall,
  conversationId: string,
  timeZoneAttribute: string,
  wiped: () => Promise<boolean | null>,
): Promise<Truth | null> {
  try {
    const conversation = await getConversation(call, conversationId);
    const truth = truthFromConversation(conversation, timeZoneAttribute);
    if (truth === null) return null;
    const endedBy = customerLeg(conversation)?.endedBy ?? '';
    const cleared =
      byCustomer.has(endedBy) && ((await wiped()) ?? (await conversationCleared(call, conversationId)));
    return { ...truth, cleared };
  } catch (cause) {
    if (cause instanceof ReachbackError && isCaseOf(cause.code, 'genesys.not-found')) return null;
    throw cause;
  }
}
