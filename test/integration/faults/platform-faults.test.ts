import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import { listQueues } from '../../../src/genesys/endpoints/list-queues.ts';
import { sendAgentless } from '../../../src/genesys/endpoints/send-agentless.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { botClient } from '../../support/bot-client.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { type PlatformClient, platformClient } from '../../support/platform-client.ts';
import { type FaultGround, startFaultGround } from '../../support/sandbox/fault-ground.ts';
import { endedGuest } from '../../support/sandbox/platform-ground.ts';

const queues = '/api/v2/routing/queues';
const agentless = '/api/v2/conversations/messages/agentless';

describe('the product’s client of the platform under its faults', () => {
  let ground: FaultGround;
  let client: PlatformClient;
  before(async () => {
    ground = await startFaultGround({ settings: { requestsPerMinute: 0 } });
  });
  beforeEach(async () => {
    await ground.control('DELETE', '/faults');
    client = platformClient(ground.url, { ...botClient(ground.org), timeoutMs: 150 });
  });
  afterEach(() => client.close());
  after(() => ground.close());

  /** How often the path was asked for while `run` ran, and what came of it. */
  async function counted<T>(path: string, run: () => Promise<T>) {
    const all = async () => (await ground.control('GET', '/requests')).body.entries;
    const { seq = 0 } = (await all()).at(-1) ?? {};
    const [outcome] = await Promise.allSettled([run()]);
    const asked = async () =>
      (await all()).filter(
        (each: { seq: number; path: string }) => each.seq > seq && each.path.startsWith(path),
      );
    return { outcome, asked: (await asked()).length };
  }
  const codeOf = (outcome: PromiseSettledResult<unknown>): string | undefined =>
    outcome.status === 'rejected' && outcome.reason instanceof ReachbackError
      ? outcome.reason.code
      : undefined;
  const read = () => counted(queues, () => listQueues(client.call));
  const messages = (): number => endedGuest(ground.org, true).conversation.messages.length;
  function send() {
    const { customer, conversation } = endedGuest(ground.org, true);
    const { externalContactId } = customer;
    ok(externalContactId);
    const message = {
      channelId: conversation.deploymentId,
      externalContactId,
      text: 'Hello',
      intoConnected: false,
    };
    return counted(agentless, () => sendAgentless(client.call, message));
  }

  const transient: readonly (readonly [what: string, fault: object, code: string])[] = [
    ['a 500', { status: 500 }, 'genesys.server-error'],
    ['a 503', { status: 503 }, 'genesys.server.unavailable'],
    ['a 504 after the work', { status: 504, when: 'after' }, 'genesys.server.timed-out'],
    ['a 408', { status: 408 }, 'genesys.server.timed-out'],
    ['a gateway’s page with 502', { status: 502, body: 'html' }, 'genesys.server.bad-gateway'],
    ['a reset before the work', { reset: true }, 'genesys.network.reset'],
    ['a reset after the work', { reset: true, when: 'after' }, 'genesys.network.reset'],
    ['a reset in the middle of the answer', { reset: 'mid-answer' }, 'genesys.network.reset'],
    ['an answer that takes too long', { latencyMs: 1_000 }, 'genesys.network.timed-out'],
    ['cut JSON', { body: 'cut', when: 'after' }, 'genesys.answer-garbled'],
    ['a page with 200', { body: 'html' }, 'genesys.answer-garbled'],
    ['an empty body with 200', { body: 'empty' }, 'genesys.answer-garbled'],
  ];

  for (const [what, fault, code] of transient) {
    it(`reads again after ${what}`, async () => {
      await ground.arm({ path: queues, ...fault });
      const { outcome, asked } = await read();
      equal(outcome.status, 'fulfilled', String(codeOf(outcome)));
      // One that was given up on is in the log only when it is over.
      equal(asked, 'latencyMs' in fault ? 1 : 2);
    });

    it(`sends nothing twice after ${what}`, async () => {
      const before = messages();
      await ground.arm({ path: agentless, ...fault });
      const { outcome, asked } = await send();
      equal(codeOf(outcome), code);
      ok(outcome.status === 'rejected' && outcome.reason.retry === 'unknown');
      equal(asked, 'latencyMs' in fault ? 0 : 1);
      ok(messages() <= before + 1);
    });
  }

  it('gives up on a read after four times, with the code', async () => {
    for (const [fault, code] of [
      [{ status: 503 }, 'genesys.server.unavailable'],
      [{ body: 'cut', when: 'after' }, 'genesys.answer-garbled'],
    ] as const) {
      await ground.control('DELETE', '/faults');
      await ground.arm({ path: queues, count: 9, ...fault });
      const { outcome, asked } = await read();
      deepEqual([codeOf(outcome), asked], [code, 4]);
    }
  });

  for (const [status, code] of [
    [400, 'genesys.request.malformed'],
    [403, 'genesys.permission.not-authorised'],
    [404, 'genesys.not-found'],
    [413, 'genesys.request.too-large'],
  ] as const) {
    it(`takes a ${status} for final`, async () => {
      await ground.arm({ path: queues, status });
      const { outcome, asked } = await read();
      deepEqual([codeOf(outcome), asked], [code, 1]);
    });
  }

  const waits: readonly (readonly [what: string, retryAfter: (now: number) => unknown, ms: number])[] = [
    ['seconds', () => 7, 7_000],
    ['nothing', () => null, 15_000],
    ['a negative number', () => -5, 15_000],
    ['words', () => 'soon', 15_000],
    ['zero', () => 0, 1_000],
    // By the platform's clock, which goes on: only a wait that is cut short is the same every time.
    ['a date far ahead', () => new Date(Date.now() + 400_000).toUTCString(), 300_000],
    ['a date long gone', (now) => new Date(now - 86_400_000).toUTCString(), 15_000],
    ['a million seconds', () => 1_000_000, 300_000],
  ];
  for (const [what, retryAfter, ms] of waits) {
    it(`waits ${ms / 1000} s after a 429 whose Retry-After says ${what}`, async () => {
      const clock = manualClock();
      client.close();
      client = platformClient(ground.url, { ...botClient(ground.org), clock });
      await ground.arm({ path: queues, status: 429, retryAfter: retryAfter(clock.now()) });
      let answered = false;
      const reading = listQueues(client.call).then(() => {
        answered = true;
      });
      await waitFor(() => clock.pending() > 0, { what: 'the client to wait' });
      await clock.advance(ms - 1);
      // Whatever left at the wrong time would be answered before this is.
      await ground.call('GET', queues);
      equal(answered, false);
      await clock.advance(1);
      await reading;
    });
  }

  it('gives a send back to its sender after a 429, unsent', async () => {
    const before = messages();
    await ground.arm({ path: agentless, status: 429 });
    const { outcome, asked } = await send();
    deepEqual([codeOf(outcome), asked, messages()], ['genesys.throttled', 1, before]);
  });

  it('takes a new token when its own was revoked, for reads and sends alike', async () => {
    await read();
    await ground.arm({ on: 'token', what: 'revoke' });
    equal((await read()).outcome.status, 'fulfilled');
    await ground.arm({ on: 'token', what: 'revoke' });
    const before = messages();
    equal((await send()).outcome.status, 'fulfilled');
    equal(messages(), before + 1);
  });

  it('asks the login service again when it fails', async () => {
    await ground.arm({ path: '^/oauth/token$', status: 503 });
    const { outcome, asked } = await counted('/oauth/token', () => listQueues(client.call));
    deepEqual([outcome.status, asked], ['fulfilled', 2]);
  });

  it('says so when the login service breaks off, and asks anew the next time', async () => {
    await ground.arm({ path: '^/oauth/token$', body: 'html' });
    await rejects(listQueues(client.call), { code: 'genesys.token-unavailable' });
    equal((await read()).outcome.status, 'fulfilled');
  });
});
