import { setTimeout as wait } from 'node:timers/promises';
import type { Passing, Spoiled } from '../between/platform-proxy.ts';
import type { Chance } from '../chance.ts';
import { sendPath } from '../ground/send-path.ts';
import type { Edge } from './edge.ts';
import { mangleBytes } from './mangle-bytes.ts';
import { mangleJson } from './mangle-json.ts';

const oddStatuses = [
  201, 202, 204, 301, 302, 304, 400, 401, 404, 409, 410, 418, 429, 499, 500, 502, 503, 599,
] as const;
const oddHeaders: readonly [Record<string, string>, ...Record<string, string>[]] = [
  { 'content-type': 'text/html' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'retry-after': 'Infinity' },
  { 'retry-after': '99999999999999999999' },
  { location: '//' },
  { 'inin-correlation-id': 'x'.repeat(4_000) },
];

/** For all of a batch to be asked for, milliseconds; a computer with much else to do hands answers on late. */
const patienceMs = 45_000;

/** Answers of the platform's REST API: cut, of the wrong shape, absurd, with a status that does not fit. */
export const tryAnswers: Edge = {
  name: 'answers',
  count: { short: 150, full: 2_000 },
  batch: 50,
  async attempt({ world, bridge, spoilAnswers, chance, agents }, numbers) {
    const left = [...numbers];
    spoilAnswers((passing) => {
      const number = left[0];
      if (number === undefined) return undefined;
      const drawn = chance('answers', number);
      if (drawn.below(oneIn(passing)) === 0) return undefined;
      left.shift();
      return spoilt(passing, drawn);
    });
    const drawn = chance('answers/agents', numbers[0] ?? 0);
    const deadline = performance.now() + patienceMs;
    while (left.length > 0 && performance.now() < deadline) {
      const agent = agents[2 + drawn.below(agents.length - 2)];
      if (agent !== undefined) await world.sandbox.setPresence(agent.id, drawn.pick(['Available', 'Busy']));
      // A connection lost makes it read everything anew.
      if (drawn.below(8) === 0) bridge.say(Buffer.from(gone), false);
      await wait(10);
    }
    spoilAnswers(undefined);
    return left.length === 0
      ? []
      : [`only ${numbers.length - left.length} of ${numbers.length} answers were asked for`];
  },
};

/** One number in so many waits for another answer than this: so the program comes to ask for more than its token, and to send. */
function oneIn({ method, path }: Passing): number {
  if (path === '/oauth/token') return 3;
  return method === 'GET' && /\/conversations\/[^/]+$/.test(path) ? 8 : Number.POSITIVE_INFINITY;
}

const aSend = new RegExp(sendPath);

const gone = '{"topicName":"channel.metadata","eventBody":{"systemTopicType":"no_longer_subscribed"}}';

function spoilt(passing: Passing, chance: Chance): Spoiled {
  const { method, path, status, headers, body } = passing;
  // Sends are few among the answers, and a wrong status of one may make a second message.
  const isSend = method === 'POST' && aSend.test(path);
  switch (isSend && chance.below(2) === 0 ? 1 : chance.below(6)) {
    case 0:
      return { status, headers, body: mangleBytes(body, chance) };
    case 1:
      return { status: chance.pick(oddStatuses), headers, body };
    case 2:
      return { status, headers: { ...headers, ...chance.pick(oddHeaders) }, body };
    case 3:
      return { status, headers, body, cut: true };
    default:
      // Other names of agents would be names all the same, and go out to customers as such.
      return {
        status,
        headers,
        body: Buffer.from(JSON.stringify(mangleJson(json(body), chance, { strings: false })) ?? ''),
      };
  }
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return {};
  }
}
