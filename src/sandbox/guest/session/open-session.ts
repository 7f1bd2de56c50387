import type { Customer } from '../../world/customer.ts';
import type { Deployment } from '../../world/deployment.ts';
import type { Org } from '../../world/org.ts';
import type { GuestRequest } from '../guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from '../guest-scene.ts';
import { findGuest } from './find-guest.ts';
import { goOn } from './go-on.ts';
import { handToken } from './hand-token.ts';
import { newGuest } from './show-session.ts';

/**
 * configureSession: a known token goes on with its session (`newSession: false`, no replay), an unknown one makes an
 * anonymous customer, a resume token brings its session along.
 */
export function openSession(
  scene: GuestScene,
  org: Org,
  deployment: Deployment,
  { token, startNew, resumeToken, journeyContext }: GuestRequest<'configureSession'>,
): GuestAnswer[] {
  const { sandbox, resumes } = scene;
  const resumed =
    resumeToken === undefined ? undefined : org.customers.get(resumes.redeem(resumeToken) ?? '');
  // unverified: how a resume token that is none is refused.
  if (resumeToken !== undefined && resumed === undefined) {
    return [guestRefusal(401, 'The resume token is not valid.')];
  }
  const known = resumed ?? findGuest(org, token);
  const refusal = known && refusalOf(known, deployment, sandbox.now());
  if (refusal !== undefined) return [refusal];
  if (resumed !== undefined) handToken(scene, org, token, resumed);

  const customer = known ?? newGuest(scene, org, deployment, token);
  return goOn(scene, org, deployment, customer, { known: known !== undefined, startNew, journeyContext });
}

function refusalOf(known: Customer, deployment: Deployment, now: number): GuestAnswer | undefined {
  // unverified: what a token gets on another deployment.
  if (known.deploymentId !== deployment.id) {
    return guestRefusal(401, 'The token belongs to another deployment.');
  }
  if (known.sessionExpiresAt <= now) return { class: 'SessionExpiredEvent', body: {} };
  if (known.signedInAs !== undefined) {
    return guestRefusal(4017, 'An authenticated session cannot be downgraded to an unauthenticated one.');
  }
  return undefined;
}
