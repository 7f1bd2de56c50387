import type { FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import type { GuestJwts } from './guest/guest-jwts.ts';
import type { GuestWindows } from './guest/guest-windows.ts';
import { createMessageAllowance } from './guest/message-allowance.ts';
import { serveGuest } from './guest/serve-guest.ts';
import type { Channels } from './notifications/channels.ts';
import type { Sandbox } from './sandbox.ts';

interface Parts {
  readonly sandbox: Sandbox;
  readonly channels: Channels;
  readonly guests: GuestWindows;
  readonly jwts: GuestJwts;
}

/** Takes WebSockets on `/channels/{id}` (notifications) and `/v1?deploymentId=` (guests); refuses the rest with 404. */
export function acceptSockets(app: FastifyInstance, { sandbox, channels, guests, jwts }: Parts): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 262_144 });
  const allowance = createMessageAllowance(sandbox.now);
  app.addHook('preClose', async () => {
    for (const client of sockets.clients) client.terminate();
  });
  app.server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const url = URL.parse(request.url ?? '', sandbox.baseUrl());
    const channel = channels.get(/^\/channels\/([^/]+)$/.exec(url?.pathname ?? '')?.[1] ?? '');
    if (channel !== undefined) {
      sockets.handleUpgrade(request, stream, head, (socket) => channels.connect(channel, socket));
      return;
    }
    const deploymentId = url?.pathname === '/v1' ? url.searchParams.get('deploymentId') : null;
    const org = [...sandbox.world.orgs.values()].find(({ deployments }) =>
      deployments.has(deploymentId ?? ''),
    );
    if (org === undefined || deploymentId === null) {
      stream.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      serveGuest({ socket, sandbox, guests, jwts, allowance, orgId: org.id, deploymentId });
    });
  });
}
