import type { Customer, Deployment, Org } from '../../org.ts';
import type { GuestAnswer, GuestScene } from '../guest-scene.ts';
import { sessionResponse } from './session-response.ts';
import { showSession } from './show-session.ts';
import { startAnew } from './start-anew.ts';

/**
 * Shows the customer's session on the socket. `startNew` ends what a `known` one had before; on a window that shows a
 * read-only session the old one is answered first (`connected: false`), then the new one.
 */
export function goOn(
  scene: GuestScene,
  org: Org,
  deployment: Deployment,
  customer: Customer,
  about: { readonly known: boolean; readonly startNew: boolean; readonly cleared?: boolean },
): GuestAnswer[] {
  const { sandbox, guests, socket } = scene;
  const answers: GuestAnswer[] = [];
  if (about.startNew && about.known) {
    const seesReadOnly = customer.readOnly === true && guests.shownBy(socket)?.customerId === customer.id;
    if (seesReadOnly) {
      answers.push(sessionResponse(customer, deployment, { connected: false, newSession: false }));
    }
    startAnew(sandbox, org, customer, 'started-anew');
  }
  const newSession = !about.known || about.startNew || customer.wiped === true;
  delete customer.wiped;
  showSession(scene, org, deployment, customer);
  const { cleared = false } = about;
  answers.push(sessionResponse(customer, deployment, { connected: true, newSession, cleared }));
  return answers;
}
