import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { listeningPort } from './listening-port.ts';

const event = z.strictObject({
  id: z.string(),
  type: z.enum(['conversation.started', 'conversation.ended']),
  at: z.iso.datetime(),
  conversationId: z.string(),
  channel: z.strictObject({ type: z.literal('webmessaging'), deploymentId: z.string() }),
  queue: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
  customer: z.strictObject({
    externalContactId: z.string().nullable(),
    externalIds: z.array(z.strictObject({ source: z.string(), value: z.string() })),
  }),
  endedBy: z.string().nullable().optional(),
});

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly event: z.infer<typeof event>;
}

/** What it answers; `hang`: nothing, until it is closed. */
export type ScriptedAnswer = { status: number; headers?: Record<string, string> } | 'hang' | 'reset';

/** Another system, on loopback: takes conversation events and answers as the script says, 200 when it has run out. */
export async function webhookReceiver(script: ScriptedAnswer[] = []): Promise<{
  readonly url: string;
  readonly received: Received[];
  readonly script: ScriptedAnswer[];
  close(): Promise<void>;
}> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      received.push({
        path: request.url ?? '',
        headers: request.headers,
        raw,
        event: event.parse(JSON.parse(raw)),
      });
      const answer = script.shift() ?? { status: 200 };
      if (answer === 'hang') return;
      if (answer === 'reset') {
        request.socket.destroy();
        return;
      }
      // Not in one: where restify is loaded, writeHead gives nothing back.
      response.writeHead(answer.status, { connection: 'close', ...answer.headers });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${listeningPort(server)}/hook/`,
    received,
    script,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Whether a signature header holds for these bytes with this secret, written from the documentation alone. */
export function signatureHolds(header: unknown, raw: string, secret: string): boolean {
  const parts = String(header)
    .split(',')
    .map((part) => part.split('='));
  const time = parts.find(([name]) => name === 't')?.[1] ?? '';
  const expected = createHmac('sha256', secret).update(`${time}.${raw}`).digest();
  return parts.some(([name, value = '']) => {
    const given = Buffer.from(value, 'hex');
    return name === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
