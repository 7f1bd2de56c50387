import { customerOf } from '../../acts/customer-leg.ts';
import { guestEntry } from '../../acts/guest-entry.ts';
import { isConnected } from '../../acts/is-connected.ts';
import { latestConversation } from '../../acts/latest-conversation.ts';
import { tellGuest } from '../../acts/tell-guest.ts';
import type { Customer, Org } from '../../org.ts';
import type { GuestScene } from '../guest-scene.ts';
import type { Person } from './guest-tokens.ts';

/**
 * The customer is this person from now on: an external contact with a name, on the running conversation too, where the
 * sign-in is shown. Who is the person already stays as they are.
 */
export function becomePerson(
  { sandbox }: GuestScene,
  org: Org,
  customer: Customer,
  { subject, name }: Person,
): void {
  if (customer.signedInAs === subject) return;
  const contact = contactOf(org, subject);
  customer.signedInAs = subject;
  customer.name = contact?.name ?? name;
  customer.externalContactId = contact?.externalContactId ?? customer.externalContactId ?? sandbox.newId();
  const running = latestConversation(org, customer);
  if (running === undefined || !isConnected(running)) {
    sandbox.append(guestEntry('did', 'signed-in', org.id, customer));
    return;
  }
  const participant = customerOf(running);
  if (participant !== undefined) participant.externalContactId = customer.externalContactId;
  tellGuest(sandbox, running, customer, 'signed-in', { presence: 'SignIn', direction: 'inbound' });
}

/** The external contact with this id, or the one somebody with this id has signed in as before. */
function contactOf(
  org: Org,
  subject: string,
): { readonly name: string | null; readonly externalContactId: string } | undefined {
  for (const { name, externalContactId, signedInAs } of org.customers.values()) {
    if (externalContactId === null) continue;
    if (externalContactId === subject || signedInAs === subject) return { name, externalContactId };
  }
  return undefined;
}
