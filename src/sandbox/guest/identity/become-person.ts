import { customerOf } from '../../acts/conversation/customer-leg.ts';
import { isConnected } from '../../acts/conversation/is-connected.ts';
import { guestEntry } from '../../acts/guest/guest-entry.ts';
import { tellGuest } from '../../acts/guest/tell-guest.ts';
import { latestConversation } from '../../acts/messages/latest-conversation.ts';
import type { Customer } from '../../world/customer.ts';
import { presenceOf } from '../../world/guest-event.ts';
import type { Org } from '../../world/org.ts';
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
  const contactId = contactOf(org, subject) ?? newContact(sandbox, org, { subject, name });
  org.customers.change(customer, { signedInAs: subject, externalContactId: contactId });
  customer.name = org.customers.ofContact(contactId).find((each) => each.name !== null)?.name ?? name;
  const running = latestConversation(org, customer);
  if (running === undefined || !isConnected(running)) {
    sandbox.append(guestEntry('did', 'signed-in', org.id, customer));
    return;
  }
  const participant = customerOf(running);
  if (participant !== undefined) participant.externalContactId = contactId;
  tellGuest(sandbox, running, customer, 'signed-in', { event: presenceOf('SignIn'), direction: 'inbound' });
}

/** The external contact with this id, one with it as an id elsewhere, or the one they signed in as before. */
function contactOf(org: Org, subject: string): string | undefined {
  return org.contacts.has(subject) ? subject : org.contacts.withExternalId(subject)?.id;
}

/** unverified: which fields the platform takes from the identity provider. */
function newContact(
  { newId, now }: GuestScene['sandbox'],
  org: Org,
  { subject, name }: Pick<Person, 'subject' | 'name'>,
): string {
  const id = newId();
  const [firstName = name, ...rest] = name.split(' ');
  org.contacts.set(id, {
    id,
    type: 'Identified',
    fields: { firstName, ...(rest.length > 0 && { lastName: rest.join(' ') }) },
    externalIds: [],
    claimed: [{ type: 'ExternalId', value: subject }],
    createdAt: now(),
    modifiedAt: now(),
  });
  return id;
}
