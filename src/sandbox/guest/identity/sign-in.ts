import { endByCustomer } from '../../acts/end-by-customer.ts';
import { guestEntry } from '../../acts/guest-entry.ts';
import { isConnected } from '../../acts/is-connected.ts';
import { latestConversation } from '../../acts/latest-conversation.ts';
import { tellGuest } from '../../acts/tell-guest.ts';
import type { Customer, Deployment, Org } from '../../org.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { GuestRequest } from '../guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from '../guest-scene.ts';
import { findGuest } from '../session/find-guest.ts';
import { handToken } from '../session/hand-token.ts';
import { sessionResponse } from '../session/session-response.ts';
import { newGuest, showSession } from '../session/show-session.ts';
import { startAnew } from '../session/start-anew.ts';
import { contactOf } from './contact-of.ts';
import type { Person } from './guest-tokens.ts';

/**
 * configureAuthenticatedSession: the person of the JWT goes on with the session they have on this deployment, whatever
 * browser it began in. A guest without one takes the conversation along when the deployment allows the upgrade;
 * otherwise it is cleared (`clearedExistingSession`). unverified: everything beyond the frames' names.
 */
export function signIn(
  scene: GuestScene,
  org: Org,
  deployment: Deployment,
  { token, startNew, data }: GuestRequest<'configureAuthenticatedSession'>,
): GuestAnswer[] {
  const { sandbox, guests, socket, tokens } = scene;
  if (!deployment.messenger.auth.enabled) {
    return [guestRefusal(403, 'Turn on the Feature Toggle or fix the configuration.')];
  }
  const person = tokens.read(data.code);
  if (person === 'expired') return [guestRefusal(401, 'User is unauthorized')];
  if (person?.kind !== 'person' || person.deploymentId !== deployment.id) {
    return [guestRefusal(403, 'Session authentication failed')];
  }
  const guest = findGuest(org, token);
  if (guest !== undefined && guest.deploymentId !== deployment.id) {
    return [guestRefusal(401, 'The token belongs to another deployment.')];
  }
  if (guest?.signedInAs !== undefined && guest.signedInAs !== person.subject) {
    return [guestRefusal(403, 'Try to authenticate again')];
  }
  const own = sessionOf(org, person);
  if (own !== undefined && own.sessionExpiresAt <= sandbox.now()) {
    return [{ class: 'SessionExpiredEvent', body: {} }];
  }
  if (own === undefined && guest !== undefined && guest.sessionExpiresAt <= sandbox.now()) {
    return [{ class: 'SessionExpiredEvent', body: {} }];
  }

  const answers: GuestAnswer[] = [];
  const upgraded = own === undefined && guest !== undefined && deployment.messenger.auth.allowSessionUpgrade;
  const customer =
    own ??
    (upgraded ? guest : newGuest(scene, org, deployment, guest === undefined ? token : sandbox.newId()));
  let cleared = false;
  if (upgraded) {
    for (const other of guests.of(customer.token)) if (other !== socket) guests.dismiss(other, 'signedIn');
  } else if (guest !== customer) {
    const running = guest && latestConversation(org, guest);
    cleared = running !== undefined && isConnected(running);
    if (guest !== undefined && cleared) endByCustomer(sandbox, org, guest);
    handToken(scene, org, token, customer, 'signedIn');
  }
  const signedIn = customer.signedInAs === undefined;
  become(sandbox, org, customer, person);
  if (startNew && !signedIn) {
    const seesReadOnly = customer.readOnly === true && guests.shownBy(socket)?.customerId === customer.id;
    if (seesReadOnly) {
      answers.push(sessionResponse(customer, deployment, { connected: false, newSession: false }));
    }
    startAnew(sandbox, org, customer, 'started-anew');
  }
  const newSession = (own === undefined && !upgraded) || startNew || customer.wiped === true;
  delete customer.wiped;
  showSession(scene, org, deployment, customer);
  if (signedIn) tellSignIn(scene, org, customer);
  answers.push(sessionResponse(customer, deployment, { connected: true, newSession, cleared }));
  return answers;
}

/** The session this person has on the deployment they signed in on. */
export function sessionOf(org: Org, { subject, deploymentId }: Person): Customer | undefined {
  for (const customer of org.customers.values()) {
    if (customer.signedInAs === subject && customer.deploymentId === deploymentId) return customer;
  }
  return undefined;
}

function become({ newId }: Sandbox, org: Org, customer: Customer, { subject, name }: Person): void {
  const contact = contactOf(org, subject);
  customer.signedInAs = subject;
  customer.name = contact?.name ?? name;
  customer.externalContactId = contact?.externalContactId ?? customer.externalContactId ?? newId();
}

function tellSignIn({ sandbox }: GuestScene, org: Org, customer: Customer): void {
  const running = latestConversation(org, customer);
  if (running === undefined || !isConnected(running)) {
    sandbox.append(guestEntry('did', 'signed-in', org.id, customer));
    return;
  }
  const leg = running.participants.find(({ purpose }) => purpose === 'customer');
  if (leg !== undefined && customer.externalContactId !== null) {
    leg.externalContactId = customer.externalContactId;
  }
  tellGuest(sandbox, running, customer, 'signed-in', { presence: 'SignIn', direction: 'inbound' });
}
