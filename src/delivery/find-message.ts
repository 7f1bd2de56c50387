import { isCaseOf } from '../errors/is-case-of.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { conversationsOfCustomer } from '../genesys/endpoints/conversations-of-customer.ts';
import { getConversation } from '../genesys/endpoints/get-conversation.ts';
import { messagesBulk } from '../genesys/endpoints/messages-bulk.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { Outreach } from '../outreach/outreach.ts';

export interface FoundMessage {
  readonly messageId: string;
  readonly conversationId: string;
}

/** The platform's clock, which attempts are dated by, is known to about a second; minutes when it was set meanwhile. */
const clockSlackMs = 60_000;

/**
 * Our message among those the customer got since the attempt: in the conversation it was meant for, or in one that began since,
 * as it does when the threading window was over. `others`: messages on a conversation that are known to be of other outreaches, which may
 * have had the same words. Null when it is in none. Throws what the platform calls throw.
 */
export async function findMessage(
  call: PlatformCall,
  outreach: Outreach,
  others: (conversationId: string) => Promise<ReadonlySet<string>>,
): Promise<FoundMessage | null> {
  const since = (outreach.attemptedAt ?? outreach.createdAt) - clockSlackMs;
  const known = await findIn(call, outreach, outreach.conversationId, since, others);
  if (known !== null) return known;
  const { externalContactId, guestId } = outreach;
  for (const conversationId of await conversationsOfCustomer(call, { externalContactId, guestId, since })) {
    if (conversationId === outreach.conversationId) continue;
    const found = await findIn(call, outreach, conversationId, since, others);
    if (found !== null) return found;
  }
  return null;
}

async function findIn(
  call: PlatformCall,
  { text }: Outreach,
  conversationId: string,
  since: number,
  others: (conversationId: string) => Promise<ReadonlySet<string>>,
): Promise<FoundMessage | null> {
  const notOurs = await others(conversationId);
  const ids = (await idsSince(call, conversationId, since)).filter((id) => !notOurs.has(id));
  const messages = ids.length === 0 ? [] : await messagesBulk(call, conversationId, ids);
  const ours = messages.find(({ normalizedMessage }) => normalizedMessage?.text?.trim() === text.trim());
  return ours === undefined ? null : { messageId: ours.id, conversationId };
}

/** Messages not of the customer; none where the conversation is gone. */
async function idsSince(call: PlatformCall, conversationId: string, since: number): Promise<string[]> {
  try {
    const { participants } = await getConversation(call, conversationId);
    return (
      participants
        .filter(({ purpose }) => purpose !== 'customer')
        .flatMap(({ messages }) => messages ?? [])
        .flatMap(({ messages }) => messages ?? [])
        // One without a time may be ours.
        .filter(({ messageTime }) => !(Date.parse(messageTime ?? '') < since))
        .flatMap(({ messageId }) => (typeof messageId === 'string' ? [messageId] : []))
    );
  } catch (cause) {
    if (cause instanceof ReachbackError && isCaseOf(cause.code, 'genesys.not-found')) return [];
    throw cause;
  }
}
