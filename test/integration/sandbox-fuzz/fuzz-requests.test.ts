import assert from 'node:assert/strict';
import { Agent } from 'node:http';
import fc from 'fast-check';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { grantEverything } from '../../support/sandbox/grant-everything.ts';
import { type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';
import {
  type Answer,
  connectorAnswerProblem,
  controlAnswerProblem,
  platformAnswerProblem,
} from './documented-answer.ts';
import { fuzzSeed } from './fuzz-seed.ts';
import { mangle, manglings } from './mangle.ts';
import { oddQuery, oddSegment } from './odd-text.ts';
import { connectorRoutes, controlRoutes, platformRoutes, type RouteToFuzz } from './routes-to-fuzz.ts';
import { type RawRequest, sendRaw } from './send-raw.ts';
import { worldProblems } from './world-problems.ts';

const at = 40;

describe('the sandbox under any request', () => {
  let ground: PlatformGround;
  let agent: Agent;
  let faults: string[];

  beforeEach(async () => {
    faults = [];
    ground = await startPlatform({
      settings: { requestsPerMinute: 0, deliveryStepMs: 0 },
      log: (line) => faults.push(line),
    });
    await grantEverything(ground.url, ground.org);
    agent = new Agent({ keepAlive: true, maxSockets: at });
  });
  afterEach(async () => {
    agent.destroy();
    await ground.close();
  });

  const cases: {
    readonly what: string;
    readonly runs: number;
    readonly routes: (ground: PlatformGround) => Promise<readonly RouteToFuzz[]>;
    readonly problem: (answer: Answer, request: RawRequest) => string | undefined;
  }[] = [
    { what: 'the platform’s paths', runs: 4_000, routes: platformRoutes, problem: platformAnswerProblem },
    { what: 'the sandbox’s control', runs: 1_000, routes: controlRoutes, problem: controlAnswerProblem },
    { what: 'the Bot Connector', runs: 1_000, routes: connectorRoutes, problem: connectorAnswerProblem },
  ];

  for (const { what, runs, routes, problem } of cases) {
    it(`on ${what}: ${runs} of them, each answered as documented, nothing inconsistent after`, async () => {
      const seed = fuzzSeed(what);
      const requests = fc.sample(
        requestTo(await routes(ground), [ground.token, ...(await agentTokens(ground))]),
        { seed, numRuns: runs },
      );
      const wrong: string[] = [];
      for (let from = 0; from < requests.length && wrong.length < 5; from += at) {
        await Promise.all(
          requests.slice(from, from + at).map(async (each, index) => {
            const answer = await sendRaw(ground.url, agent, each).catch(() => undefined);
            if (answer === undefined) return;
            const fault = problem(answer, each);
            if (fault !== undefined) wrong.push(told(from + index, each, answer, fault));
          }),
        );
      }
      assert.deepEqual(wrong.slice(0, 5), [], `FUZZ_SEED=${seed}`);
      assert.deepEqual(faults, [], `FUZZ_SEED=${seed}`);
      const healthy = await fetch(`${ground.url}/sandbox/v1/state`);
      assert.equal(healthy.status, 200);
      await waitFor(() => worldProblems(ground.world).length === 0, {
        what: 'a consistent world',
        deadlineMs: 2_000,
      }).catch(() => assert.deepEqual(worldProblems(ground.world), [], `FUZZ_SEED=${seed}`));
    });
  }
});

/** Of the agents in the middle of a conversation. */
function agentTokens({ org, url }: PlatformGround): Promise<string[]> {
  const talking = [...org.agents.values()].filter(({ routingStatus }) => routingStatus === 'INTERACTING');
  return Promise.all(
    talking.map(async ({ id }) => {
      const response = await fetch(`${url}/sandbox/v1/agents/${id}/sign-in`, { method: 'POST' });
      return String(JSON.parse(await response.text()).accessToken);
    }),
  );
}

function requestTo(routes: readonly RouteToFuzz[], tokens: readonly string[]): fc.Arbitrary<RawRequest> {
  return fc
    .record({
      route: fc.constantFrom(...routes),
      otherMethod: oneIn(30, fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS')),
      family: oneIn(2, fc.nat(99)),
      ids: fc.infiniteStream(fc.tuple(fc.nat(999), oneIn(4, oddSegment))),
      query: oddQuery,
      changes: manglings,
      raw: oneIn(12, fc.string({ unit: 'binary', maxLength: 60 })),
      authorization: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...tokens).map((token) => `Bearer ${token}`) },
        fc.constantFrom(undefined, '', 'Bearer', 'Bearer ', 'Bearer wrong', 'Basic Og==', 'bearer x'),
      ),
      type: fc.oneof(
        { weight: 12, arbitrary: fc.constant('application/json') },
        fc.constantFrom(
          undefined,
          'text/plain',
          'application/x-www-form-urlencoded',
          'application/json; charset=latin1',
          'application/jsonp',
          'multipart/form-data',
          ';;;',
        ),
      ),
      header: oneIn(
        5,
        fc.tuple(
          fc.constantFrom(
            'accept',
            'origin',
            'inin-correlation-id',
            'x-forwarded-for',
            'if-match',
            'range',
            'cookie',
          ),
          fc.string({ unit: 'grapheme-ascii', maxLength: 30 }),
        ),
      ),
    })
    .map(({ route, otherMethod, family, ids, query, changes, raw, authorization, type, header }) => {
      const next = ids[Symbol.iterator]();
      const path = route.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
        const [turn, odd] = next.next().value ?? [0, null];
        const known = route.ids[name] ?? [];
        const { families = [] } = route;
        const together = family === null ? undefined : families[family % families.length]?.[name];
        return together ?? odd ?? known[turn % known.length] ?? 'unknown';
      });
      const method = otherMethod ?? route.method;
      const body =
        raw ?? (route.body === undefined ? undefined : JSON.stringify(mangle(route.body, changes)));
      const sends = method !== 'GET' && method !== 'HEAD' && body !== undefined;
      return {
        method,
        path: `${path}${query}`,
        headers: {
          ...(authorization !== undefined && { authorization }),
          ...(sends && type !== undefined && { 'content-type': type }),
          ...(sends && { 'content-length': String(Buffer.byteLength(body)) }),
          ...(header !== null && { [header[0]]: header[1] }),
        },
        body: sends ? body : undefined,
      };
    });
}

/** Null but for one in so many. */
function oneIn<T>(many: number, of: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: many - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: of });
}

function told(
  turn: number,
  { method, path, headers, body }: RawRequest,
  answer: Answer,
  fault: string,
): string {
  const asked = `${method} ${path.slice(0, 200)} ${JSON.stringify({ ...headers, authorization: undefined })}`;
  return `#${turn} ${fault}: ${asked} ${body?.slice(0, 300) ?? ''} → ${answer.status} ${answer.text.slice(0, 300)}`;
}
