import { createServer, type IncomingHttpHeaders } from 'node:http';

interface Delivery {
  readonly headers: IncomingHttpHeaders;
  /** The body as it came, for its signature. */
  readonly raw: string;
  readonly body: ReturnType<typeof JSON.parse>;
}

/** Middleware's webhook on this computer: keeps what comes, answers by the script and then with 200. */
export async function openWebhook(script: number[] = []) {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const raw = Buffer.concat(parts).toString();
      deliveries.push({ headers: request.headers, raw, body: JSON.parse(raw) });
      response.statusCode = script.shift() ?? 200;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    deliveries,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
