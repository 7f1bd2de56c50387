import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { InboundActivity } from './inbound-activity.ts';

/**
 * Where to write back to, from any incoming activity; null for chats among people, which the app is not in: its message extension
 * is, and a chat of two calls itself `personal` there as the bot's own chats do (what its id ends with is *unverified*).
 * A channel's reference is the channel itself: for an install the channel chosen there, else the team's general one (whose
 * id is the team's id); a thread's `;messageid=` is cut off.
 */
export function referenceOf(activity: InboundActivity, now: number): ConversationReference | null {
  const { conversation, channelData, from, recipient } = activity;
  const shared = {
    serviceUrl: activity.serviceUrl,
    tenantId: channelData?.tenant?.id ?? conversation.tenantId ?? null,
    botId: recipient.id,
    locale: activity.locale ?? null,
    installed: true,
    toldAt: toldAt(activity),
    refusedWith: null,
    updatedAt: now,
  };
  if (conversation.conversationType === 'groupChat' || conversation.id.endsWith('@unq.gbl.spaces'))
    return null;
  if (conversation.conversationType === 'personal') {
    return {
      ...shared,
      conversationId: conversation.id,
      kind: 'personal',
      userId: from.id === recipient.id ? null : from.id,
      aadObjectId: from.aadObjectId ?? null,
      userName: from.name ?? null,
      userEmail: null,
    };
  }
  return {
    ...shared,
    conversationId: channelOf(activity),
    kind: 'channel',
    userId: null,
    aadObjectId: null,
    userName: null,
    userEmail: null,
  };
}

/** Epoch milliseconds; 0 when it tells no time that can be read. */
function toldAt({ timestamp }: InboundActivity): number {
  const at = timestamp instanceof Date ? timestamp.getTime() : Date.parse(timestamp ?? '');
  return Number.isFinite(at) ? at : 0;
}

function channelOf({ type, conversation, channelData }: InboundActivity): string {
  if (type === 'installationUpdate') {
    const chosen = channelData?.settings?.selectedChannel?.id ?? channelData?.team?.id;
    if (chosen !== undefined) return chosen;
  }
  const [channel = conversation.id] = conversation.id.split(';');
  return channelData?.channel?.id ?? channel;
}
