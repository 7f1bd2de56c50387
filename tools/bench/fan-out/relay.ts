import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

/**
 * The baseline: takes the same requests as the sandbox and sends a frame of the same size to the socket that listens for the
 * agent. It keeps no state, checks nothing and knows no topics.
 */
const [input] = await once(process, 'message');
const channels = z.array(z.array(z.string())).parse(input);
const changes = z.array(z.object({ id: z.string(), presence: z.string() }));
const listening = new Map<string, WebSocket>();

const server = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  const asked = changes.parse(JSON.parse(text));
  for (const { id, presence } of asked) {
    const frame = {
      topicName: `v2.users.${id}.presence`,
      version: '2',
      eventBody: {
        source: 'PURECLOUD',
        presenceDefinition: { id: randomUUID(), systemPresence: presence.toUpperCase() },
        primary: true,
        modifiedDate: new Date().toISOString(),
      },
      metadata: { CorrelationId: randomUUID() },
    };
    listening.get(id)?.send(JSON.stringify(frame));
  }
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ changed: asked.length }));
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket, { url }) => {
  const index = Number(url?.slice(1));
  for (const id of channels[index] ?? []) listening.set(id, socket);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port });
});
process.on('disconnect', () => process.exit(0));
