import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { bundlePage } from './bundle-page.ts';
import { customers, type ShopCustomer } from './customers.ts';
import { signAssertion } from './sign-assertion.ts';

export interface Shop {
  readonly url: string;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

const signIn = z.object({ userId: z.string() });
const noStore = { 'cache-control': 'no-store' };

/**
 * The shop's own server: its page, who is signed in, and its word for them. Its session cookie never goes to Reachback, and the secret it signs
 * with never to the browser.
 */
export async function startShop(options: {
  /** 0 takes any free port. */
  port: number;
  /** Where Reachback is. */
  backendUrl: string;
  /** Reachback's data directory, for the secret the sandbox made. */
  dataDir: string;
  /** How long an assertion holds; it is made for one request. */
  livesSeconds?: number;
}): Promise<Shop> {
  const { port, backendUrl, dataDir, livesSeconds = 60 } = options;
  const page = await bundlePage();
  const signedIn = new Map<string, ShopCustomer>();
  const config = JSON.stringify({
    backendUrl,
    customers: customers.map(({ userId, name }) => ({ userId, name })),
  });

  const routes: Readonly<Record<string, (request: IncomingMessage) => Promise<Answer>>> = {
    'GET /': async () => ok('text/html; charset=utf-8', document(config)),
    'GET /page.js': async () => ok('text/javascript; charset=utf-8', page.script),
    'GET /page.css': async () => ok('text/css; charset=utf-8', page.style),
    'GET /favicon.ico': async () => ({ status: 204, body: '' }),
    'GET /me': async (request) => told(nameOf(request)),
    'POST /sign-in': async (request) => {
      const { userId } = signIn.parse(await json(request));
      const customer = customers.find((each) => each.userId === userId);
      if (customer === undefined) return { status: 403, body: '{}' };
      const session = randomBytes(16).toString('hex');
      signedIn.set(session, customer);
      const cookie = `shop=${session}; Path=/; HttpOnly; SameSite=Strict`;
      return told({ userId, name: customer.name }, { 'set-cookie': cookie });
    },
    'POST /sign-out': async (request) => {
      signedIn.delete(sessionOf(request));
      return told(null, { 'set-cookie': 'shop=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0' });
    },
    'POST /assertion': async (request) => {
      const customer = signedIn.get(sessionOf(request));
      if (customer === undefined) return { status: 403, body: '{}' };
      return told({ assertion: await signAssertion(customer, { dataDir, livesSeconds }) });
    },
  };

  function nameOf(request: IncomingMessage): { userId: string; name: string } | null {
    const customer = signedIn.get(sessionOf(request));
    return customer === undefined ? null : { userId: customer.userId, name: customer.name };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://shop');
    const route = routes[`${request.method} ${pathname}`];
    const { status, headers, body } =
      route === undefined
        ? { status: 404, headers: {}, body: '' }
        : await route(request).catch(() => ({ status: 500, headers: {}, body: '{}' }));
    response.writeHead(status, { 'x-content-type-options': 'nosniff', ...headers });
    response.end(body);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${listening}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sessionOf({ headers }: IncomingMessage): string {
  return /(?:^|;\s*)shop=([0-9a-f]{32})/.exec(headers.cookie ?? '')?.[1] ?? '';
}

function ok(type: string, body: string): Answer {
  return { status: 200, headers: { 'content-type': type, ...noStore }, body };
}

function told(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json', ...noStore, ...headers },
    body: JSON.stringify(body),
  };
}

function document(config: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Contoso shop</title>
    <link rel="stylesheet" href="/page.css">
  </head>
  <body>
    <div id="root"></div>
    <script type="application/json" id="config">${config.replaceAll('<', '\\u003c')}</script>
    <script type="module" src="/page.js"></script>
  </body>
</html>
`;
}
