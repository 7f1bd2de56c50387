import { deepEqual, equal, ok } from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type BridgeGround, quick, startBridgeGround } from './bridge-ground.ts';

const inbound = { method: 'POST', path: '/inbound/open/message$' };
const toCustomer = { method: 'POST', path: '/messages/agentless$' };

describe('The bridge of a hand-off under faults', () => {
  let ground: BridgeGround;
  const start = async (options: Parameters<typeof startBridgeGround>[0] = {}) => {
    ground = await startBridgeGround(options);
  };
  afterEach(async () => {
    await ground.close();
  });

  async function begun(): Promise<void> {
    await ground.begin();
    await waitFor(() => ground.partnerSaw().length === 2, { what: 'context and transcript' });
  }
  const both = (partner: number, customer: number) =>
    waitFor(() => ground.partnerSaw().length === partner && ground.customerSaw().length === customer, {
      what: `${partner} at the partner and ${customer} at the customer`,
      deadlineMs: 10_000,
    }).catch((cause: unknown) => {
      throw new Error(`${JSON.stringify([ground.partnerSaw(), ground.customerSaw()])}`, { cause });
    });
  const settled = () =>
    waitFor(async () => (await ground.bridge().progress(ground.handOffId))?.waiting === 0, {
      what: 'nothing to wait',
      deadlineMs: 10_000,
    });

  const lost = [
    { name: 'stored, 500', fault: { when: 'after', status: 500 } },
    { name: 'stored, reset', fault: { when: 'after', reset: true } },
    { name: 'not stored, 500', fault: { when: 'before', status: 500 } },
    { name: 'not stored, reset', fault: { when: 'before', reset: true } },
    { name: 'not stored, 429', fault: { when: 'before', status: 429, retryAfter: 0 } },
  ];
  for (const { name, fault } of lost) {
    it(`loses, doubles and reorders nothing to the partner: ${name}`, async () => {
      await start();
      await begun();
      await ground.fault({ ...inbound, ...fault });
      await ground.customerSays('one');
      await ground.customerSays('two');
      await both(4, 2);
      await settled();
      deepEqual(ground.partnerSaw().slice(2), ['> one', '> two']);
    });

    it(`loses, doubles and reorders nothing to the customer: ${name}`, async () => {
      await start();
      await begun();
      await ground.desk();
      await ground.fault({ ...toCustomer, ...fault });
      await ground.agentSays('one');
      await ground.agentSays('two');
      await both(4, 2);
      await settled();
      deepEqual(ground.customerSaw(), ['< one', '< two']);
    });

    it(`settles the very first message, too: ${name}`, async () => {
      await start();
      await ground.fault({ ...inbound, ...fault });
      await ground.begin();
      await both(2, 0);
      await settled();
      equal(ground.partnerSaw().filter((text) => text.startsWith('> Hand-off')).length, 1);
    });
  }

  it('tells the same words said twice apart when the answer of one is lost', async () => {
    await start();
    await begun();
    await ground.desk();
    await ground.agentSays('ok');
    await both(3, 1);
    await ground.fault({ ...toCustomer, when: 'before', reset: true });
    await ground.agentSays('ok');
    await both(4, 2);
    await settled();
    deepEqual(ground.customerSaw(), ['< ok', '< ok']);
  });

  it('goes on where it was after it was stopped, with what was said meanwhile on either side', async () => {
    await start();
    await begun();
    await ground.desk();
    await ground.stop();
    await ground.customerSays('Are you there?');
    await ground.agentSays('I am back');
    await ground.startAgain();
    await both(4, 2);
    await settled();
    ok(ground.partnerSaw().includes('> Are you there?'));
    ok(ground.customerSaw().includes('< I am back'));
  });

  it('keeps the replies’ order when the webhook was away for some of them', async () => {
    await start();
    await begun();
    await ground.desk();
    await ground.fault({
      method: 'GET',
      path: `^/api/v2/conversations/${(await ground.desk()).id}$`,
      status: 503,
      count: 3,
    });
    ground.webhook(false);
    await ground.agentSays('one');
    await waitFor(async () => (await ground.desk()).messages.at(-1)?.status === 'sent', {
      what: 'its first try',
    });
    ground.webhook(true);
    await ground.agentSays('two');
    await both(4, 2);
    deepEqual(ground.customerSaw(), ['< one', '< two']);
    await ground.control('POST', '/clock', { advanceSeconds: 30 });
    await settled();
    deepEqual(ground.customerSaw(), ['< one', '< two']);
  });

  it('waits for a partner that refuses everything, and for its own platform', async () => {
    await start();
    await begun();
    await ground.desk();
    const refusing = { status: 503, count: 40 };
    await ground.fault({ path: '/api/v2/conversations', orgId: ground.far.id, ...refusing });
    await ground.customerSays('one');
    await ground.customerSays('two');
    await ground.fault({ path: '/api/v2/conversations', orgId: ground.near.id, ...refusing });
    await ground.agentSays('three');
    await waitFor(async () => (await ground.bridge().progress(ground.handOffId))?.lastError !== null, {
      what: 'it to show',
    });
    await ground.control('DELETE', '/faults');
    await both(5, 3);
    await settled();
    deepEqual(
      ground
        .partnerSaw()
        .filter((text) => text.startsWith('>'))
        .slice(2),
      ['> one', '> two'],
    );
    equal((await ground.bridge().progress(ground.handOffId))?.lastError, null);
  });

  it('leaves out a message that is refused for good, and says so in its place', async () => {
    await start();
    await begun();
    await ground.fault({ ...inbound, when: 'before', status: 400 });
    await ground.customerSays('one');
    await ground.customerSays('two');
    await both(4, 2);
    deepEqual(ground.partnerSaw().slice(2), ['> [A message of the customer may be missing here.]', '> two']);
    const rows = await ground.store().bridges.of(ground.handOffId);
    ok(rows.some(({ code, state }) => code === 'bridge.message-refused' && state === 'failed'));
    equal((await ground.bridge().progress(ground.handOffId))?.lastError, 'bridge.message-refused');
  });

  it('passes over a message nobody can say arrived, after a time, and says so in its place', async () => {
    await start({ timings: { ...quick, passOverMs: 400 } });
    await begun();
    const desk = await ground.desk();
    await ground.fault({ path: `^/api/v2/conversations/${desk.id}$`, status: 503, count: 1_000 });
    await ground.fault({ ...inbound, when: 'after', reset: true });
    await ground.customerSays('one');
    await ground.customerSays('two');
    await both(5, 2);
    deepEqual(ground.partnerSaw().slice(2), [
      '> one',
      '> [A message of the customer may be missing here.]',
      '> two',
    ]);
    equal(
      (await ground.store().bridges.of(ground.handOffId)).filter(
        ({ code }) => code === 'bridge.message-unknown',
      ).length,
      1,
    );
  });

  it('ends the hand-off when a side refuses everything for good', async () => {
    await start({ timings: { ...quick, passOverMs: 300, endPatienceMs: 600 } });
    await begun();
    await ground.fault({ ...inbound, when: 'before', status: 403, count: 1_000 });
    await ground.customerSays('one');
    await waitFor(() => ground.ends.length > 0, { what: 'the end', deadlineMs: 10_000 });
    deepEqual(ground.ends, [{ by: 'fault', code: 'bridge.side-refuses' }]);
    ok(ground.customerSaw().some((text) => text.includes('We lost the connection')));
  });

  it('writes to an anonymous visitor by the field contract, and says when there is no way', async () => {
    await start({ anonymous: true, timings: { ...quick, endPatienceMs: 600 } });
    await begun();
    await ground.desk();
    await ground.agentSays('one');
    await both(3, 1);
    deepEqual(ground.customerSaw(), ['< one']);
    await ground.control('POST', `/orgs/${ground.near.id}`, {
      offers: { externalMessages: false, webchatMessages: false },
    });
    await settled();
    await ground.stop();
    await ground.startAgain();
    await ground.agentSays('two');
    await waitFor(() => ground.ends.length > 0, { what: 'the end', deadlineMs: 10_000 });
    deepEqual(ground.ends, [{ by: 'fault', code: 'bridge.no-route' }]);
  });
});
