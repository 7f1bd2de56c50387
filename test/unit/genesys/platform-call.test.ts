import { deepEqual, doesNotMatch, equal, match, rejects } from 'node:assert/strict';
import { z } from 'zod';
import type { ReachbackError } from '../../../src/errors/reachback-error.ts';
import { createBudgetMeter } from '../../../src/genesys/budget-meter.ts';
import { NetworkFault } from '../../../src/genesys/network-fault.ts';
import { createPlatformCall, type PlatformRequest } from '../../../src/genesys/platform-call.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { type ScriptedAnswer, scriptedHttp } from '../../support/scripted-http.ts';
import { recordingLog } from '../../support/silent-log.ts';

const ok: ScriptedAnswer = {
  status: 200,
  body: { id: 'm-1', extra: true },
  headers: { 'inin-correlation-id': 'c-1' },
};
const answer = z.object({ id: z.string() });
const text = 'Hello Grace, this is Ada.';
const read: PlatformRequest<{ id: string }> = {
  method: 'GET',
  path: '/api/v2/things/{thingId}',
  ids: { thingId: 'a/b' },
  query: { pageSize: 100, expand: undefined },
  answer,
  priority: 'ask',
  idempotent: true,
};
const send: PlatformRequest<{ id: string }> = {
  method: 'POST',
  path: '/api/v2/send',
  body: { textBody: text },
  answer,
  priority: 'send',
  idempotent: false,
};
const reset = new NetworkFault('ECONNRESET', false);
const refusedConnection = new NetworkFault('ECONNREFUSED', true);
const tooMany: ScriptedAnswer = {
  status: 429,
  body: { code: 'too.many.requests.retry.after' },
  headers: { 'retry-after': '42' },
};

function callOver(answers: readonly ScriptedAnswer[], tokens: string[] = ['t-1', 't-2', 't-3']) {
  const clock = manualClock();
  const http = scriptedHttp(answers);
  const { log, lines } = recordingLog();
  let at = 0;
  const token = {
    get: async () => tokens[at] ?? 'none',
    refused: () => {
      at += 1;
    },
  };
  const call = createPlatformCall({
    apiUrl: 'http://api.test',
    token,
    budget: createBudgetMeter({ clock }),
    http,
    clock,
    log,
    chance: () => 0,
  });
  /** Runs the request while time goes on. */
  async function outcome<T>(request: PlatformRequest<T>) {
    const running = call(request).then(
      (answered) => ({ answered }),
      (error: ReachbackError) => ({ error }),
    );
    await clock.advance(300_000);
    return running;
  }
  return { clock, http, call, lines, outcome };
}

describe('createPlatformCall', () => {
  it('asks with the ids and the token in place, and gives body, status and correlation id', async () => {
    const { http, call } = callOver([ok]);
    deepEqual(await call(read), { body: { id: 'm-1' }, status: 200, correlationId: 'c-1' });
    const [asked] = http.asked;
    equal(asked?.url, 'http://api.test/api/v2/things/a%2Fb?pageSize=100');
    equal(asked?.headers.authorization, 'Bearer t-1');
    equal(asked?.body, undefined);
  });

  for (const [name, fault] of [
    ['a reset', reset],
    ['a 500', { status: 500 }],
    ['a 503', { status: 503 }],
    ['a 408', { status: 408 }],
    ['a 429', tooMany],
    ['a refused connection', refusedConnection],
  ] as const) {
    it(`repeats a read after ${name}`, async () => {
      const { http, outcome } = callOver([fault, fault, ok]);
      deepEqual(await outcome(read), {
        answered: { body: { id: 'm-1' }, status: 200, correlationId: 'c-1' },
      });
      equal(http.asked.length, 3);
    });

    it(`gives up on a read after four times ${name}`, async () => {
      const { http, outcome } = callOver([fault, fault, fault, fault, ok]);
      equal('error' in (await outcome(read)), true);
      equal(http.asked.length, 4);
    });
  }

  for (const [name, fault, code] of [
    ['a reset', reset, 'genesys.network.reset'],
    ['a time-out', new NetworkFault('timeout', false), 'genesys.network.timed-out'],
    ['a 500', { status: 500 }, 'genesys.server-error'],
    ['a 503', { status: 503 }, 'genesys.server.unavailable'],
    ['a 504', { status: 504 }, 'genesys.server.timed-out'],
    ['a 408', { status: 408 }, 'genesys.server.timed-out'],
    ['an answer that is not the documented one', { status: 200, body: 'OK' }, 'genesys.answer-garbled'],
    ['a redirect', { status: 302 }, 'genesys.answer-malformed'],
  ] as const)
    it(`never repeats a send after ${name}: it may have been taken`, async () => {
      const { http, outcome } = callOver([fault, ok]);
      const result = await outcome(send);
      equal('error' in result && result.error.code, code);
      equal('error' in result && result.error.retry, 'unknown');
      equal(http.asked.length, 1);
    });

  for (const [name, fault] of [
    ['a refused connection', refusedConnection],
    ['a 401', { status: 401, body: { code: 'bad.credentials' } }],
  ] as const)
    it(`repeats a send after ${name}: it was surely not taken`, async () => {
      const { http, outcome } = callOver([fault, ok]);
      equal('answered' in (await outcome(send)), true);
      equal(http.asked.length, 2);
    });

  for (const status of [400, 401, 403, 409, 429])
    it(`never repeats a send whose answer of one that was taken came as a ${status}: it was taken`, async () => {
      const { http, outcome } = callOver([{ ...ok, status, headers: { 'retry-after': '1' } }, ok]);
      const result = await outcome(send);
      equal('error' in result && result.error.code, 'genesys.answer-malformed');
      equal('error' in result && result.error.retry, 'unknown');
      equal(http.asked.length, 1);
    });

  it('repeats a read where the answer to it came as a 401', async () => {
    const { http, outcome } = callOver([{ ...ok, status: 401 }, ok]);
    equal('answered' in (await outcome(read)), true);
    equal(http.asked.length, 2);
  });

  it('takes a new token after a 401, once', async () => {
    const unauthorised = { status: 401, body: { code: 'bad.credentials' } };
    const { http, outcome } = callOver([unauthorised, unauthorised, ok]);
    const result = await outcome(send);
    equal('error' in result && result.error.code, 'genesys.token-refused');
    deepEqual(
      http.asked.map(({ headers }) => headers.authorization),
      ['Bearer t-1', 'Bearer t-2'],
    );
  });

  it('waits as long as a 429 says before anything else leaves', async () => {
    const { http, call, clock } = callOver([tooMany, ok, ok]);
    const first = call(read);
    await clock.advance(0);
    const second = call(read);
    await clock.advance(41_999);
    equal(http.asked.length, 1);
    await clock.advance(1);
    await Promise.all([first, second]);
    equal(http.asked.length, 3);
  });

  it('gives a send back instead of letting it wait in line: what was checked before it may not be true any more', async () => {
    const { http, call, clock, outcome } = callOver([tooMany, ok]);
    const refused = await outcome(send);
    equal('error' in refused && refused.error.code, 'genesys.throttled');
    equal(http.asked.length, 1);
    equal((await call(read)).status, 200);

    const again = callOver([tooMany, ok]);
    const first = again.call(read);
    await again.clock.advance(0);
    const second = rejects(again.call(send), { code: 'genesys.budget-spent', retry: 'safe' });
    await again.clock.advance(3_000);
    await second;
    await again.clock.advance(60_000);
    await first;
    deepEqual(
      again.http.asked.map(({ method }) => method),
      ['GET', 'GET'],
    );
    equal(clock.pending() + again.clock.pending(), 0);
  });

  it('lets a send leave soon after it was asked for or not at all: another instance would take it for lost, and do it again', async () => {
    for (const [slow, asked] of [
      ['token', 0],
      ['connection', 1],
    ] as const) {
      const clock = manualClock();
      const http = scriptedHttp([refusedConnection, ok]);
      const lasts = () => new Promise<void>((resolve) => void clock.after(15_000, resolve));
      const call = createPlatformCall({
        apiUrl: 'http://api.test',
        token: {
          async get() {
            if (slow === 'token') await lasts();
            return 't-1';
          },
          refused() {},
        },
        budget: createBudgetMeter({ clock }),
        http: {
          ...http,
          async ask(question) {
            if (slow === 'connection') await lasts();
            return http.ask(question);
          },
        },
        clock,
        log: recordingLog().log,
        chance: () => 0,
      });
      const refused = rejects(call(send), { retry: 'safe' });
      await clock.advance(60_000);
      await refused;
      equal(http.asked.length, asked);
      const listed = call(read);
      await clock.advance(60_000);
      equal((await listed).status, 200);
    }
  });

  for (const [status, code, platformCode] of [
    [400, 'genesys.request.malformed', 'bad.request'],
    [403, 'genesys.permission.any-missing', 'missing.any.permissions'],
    [403, 'genesys.permission.not-authorised', 'not.authorized'],
    [404, 'genesys.not-found', 'not.found'],
    [415, 'genesys.request.media-type', 'unsupported.media.type'],
  ] as const)
    it(`reads ${status} ${platformCode} as ${code}, and does not repeat it`, async () => {
      const { call, http } = callOver([
        { status, body: { code: platformCode, message: 'why', contextId: 'ctx' } },
        ok,
      ]);
      await rejects(call(read), {
        code,
        retry: 'never',
        facts: {
          status,
          path: 'GET /api/v2/things/{thingId}',
          platformCode,
          message: 'why',
          correlationId: 'ctx',
        },
      });
      equal(http.asked.length, 1);
    });

  it('reads the field contract’s error body', async () => {
    const { call } = callOver([{ status: 400, body: { errorCode: 'invalid.request', message: 'no to' } }]);
    await rejects(call(send), {
      facts: { status: 400, path: 'POST /api/v2/send', platformCode: 'invalid.request', message: 'no to' },
    });
  });

  it('keeps tokens, texts and ids out of errors and logs', async () => {
    const { outcome, lines } = callOver([
      { status: 400, body: { code: 'bad.request', message: `Not this: ${text}` } },
    ]);
    const result = await outcome(send);
    const error = 'error' in result ? `${result.error.message}${JSON.stringify(result.error.facts)}` : '';
    match(error, /bad\.request/);
    doesNotMatch(error + lines.join(''), /Grace|Bearer|t-1/);
    match(lines.join(''), /platform call/);
  });

  it('names the field of an answer that is not the documented one', async () => {
    const { call } = callOver([{ status: 200, body: { id: 7 } }]);
    await rejects(call(read), {
      code: 'genesys.answer-malformed',
      facts: { status: 200, path: 'GET /api/v2/things/{thingId}', field: 'id', problem: 'invalid_type' },
    });
  });

  it('tells once that a call is made again, with its path and correlation id', async () => {
    const down = { status: 503, headers: { 'inin-correlation-id': 'c-9' } };
    const { lines, outcome } = callOver([reset, down, down, ok]);
    await outcome(read);
    const told = lines.map((line) => JSON.parse(line)).filter(({ msg }) => /made again/.test(msg));
    deepEqual(
      told.map(({ level, code, attempt, facts }) => [level, code, attempt, facts.path, facts.correlationId]),
      [
        [40, 'genesys.network.reset', 1, 'GET /api/v2/things/{thingId}', undefined],
        [20, 'genesys.server.unavailable', 2, 'GET /api/v2/things/{thingId}', 'c-9'],
        [20, 'genesys.server.unavailable', 3, 'GET /api/v2/things/{thingId}', 'c-9'],
      ],
    );
  });

  it('names method and path in every line about an exchange, and the correlation id where the platform gave one', async () => {
    const id = { 'inin-correlation-id': 'c-9' };
    const { lines, outcome } = callOver([
      reset,
      { status: 401, headers: id },
      { status: 429, headers: { ...id, 'retry-after': '1' } },
      { status: 400, headers: id },
    ]);
    await outcome(read);
    equal(lines.length, 7);
    for (const line of lines) {
      const { method, path, correlationId, fault, facts } = JSON.parse(line);
      equal(facts?.path ?? `${method} ${path}`, 'GET /api/v2/things/{thingId}');
      if (fault === undefined && facts?.reason === undefined)
        equal(correlationId ?? facts.correlationId, 'c-9');
    }
  });

  it('does not let an id be left out of the path', async () => {
    const { call, http } = callOver([ok]);
    await rejects(call({ ...read, ids: {} }), TypeError);
    equal(http.asked.length, 0);
  });
});
