import assert from 'node:assert/strict';
import {
  type ConversationWebhook,
  createConversationWebhook,
} from '../../../src/journeys/conversation-webhook/conversation-webhook.ts';
import { createDeadLetters } from '../../../src/journeys/conversation-webhook/dead-letters.ts';
import { createPostEvent } from '../../../src/journeys/conversation-webhook/post-event.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { exampleSession } from '../../support/example-session.ts';
import { type ManualClock, manualClock } from '../../support/manual-clock.ts';
import { silentLog } from '../../support/silent-log.ts';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';
import { type ScriptedAnswer, signatureHolds, webhookReceiver } from '../../support/webhook-receiver.ts';

const secrets = ['the secret of last year, going', 'the secret of this year, coming'];

describe('telling another system of conversations', () => {
  const store = storeOfEachTest();
  const running: { webhook?: ConversationWebhook; receiver?: Awaited<ReturnType<typeof webhookReceiver>> } =
    {};

  afterEach(async () => {
    await running.webhook?.stop();
    await running.receiver?.close();
  });

  async function ground(answers: ScriptedAnswer[], options: { timeoutMs?: number; url?: string } = {}) {
    const clock: ManualClock = manualClock();
    const receiver = await webhookReceiver(answers);
    const stopping = new AbortController();
    const another = () => {
      const webhook = createConversationWebhook({
        store: store(),
        kinds: ['started', 'ended'],
        post: createPostEvent({
          url: options.url ?? receiver.url,
          secrets,
          now: clock.now,
          stopping: stopping.signal,
          timeoutMs: options.timeoutMs ?? 2_000,
        }),
        queueName: (id) => (id === 'queue-support' ? 'Support' : null),
        externalIdsOf: store().widget.idsOf,
        clock,
        platformNow: clock.now,
        log: silentLog,
      });
      Object.assign(running, { webhook, receiver });
      return webhook;
    };
    const webhook = another();
    await webhook.notice([]);
    const at = clock.now();
    const session = exampleSession({ startedAt: at + 1, lastActivityAt: at + 2, endedAt: at + 2 });
    const stateIs = (id: number, state: string) =>
      waitFor(
        async () => {
          const all = await store().conversationEvents.inStates(['pending', 'done', 'dead', 'stopped'], 10);
          return all[id]?.state === state && all[id]?.claimedUntil === null ? all[id] : undefined;
        },
        { what: `event ${id} to be ${state}` },
      );
    return { clock, receiver, webhook, another, stopping, session, stateIs };
  }

  it('tells the beginning, then the end, once each, signed, with who and where', async () => {
    const { webhook, receiver, session, stateIs } = await ground([]);
    await store().sessions.upsert([session]);
    await store().widget.claim({ source: 'Zendesk', value: 'old-17' }, 1, 0);
    await store().widget.settle([{ source: 'Zendesk', value: 'old-17' }], session.externalContactId ?? '', 2);
    await webhook.notice([session]);
    webhook.start();
    await stateIs(1, 'done');
    await webhook.notice([session, { ...session, queueId: 'another queue' }]);
    await webhook.stop();
    assert.deepEqual(
      receiver.received.map(({ event }) => event.type),
      ['conversation.started', 'conversation.ended'],
    );
    const [first] = receiver.received;
    assert.ok(first);
    assert.equal(first.path, '/hook/', 'the address exactly as it was given');
    assert.deepEqual(first.event, {
      id: first.headers['x-reachback-event-id'],
      type: 'conversation.started',
      at: new Date(session.startedAt).toISOString(),
      conversationId: session.conversationId,
      channel: { type: 'webmessaging', deploymentId: session.channelId },
      queue: { id: 'queue-support', name: 'Support' },
      customer: {
        externalContactId: session.externalContactId,
        externalIds: [{ source: 'Zendesk', value: 'old-17' }],
      },
    });
    assert.equal(first.headers['x-reachback-attempt'], '1');
    for (const { headers, raw } of receiver.received)
      for (const secret of secrets) assert.ok(signatureHolds(headers['x-reachback-signature'], raw, secret));
    assert.equal(receiver.received[1]?.event.endedBy, 'agent');
  });

  it('tells of a start the platform dates half a second before the webhook was set up, its clock being known no better, and of none of before', async () => {
    const { webhook, session, clock } = await ground([]);
    const begun = (conversationId: string, agoMs: number) => ({
      ...session,
      conversationId,
      startedAt: clock.now() - agoMs,
      endedAt: null,
    });
    await webhook.notice([begun('at the same moment', 500), begun('before', 2_000)]);
    const written = await store().conversationEvents.inStates(['pending'], 10);
    assert.deepEqual(
      written.map(({ conversationId }) => conversationId),
      ['at the same moment'],
    );
  });

  it('sends the very same bytes again under the same id until they are taken, the end only then', async () => {
    const { webhook, receiver, session, clock, stateIs } = await ground([
      { status: 500 },
      'reset',
      { status: 202 },
    ]);
    await webhook.notice([session]);
    webhook.start();
    await waitFor(() => receiver.received.length === 1, { what: 'the first try' });
    await waitFor(async () => (await stateIs(0, 'pending')).lastError === 'webhook.refused', {
      what: 'its end',
    });
    await store().sessions.upsert([{ ...session, queueId: 'routed meanwhile' }]);
    await clock.advance(9_000);
    assert.equal(receiver.received.length, 1);
    await clock.advance(2_000);
    await waitFor(async () => (await stateIs(0, 'pending')).lastError === 'webhook.unreachable', {
      what: 'the reset',
    });
    await clock.advance(61_000);
    await stateIs(0, 'done');
    await clock.advance(1_000);
    await stateIs(1, 'done');
    const [one, two, three, four] = receiver.received;
    assert.ok(one && two && three && four);
    assert.deepEqual([two.raw, three.raw], [one.raw, one.raw]);
    assert.deepEqual(
      receiver.received.map(({ headers }) => headers['x-reachback-attempt']),
      ['1', '2', '3', '1'],
    );
    assert.notEqual(one.headers['x-reachback-signature'], two.headers['x-reachback-signature']);
  });

  it('follows no redirect, not even to the receiver itself', async () => {
    const { webhook, receiver, session, stateIs } = await ground([
      { status: 307, headers: { location: '/elsewhere' } },
    ]);
    await webhook.notice([{ ...session, endedAt: null }]);
    webhook.start();
    await waitFor(async () => (await stateIs(0, 'pending')).lastError === 'webhook.redirected', {
      what: 'its end',
    });
    assert.deepEqual(
      receiver.received.map(({ path }) => path),
      ['/hook/'],
    );
  });

  it('waits no longer for an answer than it is told, and counts it as not taken', async () => {
    const { webhook, session, stateIs } = await ground(['hang'], { timeoutMs: 50 });
    await webhook.notice([{ ...session, endedAt: null }]);
    webhook.start();
    await waitFor(async () => (await stateIs(0, 'pending')).lastError === 'webhook.timed-out', {
      what: 'its end',
    });
  });

  it('sends nothing at all while the receiver asks for a pause', async () => {
    const { webhook, receiver, session, clock, stateIs } = await ground([
      { status: 429, headers: { 'retry-after': '30' } },
    ]);
    await webhook.notice([session]);
    webhook.start();
    await waitFor(async () => (await stateIs(0, 'pending')).lastError === 'webhook.throttled', {
      what: 'its end',
    });
    await webhook.notice([exampleSession({ startedAt: clock.now() + 5, endedAt: null })]);
    await clock.advance(29_000);
    assert.equal(receiver.received.length, 1);
    await clock.advance(2_000);
    await waitFor(() => receiver.received.length === 4, { what: 'all of them' });
  });

  it('sends nothing while another instance, or an earlier life of this one, was asked for a pause', async () => {
    const { webhook, receiver, session, clock, stateIs, another } = await ground([
      { status: 429, headers: { 'retry-after': '30' } },
    ]);
    await webhook.notice([session]);
    webhook.start();
    await waitFor(async () => (await stateIs(0, 'pending')).lastError === 'webhook.throttled', {
      what: 'its end',
    });
    await webhook.stop();
    const other = another();
    await other.notice([exampleSession({ startedAt: clock.now() + 5, endedAt: null })]);
    other.start();
    await clock.advance(29_000);
    assert.equal(receiver.received.length, 1);
    await clock.advance(2_000);
    await waitFor(() => receiver.received.length === 4, { what: 'all of them' });
  });

  it('gives up after the last try, lists the dead letter and drives it again when told, not what was taken', async () => {
    const refusals = Array.from({ length: 7 }, () => ({ status: 500 }));
    const { webhook, receiver, session, clock, stateIs } = await ground([...refusals, { status: 410 }]);
    const letters = createDeadLetters(store().conversationEvents, clock.now);
    await webhook.notice([session]);
    webhook.start();
    const { conversationEvents } = store();
    for (let tries = 1; tries <= 7; tries += 1) {
      const tried = await waitFor(
        async () => {
          const [first] = await conversationEvents.inStates(['pending', 'dead'], 1);
          return first?.attempts === tries && first.claimedUntil === null ? first : undefined;
        },
        { what: `try ${tries}` },
      );
      // Hours would be thousands of rounds: it is made due instead.
      if (tries < 7) await conversationEvents.change(tried, { nextTryAt: clock.now() });
      await clock.advance(1_000);
    }
    const dead = await stateIs(0, 'dead');
    await clock.advance(1_000);
    await stateIs(1, 'stopped');
    assert.deepEqual(
      (await letters.list(false)).map(({ state, lastStatus, attempts }) => [state, lastStatus, attempts]),
      [
        ['dead', 500, 7],
        ['stopped', 410, 1],
      ],
    );
    await clock.advance(60_000);
    assert.equal(receiver.received.length, 8, 'nothing more by itself');

    await assert.rejects(letters.redrive('evt_none'), { code: 'webhook.no-such-event' });
    assert.equal(await letters.redrive('all'), 2);
    await clock.advance(1_000);
    await stateIs(0, 'done');
    await clock.advance(1_000);
    await stateIs(1, 'done');
    assert.deepEqual(
      receiver.received.slice(8).map(({ event }) => event.type),
      ['conversation.started', 'conversation.ended'],
    );
    assert.equal(receiver.received[8]?.event.id, dead.id);
    await assert.rejects(letters.redrive(dead.id), { code: 'webhook.no-such-event' });
    assert.equal(await letters.redrive('all'), 0);
    assert.deepEqual(await letters.counts(), { pending: 0, done: 2, stopped: 0, dead: 0 });
  });

  it('is told once where two processes share a store', async () => {
    const one = await ground([]);
    const shared = { ...store(), engine: 'postgres' as const };
    const another = createConversationWebhook({
      store: shared,
      kinds: ['started', 'ended'],
      post: createPostEvent({
        url: one.receiver.url,
        secrets,
        now: one.clock.now,
        stopping: one.stopping.signal,
      }),
      queueName: () => null,
      externalIdsOf: async () => [],
      clock: one.clock,
      platformNow: one.clock.now,
      log: silentLog,
    });
    const at = one.clock.now() + 1;
    const sessions = Array.from({ length: 20 }, () => exampleSession({ startedAt: at, endedAt: at }));
    await Promise.all([one.webhook.notice(sessions), another.notice(sessions)]);
    one.webhook.start();
    another.start();
    await waitFor(async () => (await store().conversationEvents.counts()).done === 40, {
      what: 'all of them',
    });
    await another.stop();
    assert.equal(one.receiver.received.length, 40);
  });

  it('is at most four at a time with the receiver, and stops without waiting for one that does not answer', async () => {
    const { webhook, receiver, stopping, clock, stateIs } = await ground(
      Array.from({ length: 4 }, () => 'hang'),
    );
    const at = clock.now() + 1;
    await webhook.notice(Array.from({ length: 9 }, () => exampleSession({ startedAt: at, endedAt: null })));
    webhook.start();
    await waitFor(() => receiver.received.length === 4, { what: 'four tries' });
    stopping.abort();
    await webhook.stop();
    assert.equal(receiver.received.length, 4);
    assert.equal((await stateIs(0, 'pending')).lastError, null);
  });
});
