import { createServer } from 'node:net';
import { z } from 'zod';
import { catalogue } from '../../../src/errors/catalogue.ts';
import { coded, type Finding, good, warning } from '../finding.ts';

const patienceMs = 2_000;
const readiness = z.object({
  ready: z.boolean(),
  parts: z.record(
    z.string(),
    z.object({ ready: z.boolean(), code: z.string().optional(), detail: z.string().optional() }),
  ),
});

/** What is on the port of the messaging endpoint: the running bot, nothing yet, or another program. */
export async function endpoint({ host, port }: { host: string; port: number }): Promise<Finding[]> {
  if (port === 0) return [good('endpoint', 'PORT is 0: any free port is taken at the start.')];
  const url = `http://${reachable(host)}:${port}`;
  const seen = await ask(`${url}/readyz`);
  if (seen === null) return [await portIsFree(host, port)];
  const told = readiness.safeParse(seen.body);
  if (!told.success) return [coded('endpoint', 'problem', 'start.port-taken', { port })];
  // Teams only ever posts there: any other method is refused by a route that is there, and not found otherwise.
  const route = await ask(`${url}/api/messages`);
  if (route?.status !== 405)
    return [coded('endpoint', 'problem', 'teams.failed', { status: route?.status ?? 0 })];
  const waiting = Object.entries(told.data.parts).filter(([, part]) => !part.ready);
  if (waiting.length === 0) return [good('endpoint', `Reachback is running on port ${port} and ready.`)];
  return waiting.map(([name, { code, detail }]) => {
    const entry = Object.entries(catalogue).find(([known]) => known === code)?.[1];
    const why = entry?.meaning ?? detail ?? 'it does not say why';
    return warning(
      'endpoint',
      `Reachback is running on port ${port} and not ready yet, ${name}: ${why}`,
      entry?.next ?? 'Wait a moment; if it stays, read its log.',
    );
  });
}

function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host.includes(':') ? `[${host === '::' ? '::1' : host}]` : host;
}

/** Null: nothing listens there. */
async function ask(url: string): Promise<{ status: number; body: unknown } | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: 'manual' });
    const text = await answer.text();
    return { status: answer.status, body: parsed(text) };
  } catch (cause) {
    const code: unknown =
      cause instanceof Error && cause.cause instanceof Error ? Reflect.get(cause.cause, 'code') : null;
    return code === 'ECONNREFUSED' ? null : { status: 0, body: null };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function portIsFree(host: string, port: number): Promise<Finding> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(coded('endpoint', 'problem', 'start.port-taken', { port })));
    server.listen(port, host, () =>
      server.close(() => resolve(good('endpoint', `Reachback is not running; port ${port} is free for it.`))),
    );
  });
}
