import assert from 'node:assert/strict';
import pino from 'pino';
import { systemClock } from '../../../src/clock.ts';
import { createDelivery } from '../../../src/delivery/delivery.ts';
import { createLedger } from '../../../src/delivery/ledger.ts';
import type { SendByRoute } from '../../../src/delivery/send-by-route.ts';
import type { ErrorCode } from '../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import { createPresenceKnown } from '../../../src/journeys/policy/presence-known.ts';
import { buildMessage } from '../../../src/outreach/build-message.ts';
import type { Outreach, SendAnswer } from '../../../src/outreach/outreach.ts';
import type { Clearance } from '../../../src/policy/before-sending.ts';
import type { Departures } from '../../../src/store/shapes/departures.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleTruth } from '../../support/example-truth.ts';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';

const accepted: SendAnswer = { status: 200, messageId: 'm', conversationId: 'c', correlationId: null };

const occasion = { who: 'test', why: 'a test' };

describe('delivery', () => {
  const store = storeOfEachTest();

  /** What the platform client does: nothing leaves that is not written down. */
  const leaving =
    (send: SendByRoute): SendByRoute =>
    async (message, outreach, intoConnected, departure) => {
      await departure.about();
      return send(message, outreach, intoConnected, departure);
    };

  async function deliver(
    send: SendByRoute,
    part: Partial<Outreach> = {},
    clearance: Clearance = { route: 'agentless', intoConnected: false },
  ) {
    const ledger = createLedger({ outreaches: store().outreaches, now: () => 5_000, changed: () => {} });
    const delivery = createDelivery({
      ledger,
      readTruth: async () => exampleTruth(),
      ready: () => {},
      clear: async () => clearance,
      routes: { agentless: send, 'external-messages': send, webchat: send },
      departures: null,
      gaveUp: new AbortController().signal,
      clock: systemClock,
      log: pino({ level: 'silent' }),
    });
    const outreach = await ledger.open(exampleOutreach(part), { type: 'approved', by: 'policy' }, occasion);
    assert.ok(typeof outreach !== 'string');
    return { ended: await delivery.deliver(outreach), deliver: () => delivery.deliver(outreach) };
  }

  it('notes the attempt before it is written, and the leaving as the version it was written as', async () => {
    const happened: string[] = [];
    const departures: Departures = {
      begin: (id, version) => void happened.push(`begin ${id} ${version}`),
      leave: (id, version) => void happened.push(`leave ${id} ${version}`),
      surelyStayed: () => false,
      close: () => {},
    };
    const ledger = createLedger({
      outreaches: store().outreaches,
      now: () => 5_000,
      changed: ({ id, state, version }) => void happened.push(`${state} ${id} ${version}`),
    });
    const send: SendByRoute = async (_message, _outreach, _into, departure) => {
      await departure.about();
      departure.leaving();
      return accepted;
    };
    const delivery = createDelivery({
      ledger,
      readTruth: async () => exampleTruth(),
      ready: () => {},
      clear: async () => ({ route: 'agentless', intoConnected: false }),
      routes: { agentless: send, 'external-messages': send, webchat: send },
      departures,
      gaveUp: new AbortController().signal,
      clock: systemClock,
      log: pino({ level: 'silent' }),
    });
    const outreach = await ledger.open(exampleOutreach({}), { type: 'approved', by: 'policy' }, occasion);
    assert.ok(typeof outreach !== 'string');
    happened.length = 0;
    await delivery.deliver(outreach);
    const { id, version } = outreach;
    assert.deepEqual(happened.slice(0, 3), [
      `begin ${id} ${version + 1}`,
      `sending ${id} ${version + 1}`,
      `leave ${id} ${version + 1}`,
    ]);
  });

  const deliverLeaving = (send: SendByRoute, ...rest: [part?: Partial<Outreach>, clearance?: Clearance]) =>
    deliver(leaving(send), ...rest);

  const refusing =
    (code: ErrorCode): SendByRoute =>
    async () => {
      throw new ReachbackError(code);
    };

  it('writes the attempt before the request leaves', async () => {
    const states: Outreach['state'][] = [];
    const { ended } = await deliverLeaving(async (message, { conversationId }) => {
      const [stored] = await store().outreaches.onConversation(conversationId);
      assert.deepEqual(stored?.message, message);
      states.push(stored.state);
      return accepted;
    });
    assert.deepEqual([...states, ended.state], ['sending', 'sent']);
    assert.deepEqual(ended.answer, accepted);
  });

  it('goes by the route it was cleared for', async () => {
    for (const route of ['agentless', 'external-messages', 'webchat'] as const) {
      const { ended } = await deliverLeaving(async () => accepted, {}, { route, intoConnected: false });
      assert.equal(ended.route, route);
    }
  });

  it('sends nothing when the last look says no', async () => {
    const { ended } = await deliver(
      async () => assert.fail('sent'),
      {},
      {
        findings: [
          { ends: 'held', reason: 'paused' },
          { ends: 'failed', reason: 'outreach.text-empty' },
        ],
      },
    );
    assert.deepEqual([ended.state, ended.reason, ended.attemptedAt], ['held', 'paused', null]);
    const [, , last] = await store().outreaches.audit(ended.id);
    assert.equal(last?.why, 'paused, outreach.text-empty');
  });

  it('sends once, however often it is asked', async () => {
    let sends = 0;
    const { deliver: again } = await deliverLeaving(async () => {
      sends += 1;
      return accepted;
    });
    await Promise.all([again(), again()]);
    assert.equal(sends, 1);
  });

  const endings: [ErrorCode, Outreach['state']][] = [
    ['genesys.refused', 'failed'],
    ['genesys.permission-missing', 'failed'],
    ['genesys.server-error', 'unknown'],
    ['genesys.no-answer', 'unknown'],
    ['genesys.answer-malformed', 'unknown'],
    ['genesys.throttled', 'approved'],
  ];
  for (const [code, state] of endings) {
    it(`ends ${state} after ${code}`, async () => {
      assert.equal((await deliverLeaving(refusing(code))).ended.state, state);
    });
  }

  it('writes no attempt while the request cannot leave, and gives the row back as it was', async () => {
    for (const code of ['genesys.budget-spent', 'genesys.token-unavailable'] as const) {
      await assert.rejects(deliver(refusing(code), { id: code }), { code });
      const steps = await store().outreaches.audit(code);
      assert.deepEqual(
        steps.map(({ to }) => to),
        ['proposed', 'approved'],
      );
    }
  });

  it('has failed, without an attempt, when it never can leave', async () => {
    const { ended } = await deliver(refusing('genesys.credentials-refused'));
    assert.deepEqual(
      [ended.state, ended.reason, ended.attemptedAt],
      ['failed', 'genesys.credentials-refused', null],
    );
  });

  it('is approved again between a try that surely was not taken and the next one', async () => {
    const states: (string | undefined)[] = [];
    const { ended } = await deliver(async (_message, { conversationId }, _intoConnected, departure) => {
      const look = async () => {
        const [stored] = await store().outreaches.onConversation(conversationId);
        states.push(stored?.state);
      };
      await departure.about();
      await look();
      await departure.back(new ReachbackError('genesys.token-refused'));
      await look();
      await departure.about();
      await look();
      return accepted;
    });
    assert.deepEqual([...states, ended.state], ['sending', 'approved', 'sending', 'sent']);
  });

  it('lets nothing leave that somebody has taken back while it waited for its turn', async () => {
    let left = false;
    const { ended } = await deliver(async (_message, { conversationId }, _intoConnected, departure) => {
      const [stored] = await store().outreaches.onConversation(conversationId);
      const ledger = createLedger({ outreaches: store().outreaches, now: () => 5_000, changed: () => {} });
      await ledger.apply(stored?.id ?? '', { type: 'cancelled', by: 'Sam' });
      await departure.about();
      left = true;
      return accepted;
    });
    assert.deepEqual([left, ended.state], [false, 'cancelled']);
  });

  it('refuses a message that does not hold together', async () => {
    const { ended } = await deliver(
      async () => assert.fail('sent'),
      {},
      { findings: [{ ends: 'failed', reason: 'outreach.text-empty' }] },
    );
    assert.deepEqual([ended.state, ended.reason], ['failed', 'outreach.text-empty']);
  });

  it('does not call held, or failed, what another instance has begun to send meanwhile', async () => {
    for (const finding of [
      { ends: 'held', reason: 'contacted-recently' },
      { ends: 'failed', reason: 'outreach.text-empty' },
    ] as const) {
      const ledger = createLedger({ outreaches: store().outreaches, now: () => 5_000, changed: () => {} });
      const outreach = await ledger.open(
        exampleOutreach(),
        { type: 'approved', by: 'policy' },
        { who: 'test', why: 'a test' },
      );
      assert.ok(typeof outreach !== 'string');
      const delivery = createDelivery({
        ledger,
        readTruth: async () => exampleTruth(),
        ready: () => {},
        async clear() {
          const message = buildMessage(outreach);
          await ledger.apply(outreach.id, { type: 'attempted', route: 'agentless', message });
          return { findings: [finding] };
        },
        routes: {
          agentless: refusing('genesys.refused'),
          'external-messages': refusing('genesys.refused'),
          webchat: refusing('genesys.refused'),
        },
        departures: null,
        gaveUp: new AbortController().signal,
        clock: systemClock,
        log: pino({ level: 'silent' }),
      });
      assert.equal((await delivery.deliver(outreach)).state, 'sending');
      await ledger.apply(outreach.id, { type: 'accepted', answer: accepted });
      assert.equal((await store().outreaches.get(outreach.id))?.state, 'sent');
    }
  });

  it('spends no look while one would be in vain, and leaves the row approved', async () => {
    const ledger = createLedger({ outreaches: store().outreaches, now: () => 5_000, changed: () => {} });
    const outreach = await ledger.open(exampleOutreach(), { type: 'approved', by: 'policy' }, occasion);
    assert.ok(typeof outreach !== 'string');
    const none = () => assert.fail('nothing is asked and nothing sent');
    const delivery = createDelivery({
      ledger,
      readTruth: none,
      ready: createPresenceKnown({ isAvailable: () => null, isLookedFor: () => false }),
      clear: none,
      routes: { agentless: none, 'external-messages': none, webchat: none },
      departures: null,
      gaveUp: new AbortController().signal,
      clock: systemClock,
      log: pino({ level: 'silent' }),
    });
    await assert.rejects(delivery.deliver(outreach), { code: 'genesys.feed-stale' });
    assert.equal((await store().outreaches.get(outreach.id))?.state, 'approved');
  });
});
