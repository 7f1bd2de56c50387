import { isCaseOf } from '../../../../errors/is-case-of.ts';
import { ReachbackError } from '../../../../errors/reachback-error.ts';
import { conversationsOfCustomer } from '../../../../genesys/endpoints/conversations-of-customer.ts';
import { getConversation } from '../../../../genesys/endpoints/get-conversation.ts';
import { messagesBulk } from '../../../../genesys/endpoints/messages-bulk.ts';
import type { PlatformCall } from '../../../../genesys/platform-call.ts';
import type { Bridge, Carried } from '../../../../store/shapes/bridge-table.ts';
import { listedMessages } from '../read/listed-messages.ts';

export interface FoundCarried {
  readonly messageId: string;
  readonly conversationId: string;
}

/** Clocks of three computers may be this far apart; what is known to be another message does not count anyway. */
const slackMs = 120_000;
const lookBackMs = 23 * 60 * 60_000;

/**
 * Looks for a message whose answer was lost, where it was to go: by the id we gave it where the platform shows that, else by its words among
 * what came since the attempt and is not known as another message of ours (`known`: ids there). Null when it is not there. Throws what the platform calls throw.
 */
export async function findCarried(
  call: PlatformCall,
  bridge: Bridge,
  message: Carried,
  known: ReadonlySet<string>,
): Promise<FoundCarried | null> {
  for await (const conversationId of placesOf(call, bridge, message)) {
    const messageId = await findIn(call, conversationId, message, known);
    if (messageId !== null) return { messageId, conversationId };
  }
  return null;
}

/** The likeliest first. A contact with a second browser may have got it there: the platform addresses the person, not the conversation. */
async function* placesOf(
  call: PlatformCall,
  bridge: Bridge,
  { direction, attemptedAt }: Carried,
): AsyncGenerator<string> {
  const { sourceConversationId, destinationConversationId, externalContactId, guestId } = bridge;
  if (direction === 'to-partner') {
    if (destinationConversationId !== null) yield destinationConversationId;
    else {
      const of = { externalContactId: null, guestId: bridge.handOffId, messageType: 'open' } as const;
      yield* await conversationsOfCustomer(call, { ...of, since: bridge.startedAt - slackMs });
    }
    return;
  }
  yield sourceConversationId;
  if (externalContactId === null) return;
  // A day is asked for at a time: nearly all of it before the attempt.
  const since = (attemptedAt ?? bridge.startedAt) - lookBackMs;
  const others = await conversationsOfCustomer(call, { externalContactId, guestId, since });
  yield* others.filter((id) => id !== sourceConversationId);
}

async function findIn(
  call: PlatformCall,
  conversationId: string,
  { id, text, direction, attemptedAt }: Carried,
  known: ReadonlySet<string>,
): Promise<string | null> {
  const since = (attemptedAt ?? 0) - slackMs;
  const listed = await listIn(call, conversationId);
  const ids = listed
    .filter((each) => each.byCustomer === (direction === 'to-partner'))
    .filter((each) => each.at >= since && !known.has(each.id))
    .map((each) => each.id);
  if (ids.length === 0) return null;
  const messages = await messagesBulk(call, conversationId, ids);
  const ours =
    messages.find(({ normalizedMessage }) => normalizedMessage?.channel?.messageId === id) ??
    messages.find(({ normalizedMessage }) => normalizedMessage?.text?.trim() === text.trim());
  return ours?.id ?? null;
}

async function listIn(call: PlatformCall, conversationId: string) {
  try {
    return listedMessages(await getConversation(call, conversationId));
  } catch (cause) {
    if (cause instanceof ReachbackError && isCaseOf(cause.code, 'genesys.not-found')) return [];
    throw cause;
  }
}
