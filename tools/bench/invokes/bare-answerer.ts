import { once } from 'node:events';
import { createServer } from 'node:http';

/** Answers every POST with as much JSON as the bot would, and does nothing else: what the machine alone needs. Ends when let go of. */
const answer = JSON.stringify({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'x'.repeat(4_000) }] },
});

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  JSON.parse(Buffer.concat(chunks).toString('utf8'));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(answer);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
process.once('disconnect', () => {
  server.closeAllConnections();
  server.close();
});
