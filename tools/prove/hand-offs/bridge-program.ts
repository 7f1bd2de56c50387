import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { pino } from 'pino';
import { systemClock } from '../../../src/clock.ts';
import { createBridge } from '../../../src/journeys/hand-off/bridge/bridge.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { beginOrder, bridgeOrder, bridgeOrderVariable } from './bridge-order.ts';
import { unmeteredCall } from './unmetered-call.ts';

/**
 * The bridge as the program runs it, on its own store, with the webhook it is told of by and one way in to begin. Its own patience is what it is; only
 * the budget is taken away, and with it the rarer reading that spares it.
 */
const told = bridgeOrder.parse(JSON.parse(process.env[bridgeOrderVariable] ?? '{}'));
const { sandboxUrl: url, partnerId, integrationId, webhookToken } = told;
const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' });
const source = unmeteredCall({ url, ...told.source }, systemClock, log);
const partner = unmeteredCall({ url, ...told.partner }, systemClock, log);
const store = await openStore({ databaseUrl: null, dataDir: told.dataDir });
const bridge = createBridge({
  bridges: store.bridges,
  source: source.call,
  sourceClientId: told.source.clientId,
  partner: (id) => (id === partnerId ? { call: partner.call, integrationId, webhookToken } : null),
  ended() {},
  changed() {},
  clock: systemClock,
  platformNow: source.platformNow,
  newId: randomUUID,
  log,
  timings: { readShareMs: 100 },
});
bridge.start();

async function answer(request: IncomingMessage): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  switch (request.url) {
    case '/hook': {
      const signature = request.headers['x-hub-signature-256'];
      const { status } = await bridge.takeWebhook(
        partnerId,
        body,
        typeof signature === 'string' ? signature : undefined,
      );
      return status;
    }
    case '/begin': {
      const { agentName, ...ids } = beginOrder.parse(JSON.parse(body.toString()));
      await bridge.begin({
        ...ids,
        partnerId,
        queue: 'Repairs',
        context: { reason: 'escalation', note: null, originalQueue: 'Orders', agentName },
        limitMs: 24 * 3_600_000,
      });
      return 200;
    }
    case '/poke':
      bridge.poke(body.toString());
      return 200;
    default:
      return request.url === '/readyz' ? 200 : 404;
  }
}

createServer((request, response) => {
  answer(request).then(
    (status) => response.writeHead(status).end(),
    (cause: unknown) => {
      log.error({ err: cause }, 'a call to the program failed');
      response.writeHead(500).end();
    },
  );
}).listen(told.port, '127.0.0.1');
