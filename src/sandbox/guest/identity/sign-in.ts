import { endByCustomer } from '../../acts/conversation/end-by-customer.ts';
import { isConnected } from '../../acts/conversation/is-connected.ts';
import { latestConversation } from '../../acts/messages/latest-conversation.ts';
import type { Customer } from '../../world/customer.ts';
import type { Deployment } from '../../world/deployment.ts';
import type { Org } from '../../world/org.ts';
import type { GuestRequest } from '../guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from '../guest-scene.ts';
import { findGuest } from '../session/find-guest.ts';
import { goOn } from '../session/go-on.ts';
import { handToken } from '../session/hand-token.ts';
import { newGuest } from '../session/show-session.ts';
import { becomePerson } from './become-person.ts';
import type { Person } from './guest-tokens.ts';
import { sessionOf } from './session-of.ts';

/**
 * configureAuthenticatedSession: the person of the JWT goes on with the session they have on this deployment, whatever
 * browser it began in. A guest without one takes the conversation along when the deployment allows the upgrade;
 * otherwise it is cleared (`clearedExistingSession`). unverified: everything beyond the frames' names.
 */
export function signIn(
  scene: GuestScene,
  org: Org,
  deployment: Deployment,
  request: GuestRequest<'configureAuthenticatedSession'>,
): GuestAnswer[] {
  const { sandbox, guests, socket } = scene;
  const { token, startNew, journeyContext } = request;
  const person = personOf(scene, deployment, request.data.code);
  if ('class' in person) return [person];
  const guest = findGuest(org, token);
  const own = sessionOf(org, person, sandbox.now());
  const refusal = refusalOf(deployment, person, guest, sandbox.now());
  if (refusal !== undefined) return [refusal];

  const upgrade = own === undefined && guest !== undefined && deployment.messenger.auth.allowSessionUpgrade;
  const ownToken = guest === undefined ? token : sandbox.newId();
  const customer = own ?? (upgrade ? guest : newGuest(scene, org, deployment, ownToken));
  let cleared = false;
  if (upgrade) {
    for (const other of guests.of(customer.token)) if (other !== socket) guests.dismiss(other, 'signedIn');
  } else {
    cleared = guest !== undefined && guest !== customer && endRunning(scene, org, guest);
    handToken(scene, org, token, customer, 'signedIn');
  }
  becomePerson(scene, org, customer, person);
  const known = own !== undefined || upgrade;
  return goOn(scene, org, deployment, customer, { known, startNew, cleared, journeyContext });
}

/** Who signed in; 401 for a JWT that may be refreshed, 403 for one that may not. */
function personOf({ tokens }: GuestScene, deployment: Deployment, jwt: string): Person | GuestAnswer {
  if (!deployment.messenger.auth.enabled) {
    return guestRefusal(403, 'Turn on the Feature Toggle or fix the configuration.');
  }
  const owner = tokens.read(jwt);
  if (owner === 'expired') return guestRefusal(401, 'User is unauthorized');
  if (owner?.kind !== 'person' || owner.deploymentId !== deployment.id) {
    return guestRefusal(403, 'Session authentication failed');
  }
  return owner;
}

function refusalOf(
  deployment: Deployment,
  { subject }: Person,
  guest: Customer | undefined,
  now: number,
): GuestAnswer | undefined {
  if (guest !== undefined && guest.deploymentId !== deployment.id) {
    return guestRefusal(401, 'The token belongs to another deployment.');
  }
  if (guest?.signedInAs !== undefined && guest.signedInAs !== subject) {
    return guestRefusal(403, 'Try to authenticate again');
  }
  const expired = guest !== undefined && guest.sessionExpiresAt <= now;
  return expired ? { class: 'SessionExpiredEvent', body: {} } : undefined;
}

/** Ends the conversation the guest had before; false when there was none. */
function endRunning({ sandbox }: GuestScene, org: Org, guest: Customer): boolean {
  const running = latestConversation(org, guest);
  if (running === undefined || !isConnected(running)) return false;
  endByCustomer(sandbox, org, guest);
  return true;
}
