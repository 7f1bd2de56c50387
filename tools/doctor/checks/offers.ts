import { offersExternalMessages } from '../../../src/genesys/endpoints/offers-external-messages.ts';
import { offersWebchatMessages } from '../../../src/genesys/endpoints/offers-webchat-messages.ts';
import type { PlatformCall } from '../../../src/genesys/platform-call.ts';
import { type Finding, good } from '../finding.ts';

/**
 * Which endpoints of the field contracts the organisation has, by the same question the start asks: an empty message, which is refused
 * in any case. Without a conversation to ask about, the one for closed conversations is left out. Throws what the call throws.
 */
export async function offers(call: PlatformCall, conversationId: string | null): Promise<Finding> {
  const [external, webchat] = await Promise.all([
    offersExternalMessages(call),
    conversationId === null ? null : offersWebchatMessages(call, conversationId),
  ]);
  const words = (offered: boolean | null): string =>
    offered === null ? 'not known, nobody wrote yet' : offered ? 'offered' : 'not offered';
  return good(
    'offers',
    `Beside the platform’s own way: external-messages ${words(external)}, webchat messages ${words(webchat)}.`,
  );
}
