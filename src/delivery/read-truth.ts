import { ReachbackError } from '../errors/reachback-error.ts';
import { getConversation } from '../genesys/endpoints/get-conversation.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { Truth } from '../policy/facts.ts';
import { truthFromConversation } from './truth-from-conversation.ts';

/**
 * What the platform says of a conversation this moment; null when it no longer has it.
 * Throws what the platform call throws otherwise.
 */
export async function readTruth(
  call: PlatformCall,
  conversationId: string,
  timeZoneAttribute: string,
): Promise<Truth | null> {
  try {
    return truthFromConversation(await getConversation(call, conversationId), timeZoneAttribute);
  } catch (cause) {
    if (cause instanceof ReachbackError && cause.code === 'genesys.not-found') return null;
    throw cause;
  }
}
