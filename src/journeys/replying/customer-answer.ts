import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { getConversation } from '../../genesys/endpoints/get-conversation.ts';
import { messagesBulk } from '../../genesys/endpoints/messages-bulk.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { ConversationWire } from '../../genesys/wire/conversation.ts';
import type { MessageWire } from '../../genesys/wire/message.ts';
import type { Outreach } from '../../outreach/outreach.ts';
import { isOutboundStatus } from '../../sessions/is-outbound-status.ts';
import { timeOf } from '../../sessions/times.ts';
import type { SaidByCustomer } from './replying.ts';

/** So many of the customer's messages are given, the newest. */
const mostMessages = 3;
/** Characters of the newest, and of those before it. */
const longest = 1_000;
const longestBefore = 200;
const longestFileName = 100;

/**
 * What the customer wrote after our message, oldest first, as the platform has it now. Null where it cannot be had for good. Throws what
 * the platform calls throw while it cannot be read just now.
 */
export async function customerAnswer(
  call: PlatformCall,
  outreach: Pick<Outreach, 'conversationId' | 'answer' | 'attemptedAt'>,
): Promise<SaidByCustomer[] | null> {
  const conversationId = outreach.answer?.conversationId ?? outreach.conversationId;
  try {
    const conversation = await getConversation(call, conversationId);
    const ids = answeredSince(conversation, outreach.attemptedAt ?? 0);
    if (ids.length === 0) return [];
    return readable(await messagesBulk(call, conversationId, ids));
  } catch (cause) {
    const neverReadable =
      cause instanceof ReachbackError &&
      (cause.retry === 'never' || isCaseOf(cause.code, 'genesys.answer-malformed'));
    if (!neverReadable) throw cause;
    return null;
  }
}

/** Ids of the customer's last messages since then, oldest first. */
function answeredSince({ participants }: ConversationWire, since: number): string[] {
  return (
    participants
      .filter(({ purpose }) => purpose === 'customer' || purpose === 'external')
      .flatMap(({ messages }) => messages ?? [])
      .flatMap(({ messages }) => messages ?? [])
      .filter(({ messageStatus, messageTime }) => {
        return !isOutboundStatus(messageStatus) && (timeOf(messageTime) ?? 0) > since;
      })
      .sort((one, other) => (timeOf(one.messageTime) ?? 0) - (timeOf(other.messageTime) ?? 0))
      .flatMap(({ messageId }) => messageId ?? [])
      // Typing and receipts are messages, too, and have no words.
      .slice(-4 * mostMessages)
  );
}

function readable(messages: readonly MessageWire[]): SaidByCustomer[] {
  const said = messages
    .filter(({ direction }) => direction?.toLowerCase() !== 'outbound')
    .toSorted((one, other) => (timeOf(one.timestamp) ?? 0) - (timeOf(other.timestamp) ?? 0))
    .flatMap(partsOf)
    .slice(-mostMessages);
  return said.map((each, index) => ({
    ...each,
    text: cut(each.text, index === said.length - 1 ? longest : longestBefore),
  }));
}

function partsOf({ normalizedMessage }: MessageWire): SaidByCustomer[] {
  const text = (normalizedMessage?.text ?? '').trim();
  const files = (normalizedMessage?.content ?? []).flatMap(({ attachment }): SaidByCustomer[] =>
    attachment === null || attachment === undefined
      ? []
      : [{ kind: kindOf(attachment.mediaType), text: cut(attachment.filename ?? '', longestFileName) }],
  );
  return [...(text === '' ? [] : [{ kind: 'text', text } as const]), ...files];
}

function kindOf(mediaType: string | null | undefined): SaidByCustomer['kind'] {
  switch (mediaType?.toLowerCase()) {
    case 'image':
      return 'picture';
    case 'video':
      return 'video';
    case 'audio':
      return 'sound';
    default:
      return 'file';
  }
}

/** By code points: half of one is no character. */
function cut(text: string, characters: number): string {
  const letters = [...text];
  return letters.length <= characters
    ? text
    : `${letters
        .slice(0, characters - 1)
        .join('')
        .trimEnd()}…`;
}
