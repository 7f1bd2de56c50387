import type { Customer } from '../../world/customer.ts';
import type { Deployment } from '../../world/deployment.ts';
import type { Org } from '../../world/org.ts';
import type { GuestRequest } from '../guest-frame.ts';
import type { GuestAnswer, GuestScene } from '../guest-scene.ts';
import { sessionResponse } from './session-response.ts';
import { showSession } from './show-session.ts';
import { startAnew } from './start-anew.ts';

interface HowItGoesOn {
  /** The session was there before. */
  readonly known: boolean;
  readonly startNew: boolean;
  /** Another session was ended for it. */
  readonly cleared?: boolean;
  readonly journeyContext: GuestRequest<'configureSession'>['journeyContext'];
}

/**
 * Shows the customer's session on the socket. `startNew` ends what a `known` one had before; on a window that shows a
 * read-only session the old one is answered first (`connected: false`), then the new one.
 */
export function goOn(
  scene: GuestScene,
  org: Org,
  deployment: Deployment,
  customer: Customer,
  about: HowItGoesOn,
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
  noteJourney(customer, about.journeyContext);
  const newSession = !about.known || about.startNew || customer.wiped === true;
  delete customer.wiped;
  showSession(scene, org, deployment, customer);
  const { cleared = false } = about;
  answers.push(sessionResponse(customer, deployment, { connected: true, newSession, cleared }));
  return answers;
}

/** Analytics name the customer and the visit by the browser's ids, if the messenger said them. */
function noteJourney(customer: Customer, journeyContext: HowItGoesOn['journeyContext']): void {
  const customerId = journeyContext?.customer?.id;
  const sessionId = journeyContext?.customerSession?.id;
  if (!customerId) return;
  customer.journey = { customerId, ...(sessionId && { sessionId }) };
}
