import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import { createGuestSocketFaults } from '../faults/guest-socket-faults.ts';
import { SilenceableSocket } from '../faults/silenceable-socket.ts';
import type { GuestParts } from '../guest/guest-scene.ts';
import { originIsAllowed } from '../guest/origin-is-allowed.ts';
import { serveGuest } from '../guest/serve-guest.ts';
import type { Notifications } from '../notifications/notifications.ts';
import type { Sandbox } from '../sandbox.ts';
import { isOwnName } from './refuse-other-sites.ts';

interface Parts {
  readonly sandbox: Sandbox;
  readonly notifications: Notifications;
  readonly guestParts: GuestParts;
}

/** Takes WebSockets on `/channels/{id}` (notifications) and `/v1?deploymentId=` (guests); refuses the rest with 404. */
export function acceptSockets(app: FastifyInstance, { sandbox, notifications, guestParts }: Parts): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 262_144,
    WebSocket: SilenceableSocket,
  });
  const guestFaults = createGuestSocketFaults(sandbox.faults);
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
    for (const client of sockets.clients) client.terminate();
  });
  app.server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    if (closing) return refuse(stream, 503);
    if (!isOwnName(request.headers)) return refuse(stream, 421);
    const url = URL.parse(request.url ?? '', sandbox.baseUrl());
    const channel = notifications.channels.get(/^\/channels\/([^/]+)$/.exec(url?.pathname ?? '')?.[1] ?? '');
    if (channel !== undefined) {
      const taken = channel.socket !== null && sandbox.settings.secondSocket === 'is-refused';
      const refusal = notifications.refusal(channel) ?? (taken ? 409 : undefined);
      if (refusal !== undefined) return refuse(stream, refusal);
      sockets.handleUpgrade(request, stream, head, (socket) => notifications.serve(channel, socket));
      return;
    }
    const deploymentId = url?.pathname === '/v1' ? url.searchParams.get('deploymentId') : null;
    const org = [...sandbox.world.orgs.values()].find(({ deployments }) =>
      deployments.has(deploymentId ?? ''),
    );
    const deployment = org?.deployments.get(deploymentId ?? '');
    if (org === undefined || deployment === undefined || deploymentId === null) {
      refuse(stream, 404);
      return;
    }
    // unverified: the platform may take the socket and refuse with a frame instead.
    if (!originIsAllowed(deployment.messenger, request.headers.origin)) return refuse(stream, 403);
    const refusal = guestFaults.refusal(deploymentId);
    if (refusal !== undefined) return refuse(stream, refusal);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      serveGuest({ ...guestParts, socket, orgId: org.id, deploymentId });
      guestFaults.opened(socket, deploymentId);
    });
  });
}

/** Answers the handshake with an HTTP status instead of a WebSocket. */
function refuse(stream: Duplex, status: number): void {
  const reason = STATUS_CODES[status] ?? 'Refused';
  // Nobody else keeps this connection in mind: a client that never hangs up would hold the sandbox's end up.
  stream.once('finish', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status} ${reason}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}
