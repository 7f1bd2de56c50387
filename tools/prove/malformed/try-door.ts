import { request } from 'node:http';
import { connect } from 'node:net';
import { z } from 'zod';
import type { Chance } from '../chance.ts';
import type { Edge } from './edge.ts';
import type { Ground } from './ground.ts';
import { mangled } from './mangled.ts';

const paths = [
  '/api/messages',
  '/healthz',
  '/readyz',
  '/metrics',
  '/',
  '/api/messages/',
  '/%',
  '/..%2f..%2fetc',
  '/api//messages?a[]=1&__proto__=2',
] as const;
const verbs = ['POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const;
const oddHeaders: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['content-type', 'text/plain'],
  ['content-type', 'application/json; charset=utf-7'],
  ['content-type', 'multipart/form-data; boundary=x'],
  ['content-type', ''],
  ['content-encoding', 'gzip'],
  ['content-encoding', 'br'],
  ['authorization', 'Bearer eyJhbGciOiJub25lIn0.e30.'],
  ['authorization', 'x'.repeat(7_000)],
  ['accept', 'x/y;q=zz'],
  ['accept-version', '~~1'],
  ['expect', '100-continue'],
  ['range', 'bytes=9-1'],
  ['x-forwarded-for', '::'],
  ['cookie', '=;=;='],
];
const coded = z.object({ error: z.object({ code: z.string() }) });

/** Answers later than this are none; milliseconds. */
const answerWithinMs = 5_000;

/** The HTTP door: activities that are none, other bodies, verbs, paths and headers, and bytes that are no HTTP. */
export const tryDoor: Edge = {
  name: 'door',
  count: { short: 450, full: 11_840 },
  batch: 50,
  async attempt(ground, numbers) {
    const wrong = await Promise.all(
      numbers.map((number) => {
        const chance = ground.chance('door', number);
        return chance.below(8) === 0 ? sendBytes(ground, chance) : sendRequest(ground, chance);
      }),
    );
    return wrong.flatMap((what) => what ?? []);
  },
};

function sendRequest(ground: Ground, chance: Chance): Promise<string | null> {
  const usual = chance.below(3) > 0;
  const path = usual ? '/api/messages' : chance.pick(paths);
  const method = usual ? 'POST' : chance.pick(verbs);
  const huge = chance.below(200) === 0;
  const body = huge ? Buffer.alloc(300_000, '[') : mangled(activityOf(ground, chance), chance);
  const [name, value] = chance.pick(oddHeaders);
  const headers = { 'content-type': 'application/json', ...(chance.below(3) === 0 ? { [name]: value } : {}) };
  return new Promise((resolve) => {
    const asked = request(
      `${ground.world.url}${path}`,
      { method, headers, timeout: answerWithinMs },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', () => resolve(null));
        answer.on('end', () => {
          const { statusCode = 0 } = answer;
          const named = coded.safeParse(parsed(Buffer.concat(parts))).success;
          resolve(
            statusCode === 500 && path === '/api/messages' && !named
              ? `${method} ${path} got ${statusCode} without a code`
              : null,
          );
        });
      },
    );
    asked.on('timeout', () => {
      asked.destroy();
      resolve(`${method} ${path} got no answer within 5 s`);
    });
    // Hung up on: the door need not hear out who talks nonsense.
    asked.on('error', () => resolve(null));
    asked.end(body);
  });
}

/** Bytes that may be no HTTP at all, on a connection of their own. */
function sendBytes(ground: Ground, chance: Chance): Promise<null> {
  const body = mangled(activityOf(ground, chance), chance);
  const whole = Buffer.concat([
    Buffer.from(
      `POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${chance.pick([body.length, 5, 0, -1, 1e9])}\r\n\r\n`,
    ),
    body,
  ]);
  const at = chance.below(whole.length);
  whole.writeUInt8(chance.below(256), at);
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(ground.world.url).port), '127.0.0.1');
    const done = () => {
      socket.destroy();
      resolve(null);
    };
    socket.setTimeout(200, done);
    socket.on('error', done);
    socket.on('close', done);
    socket.on('data', done);
    socket.end(chance.below(3) === 0 ? whole.subarray(0, at) : whole);
  });
}

function activityOf({ world, chats, agents }: Ground, chance: Chance): unknown {
  const { id = '', userId = '' } = chats[0] ?? {};
  const common = {
    id: `f:${chance.below(2 ** 31)}`,
    timestamp: '2026-01-01T00:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: `${world.sandbox.baseUrl}/teams/`,
    from: { id: userId, name: agents[0]?.name, aadObjectId: '00000000-0000-4000-8000-000000000001' },
    recipient: { id: '28:bot', name: 'Reachback' },
    conversation: { id, conversationType: 'personal', tenantId: '00000000-0000-4000-8000-000000000002' },
    channelData: { tenant: { id: '00000000-0000-4000-8000-000000000002' } },
    locale: 'en-GB',
  };
  const data = { outreachId: '00000000-0000-4000-8000-000000000003', text: 'Hello' };
  const pressed = {
    action: { type: 'Action.Execute', verb: chance.pick(['approve', 'decline', 'edit', 'x']), data },
    trigger: 'manual',
  };
  return chance.pick<unknown>([
    { ...common, type: 'message', text: chance.pick(['status', 'help', 'hello']), textFormat: 'plain' },
    { ...common, type: 'invoke', name: 'adaptiveCard/action', value: pressed },
    { ...common, type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] },
    { ...common, type: 'installationUpdate', action: 'add' },
    { ...common, type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    [common],
  ]);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
