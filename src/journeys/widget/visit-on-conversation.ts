import type { ConversationWire } from '../../genesys/wire/conversation.ts';
import { visitAttribute } from './custom-attributes.ts';

/** The browser sends it: what no id of ours looks like is not asked for, for not every store could. */
const visitIds = /^[\w-]{1,100}$/;

/** Whether the platform sets something before the names of a guest's attributes is *unverified*: both are read. */
const names = [visitAttribute, `context.${visitAttribute}`];

/**
 * The customer's latest leg on a conversation: the visit it says it is of, its communication and the contact it is linked to. Null
 * without a customer's leg. Pure.
 */
export function visitOnConversation({ participants }: ConversationWire): {
  readonly visitId: string | null;
  readonly communicationId: string;
  readonly externalContactId: string | null;
} | null {
  const customer = participants.findLast(({ purpose }) => purpose === 'customer' || purpose === 'external');
  const communicationId = customer?.messages?.findLast(({ id }) => id)?.id;
  if (customer === undefined || !communicationId) return null;
  const told = names.map((name) => customer.attributes?.[name]).find((value) => value !== undefined);
  return {
    visitId: told !== undefined && visitIds.test(told) ? told : null,
    communicationId,
    externalContactId: customer.externalContactId ?? null,
  };
}
