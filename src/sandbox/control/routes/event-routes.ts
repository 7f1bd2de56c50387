import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { isoTime } from '../../iso-time.ts';
import type { LiveEvents, Sandbox } from '../../sandbox.ts';
import { entryView } from './state-routes.ts';

/** Keeps proxies and browsers from taking a quiet stream for a dead one. */
const heartbeatMs = 15_000;

/** Characters a reader of the stream may be behind. */
const mostUnread = 4_000_000;

/** `GET /events`: what happens in the sandbox, as server-sent events, from the moment of the request on. */
export function eventRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const open = new Set<ServerResponse>();
  // Open streams would keep the server from closing.
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });

  app.get('/events', (request, reply) => {
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    stream.write(': connected\n\n');
    open.add(stream);
    const stopListening = listen(sandbox, (event, data) => {
      // Who falls behind is let go, to come back and look at the state: thousands of events a second must not pile up here.
      if (stream.writableLength > mostUnread) stream.destroy();
      else stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    });
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), heartbeatMs);
    request.raw.on('close', () => {
      clearInterval(heartbeat);
      stopListening();
      open.delete(stream);
    });
  });
}

/** Hands every live event to `send`; the returned function ends that. */
function listen({ live }: Sandbox, send: (event: keyof LiveEvents, data: unknown) => void): () => void {
  const record = (...[entry]: LiveEvents['record']) => send('record', entryView(entry));
  const request = (...[entry]: LiveEvents['request']) => send('request', entryView(entry));
  const presence = (...[change]: LiveEvents['presence']) => send('presence', change);
  const conversation = (...[change]: LiveEvents['conversation']) => send('conversation', change);
  const clock = (...[{ now, aheadMs }]: LiveEvents['clock']) =>
    send('clock', { now: isoTime(now), aheadSeconds: aheadMs / 1000 });
  const reset = () => send('reset', {});
  live.on('record', record);
  live.on('request', request);
  live.on('presence', presence);
  live.on('conversation', conversation);
  live.on('clock', clock);
  live.on('reset', reset);
  return () => {
    live.off('record', record);
    live.off('request', request);
    live.off('presence', presence);
    live.off('conversation', conversation);
    live.off('clock', clock);
    live.off('reset', reset);
  };
}
