import { ReachbackError } from '../../errors/reachback-error.ts';
import { getConversation } from '../../genesys/endpoints/get-conversation.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { ConversationWire } from '../../genesys/wire/conversation.ts';
import { type CustomerLeg, customerLeg } from '../../sessions/customer-leg.ts';
import type { HandOff, HandOffTable } from '../../store/shapes/hand-off-table.ts';
import { connectedLeg } from '../replying/agent-leg.ts';
import { type HandOffRequest, longestNote } from './handing-off.ts';
import type { Partner } from './partner.ts';

/** What the index of sessions knows of a conversation’s customer, where the conversation itself does not tell it. */
export interface KnownCustomer {
  readonly channelId: string;
  readonly guestId: string;
}

/** Gives the hand-off of a press; `begun` is told its id where it is of this very call. */
export type BeginHandOff = (request: HandOffRequest, begun?: (id: string) => void) => Promise<HandOff>;

/**
 * Looks whether a conversation may be handed over and writes the hand-off down as proposed; the same press again gives what there is.
 * Nothing leaves. Throws `handoff.*`, and what the platform or the store throws.
 */
export function createBeginHandOff(parts: {
  table: Pick<HandOffTable, 'add' | 'ofEvent'>;
  call: PlatformCall;
  partner: (id: string) => Partner | null;
  /** Sees what another instance changed of the partners; throws what the store throws. */
  refreshPartners: () => Promise<void>;
  knownCustomer: (conversationId: string) => Promise<KnownCustomer | null>;
  /** A queue of the own organisation by id. */
  queueName: (queueId: string) => string | null;
  now: () => number;
  newId: () => string;
}): BeginHandOff {
  const { table, call, partner, refreshPartners, knownCustomer, queueName, now, newId } = parts;

  return async (request, begun = () => {}) => {
    const counted = await table.ofEvent(request.eventId);
    if (counted !== null) return counted;
    const to = partner(request.partnerId);
    if (to === null) throw new ReachbackError('handoff.partner-unknown');
    if (!to.queues.includes(request.queue)) throw new ReachbackError('handoff.queue-unknown');
    // PostgreSQL keeps no NUL in a text.
    const note = request.note?.replaceAll('\0', '').trim() || null;
    if (note !== null && note.length > longestNote) throw new ReachbackError('handoff.text-too-long');
    const conversation = await getConversation(call, request.conversationId, 'send');
    const leg = customerLeg(conversation);
    const channelType = channelTypeOf(conversation);
    if (!Object.hasOwn(to.channelTypes, channelType) || leg === null)
      throw new ReachbackError('handoff.channel-unmapped');
    if (!leg.connected) throw new ReachbackError('handoff.conversation-over');
    if (connectedLeg(conversation, request.by.agentId) === null)
      throw new ReachbackError('handoff.not-on-conversation');
    const who = await idsOf(leg, request.conversationId);
    // Its customer's words would go to whom it stands for now.
    await refreshPartners();
    const still = partner(to.id);
    if (still?.organisationId !== to.organisationId || still.contract !== to.contract)
      throw new ReachbackError('handoff.partner-changed-meanwhile');
    const at = now();
    const proposed: HandOff = {
      id: newId(),
      eventId: request.eventId,
      state: 'proposed',
      code: null,
      conversationId: request.conversationId,
      channelType,
      ...who,
      externalContactId: leg.externalContactId,
      customerName: leg.customerName,
      partnerId: to.id,
      partnerName: to.name,
      contract: to.contract,
      queue: request.queue,
      originalQueue: originalQueue(conversation),
      reason: request.reason,
      note,
      agentId: request.by.agentId,
      agentName: request.by.name,
      ticketId: null,
      destinationConversationId: null,
      endedBy: null,
      endedByName: null,
      toPartner: 0,
      toCustomer: 0,
      waiting: 0,
      attemptedAt: null,
      createdAt: at,
      updatedAt: at,
      version: 1,
    };
    const became = await table.add(proposed);
    if (became === 'one-under-way') throw new ReachbackError('handoff.under-way');
    if (became === 'counted') return (await table.ofEvent(request.eventId)) ?? proposed;
    begun(proposed.id);
    return proposed;
  };

  async function idsOf(leg: CustomerLeg, conversationId: string): Promise<KnownCustomer> {
    const { channelId, guestId } = leg;
    if (channelId !== null && guestId !== null) return { channelId, guestId };
    const known = await knownCustomer(conversationId);
    if (known === null) throw new ReachbackError('handoff.channel-unmapped');
    return { channelId: known.channelId, guestId: known.guestId };
  }

  function originalQueue({ participants }: ConversationWire): string | null {
    const queueId = participants.findLast((each) => each.queueId)?.queueId ?? null;
    return queueId === null ? null : queueName(queueId);
  }
}

/** Of the customer’s newest leg; where the platform does not say, it is not guessed. */
function channelTypeOf({ participants }: ConversationWire): string {
  const legs = participants
    .filter(({ purpose }) => purpose === 'customer' || purpose === 'external')
    .flatMap(({ messages }) => messages ?? []);
  return legs.at(-1)?.type ?? 'unknown';
}
