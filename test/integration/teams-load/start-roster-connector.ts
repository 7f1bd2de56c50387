import { once } from 'node:events';
import { createServer } from 'node:http';
import { listeningPort } from '../../support/listening-port.ts';

/** A Bot Connector that takes every post and update and knows everybody: the e-mail of `29:ada` is `ada@northwind.example`. */
export async function startRosterConnector() {
  let posts = 0;
  const server = createServer((request, response) => {
    request.resume();
    const member = /\/members\/([^/?]+)/.exec(request.url ?? '')?.[1];
    posts += request.method === 'POST' ? 1 : 0;
    const id = member === undefined ? String(1_700_000_000_000 + posts) : decodeURIComponent(member);
    const body =
      member === undefined
        ? { id, activityId: id }
        : { id, email: `${id.slice('29:'.length)}@northwind.example`, userRole: 'user' };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    serviceUrl: `http://127.0.0.1:${listeningPort(server)}/teams/`,
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
