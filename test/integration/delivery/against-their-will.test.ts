import assert from 'node:assert/strict';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import type { PlatformRequest } from '../../../src/genesys/platform-call.ts';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { exampleSession } from '../../support/example-session.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';
import { type EngineGround, startEngine } from './engine-ground.ts';

const noon = Date.UTC(2026, 10, 21, 12);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('a customer who asked to be left alone, where no notification brought it', () => {
  const store = storeOfEachTest();
  let ground: EngineGround;
  let paths: string[];
  afterEach(() => ground.stop());

  async function start(answer: (request: PlatformRequest<unknown>) => unknown = () => undefined) {
    const clock = manualClock(noon);
    paths = [];
    ground = await startEngine(store(), {
      clock,
      platformNow: clock.now,
      leftAt: noon - hour,
      answer(request) {
        paths.push(request.path);
        return answer(request);
      },
    });
    return clock;
  }

  /** Sent to this customer before, in whatever conversation. */
  function earlier(part: Partial<Outreach> = {}): Promise<Outreach> {
    return ground.insert({
      state: 'replied',
      route: 'agentless',
      conversationId: 'another',
      attemptedAt: noon - 4 * day,
      createdAt: noon - 4 * day,
      updatedAt: noon - 4 * day,
      ...part,
    });
  }

  async function ended({ id }: Outreach) {
    const { state, reason } = (await store().outreaches.get(id)) ?? assert.fail();
    return [state, reason];
  }

  for (const [when, part] of [
    ['four days after our message', { attemptedAt: noon - 4 * day }],
    ['in another conversation, the day after our message', { attemptedAt: noon - 2 * day }],
    ['after a message they saw late', { attemptedAt: noon - 4 * day, state: 'undelivered' }],
  ] as const)
    it(`is not written to again: ${when}`, async () => {
      const clock = await start();
      await earlier(part);
      ground.wrote.push({ id: 'w1', at: noon - 2 * hour, text: 'Stop writing to me please!' });
      const next = await ground.insert({ state: 'approved', decidedBy: 'Sam' });
      ground.engine.start();
      await clock.advance(10_000);
      assert.deepEqual(ground.sent, []);
      assert.deepEqual(await ended(next), ['held', 'opted-out']);
      assert.equal((await store().optOuts.among([next.customerKey])).size, 1, 'and it is kept');
    });

  it('is not written to again where the "stop" was at another browser, and they have begun anew since', async () => {
    const iso = (at: number) => new Date(at).toISOString();
    const phone = exampleSession({ lastActivityAt: noon - 3 * hour, endedAt: noon - 3 * hour });
    const heard = { messageId: 'w9', messageTime: iso(noon - 3 * hour), messageStatus: 'received' };
    const clock = await start(({ path, ids = {} }) => {
      if (ids.conversationId !== phone.conversationId) return undefined;
      if (path.endsWith('/bulk'))
        return { entities: [{ id: 'w9', normalizedMessage: { text: 'Unsubscribe' } }] };
      const customer = { purpose: 'customer', messages: [{ type: 'webmessaging', messages: [heard] }] };
      return { id: phone.conversationId, participants: [customer] };
    });
    const { externalContactId } = ground.session;
    await store().sessions.upsert([{ ...phone, externalContactId }]);
    await earlier();
    const next = await ground.insert({ state: 'approved', decidedBy: 'Sam' });
    ground.engine.start();
    await clock.advance(10_000);
    assert.deepEqual(ground.sent, []);
    assert.deepEqual(await ended(next), ['held', 'opted-out']);
  });

  it('is not written to again where the "stop" crossed our last message', async () => {
    const clock = await start();
    await earlier({ attemptedAt: noon - 4 * day });
    await earlier({ attemptedAt: noon - 2 * day });
    ground.wrote.push({ id: 'w1', at: noon - 2 * day - 5_000, text: 'STOP' });
    const next = await ground.insert({ state: 'approved', decidedBy: 'Sam' });
    ground.engine.start();
    await clock.advance(10_000);
    assert.deepEqual(ground.sent, []);
    assert.deepEqual(await ended(next), ['held', 'opted-out']);
  });

  it('is not written to again, whatever else they wrote before the "stop"', async () => {
    const clock = await start();
    await earlier({ attemptedAt: noon - 2 * day, conversationId: ground.session.conversationId });
    for (let index = 1; index <= 30; index += 1)
      ground.wrote.push({ id: `w${index}`, at: noon - 20 * hour + index * minute, text: `Message ${index}` });
    ground.wrote.push({ id: 'w31', at: noon - 2 * hour, text: 'Stop' });
    const next = await ground.insert({ state: 'approved', decidedBy: 'Sam' });
    ground.engine.start();
    await clock.advance(10_000);
    assert.deepEqual(ground.sent, []);
    assert.deepEqual(await ended(next), ['held', 'opted-out']);
  });

  it('gets no follow-up while what they answered cannot be read, nor when it was a "stop"', async () => {
    let down = true;
    const clock = await start(({ path }) => {
      if (down && (path.endsWith('/bulk') || path.endsWith('/details')))
        throw new ReachbackError('genesys.server-error');
      return undefined;
    });
    await earlier({
      attemptedAt: noon - 3 * hour,
      state: 'delivered',
      conversationId: ground.session.conversationId,
    });
    ground.wrote.push({ id: 'w1', at: noon - 2 * hour, text: 'STOP' });
    const next = await ground.insert({ kind: 'follow-up', state: 'approved', decidedBy: 'Sam' });
    ground.engine.start();
    await clock.advance(30_000);
    assert.deepEqual(ground.sent, []);
    assert.deepEqual(await ended(next), ['approved', null]);
    down = false;
    await clock.advance(120_000);
    assert.deepEqual(ground.sent, []);
    assert.deepEqual(await ended(next), ['held', 'opted-out']);
  });

  it('is not written to by hand unheard: who asks is told in time that it could not be checked', async () => {
    const clock = await start(({ path }) => (path.endsWith('/bulk') ? new Promise(() => {}) : undefined));
    await earlier({ attemptedAt: noon - 2 * day });
    ground.wrote.push({ id: 'w1', at: noon - 2 * hour, text: 'stop' });
    const { agentId, session } = ground;
    const asked = { eventId: 'press', agentId, conversationId: session.conversationId, text: 'Hello?' };
    const refused = assert.rejects(ground.engine.byHand.request({ ...asked, by: 'Ada', mayApprove: true }), {
      code: 'outreach.by-hand-unchecked',
    });
    await clock.advance(1_500);
    await refused;
    assert.deepEqual(ground.sent, []);
  });

  it('is written to where they only answered, and costs no call where they never were before', async () => {
    const clock = await start();
    ground.wrote.push({ id: 'w1', at: noon - 2 * hour, text: 'stop' });
    ground.engine.start();
    const first = await ground.insert({ state: 'approved', decidedBy: 'Sam' });
    await clock.advance(10_000);
    assert.deepEqual(await ended(first), ['sent', null]);
    assert.ok(!paths.some((path) => path.endsWith('/bulk')));
  });

  it('is written to again where what they said since was no "stop"', async () => {
    const clock = await start();
    await earlier();
    ground.wrote.push({ id: 'w0', at: noon - 5 * day, text: 'stop' });
    ground.wrote.push({ id: 'w1', at: noon - 2 * hour, text: 'Please do not stop' });
    const next = await ground.insert({ state: 'approved', decidedBy: 'Sam' });
    ground.engine.start();
    await clock.advance(10_000);
    assert.deepEqual(await ended(next), ['sent', null]);
  });
});
