import { isoTime } from '../iso-time.ts';
import type { Customer } from '../world/customer.ts';
import type { Deployment } from '../world/deployment.ts';
import type { Org } from '../world/org.ts';
import { announceAttachment } from './attachments/announce-attachment.ts';
import { deleteAttachment, getAttachment } from './attachments/use-attachment.ts';
import type { GuestFrame, GuestRequest } from './guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from './guest-scene.ts';
import { signIn } from './identity/sign-in.ts';
import { closeSession } from './session/close-session.ts';
import { holdsToken } from './session/find-guest.ts';
import { hangUp } from './session/hang-up.ts';
import { openSession } from './session/open-session.ts';
import { maxCustomDataBytes, mediaOf } from './session/session-response.ts';
import { takeGuestMessage } from './take-guest-message.ts';

/** Answers one request of a guest's messenger, in the order the frames go out; none when the echo is the answer. */
export function answerGuest(scene: GuestScene, frame: GuestFrame): GuestAnswer[] {
  const { sandbox, guests, orgId, deploymentId, socket } = scene;
  const org = sandbox.world.orgs.get(orgId);
  const deployment = org?.deployments.get(deploymentId);
  if (org === undefined || deployment === undefined) return [guestRefusal(404, 'Deployment not found.')];
  if ('deploymentId' in frame && frame.deploymentId !== deploymentId) {
    return [guestRefusal(400, 'The deployment is not the one of this connection.')];
  }
  // unverified: how an inactive deployment answers.
  if (deployment.messenger.status === 'Inactive' && frame.action !== 'closeSession') {
    return [guestRefusal(403, 'The deployment is inactive.')];
  }
  switch (frame.action) {
    case 'configureSession':
      return openSession(scene, org, deployment, frame);
    case 'configureAuthenticatedSession':
      return signIn(scene, org, deployment, frame);
    case 'getConfiguration':
      return [configuration(deployment)];
  }
  const shown = guests.shownBy(socket);
  const customer = org.customers.get(shown?.customerId ?? '');
  if (customer === undefined || !holdsToken(customer, frame.token)) {
    return [guestRefusal(4007, 'Session not found.')];
  }
  if (customer.sessionExpiresAt <= sandbox.now()) return [guestRefusal(4006, 'Session expired.')];
  return answerInSession(scene, org, deployment, customer, frame);
}

type InSession = Exclude<
  GuestFrame,
  { action: 'configureSession' | 'configureAuthenticatedSession' | 'getConfiguration' }
>;

function answerInSession(
  scene: GuestScene,
  org: Org,
  deployment: Deployment,
  customer: Customer,
  frame: InSession,
): GuestAnswer[] {
  const { tokens, resumes } = scene;
  switch (frame.action) {
    case 'echo':
      return [echo(scene, deployment, customer, frame)];
    case 'getJwt':
      return [{ class: 'JwtResponse', body: tokens.forGuest(org.id, customer.id) }];
    case 'resumeToken':
      return [{ class: 'ResumeTokenResponse', body: resumes.issue(customer.id) }];
    case 'closeSession':
      return closeSession(scene, deployment, customer, frame);
    case 'disconnectCustomer':
      return hangUp(scene, org, customer, frame.tracingId);
    case 'onAttachment':
      return [announceAttachment(scene, deployment, customer, frame)];
    case 'getAttachment':
      return [getAttachment(scene, customer, frame)];
    case 'deleteAttachment':
      return [deleteAttachment(scene, customer, frame)];
    case 'onMessage':
      return takeGuestMessage(scene, org, deployment, customer, frame);
  }
}

function configuration(deployment: Deployment): GuestAnswer {
  return {
    class: 'GetConfigurationResponse',
    body: {
      ...mediaOf(deployment),
      maxCustomDataBytes,
      messageRoutingEnabled: true,
      sessionDurationSeconds: deployment.sessionDurationSeconds,
    },
  };
}

/** The health check: what was said comes back, with how long the session lasts in strings. */
function echo(
  { sandbox }: GuestScene,
  { sessionDurationSeconds }: Deployment,
  { sessionExpiresAt }: Customer,
  { message }: GuestRequest<'echo'>,
): GuestAnswer {
  const id = sandbox.newId().replaceAll('-', '');
  return {
    class: 'StructuredMessage',
    body: {
      text: message.text,
      type: 'Text',
      direction: 'Inbound',
      id,
      channel: { time: isoTime(sandbox.now()), messageId: id },
      metadata: {
        durationSeconds: String(sessionDurationSeconds),
        expirationDate: String(Math.floor(sessionExpiresAt / 1000)),
      },
    },
  };
}
