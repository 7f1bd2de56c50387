import { isoTime } from '../iso-time.ts';
import type { GuestFrame } from './guest-frame.ts';
import { type GuestAnswer, type GuestScene, guestRefusal } from './guest-scene.ts';
import { findGuest, openSession } from './guest-session.ts';
import { takeGuestMessage } from './take-guest-message.ts';

/** Answers one request of a guest's messenger; undefined when the answer is not a response frame. */
export function answerGuest(scene: GuestScene, frame: GuestFrame): GuestAnswer | undefined {
  const { sandbox, guests, jwts, socket, orgId, deploymentId } = scene;
  const org = sandbox.world.orgs.get(orgId);
  const deployment = org?.deployments.get(deploymentId);
  if (org === undefined || deployment === undefined) return guestRefusal(404, 'Deployment not found.');

  if (frame.action === 'configureSession') {
    if (frame.deploymentId !== deploymentId) {
      return guestRefusal(400, 'The deployment is not the one of this connection.');
    }
    const opened = openSession(sandbox, org, deployment, frame);
    if (opened === 'expired') return { class: 'SessionExpiredEvent', body: {} };
    if (opened === 'elsewhere') return guestRefusal(401, 'The token belongs to another deployment.');
    guests.open(frame.token, socket);
    return { class: 'SessionResponse', body: opened };
  }
  if (frame.action === 'getConfiguration') {
    return {
      class: 'GetConfigurationResponse',
      body: {
        allowedMedia: { inbound: { fileTypes: [], maxFileSizeKB: 0 } },
        blockedExtensions: [],
        maxCustomDataBytes: 2048,
        messageRoutingEnabled: true,
        sessionDurationSeconds: deployment.sessionDurationSeconds,
      },
    };
  }
  const customer = guests.of(frame.token).includes(socket) ? findGuest(org, frame.token) : undefined;
  if (customer === undefined) return guestRefusal(4007, 'Session not found.');
  if (customer.sessionExpiresAt <= sandbox.now()) return guestRefusal(4006, 'Session expired.');

  switch (frame.action) {
    case 'echo':
      return {
        class: 'StructuredMessage',
        body: {
          text: frame.message.text,
          type: 'Text',
          direction: 'Inbound',
          id: sandbox.newId().replaceAll('-', ''),
          channel: { time: isoTime(sandbox.now()) },
          metadata: {},
        },
      };
    case 'getJwt':
      return { class: 'JwtResponse', body: jwts.issue(org.id, customer.id) };
    case 'closeSession':
      for (const each of frame.closeAllConnections ? guests.of(frame.token) : [socket]) {
        each.send(JSON.stringify({ type: 'message', class: 'ConnectionClosedEvent', code: 200, body: {} }));
        guests.leave(each);
        each.close(1000);
      }
      return undefined;
    case 'onMessage':
      return takeGuestMessage(scene, org, customer, frame);
  }
}
