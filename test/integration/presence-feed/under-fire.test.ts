import { deepEqual, equal, ok } from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import type { OpenSocket } from '../../support/sandbox/open-socket.ts';
import { type FireGround, startFire } from './fire-ground.ts';

/** The first channel is meant: it is the oldest. */
const silentBreaks: readonly (readonly [what: string, faults: readonly object[]])[] = [
  ['a black hole', [{ on: 'channel', what: 'black-hole' }]],
  ['a black hole twice over', [{ on: 'channel', what: 'black-hole', count: 2 }]],
  ['an idle close', [{ on: 'channel', what: 'close', closeCode: 1001 }]],
  [
    'a cut, and two handshakes refused',
    [
      { on: 'channel', what: 'refuse', status: 503, count: 2 },
      { on: 'channel', what: 'close', closeCode: 1006 },
    ],
  ],
  ['an eviction', [{ on: 'channel', what: 'evict' }]],
];

describe('presence of 1,200 agents under fire', () => {
  let fire: FireGround;
  let others: OpenSocket[] = [];
  afterEach(async () => {
    await fire.close();
    await Promise.all(others.map(({ closed }) => closed));
    others = [];
  });
  const first = (n: number) => fire.ids[n] ?? '';
  const second = (n: number) => fire.ids[1_000 + n] ?? '';

  /** Some of each channel become free, some go elsewhere, some come and go. */
  async function busyMinute(): Promise<void> {
    for (let n = 0; n < 10; n += 1) {
      await fire.set(first(n), n % 2 === 0 ? 'Available' : 'On Queue');
      await fire.set(first(20 + n), 'Meal');
      await fire.set(second(n), n % 2 === 0 ? 'Available' : 'Away');
    }
  }

  for (const [what, faults] of silentBreaks)
    it(`is the platform's own again after ${what}, at the cost of that channel's agents alone`, async () => {
      fire = await startFire();
      fire.agentsRead();
      for (const fault of faults) await fire.ground.arm(fault);
      const lost = busyMinute();
      await waitFor(() => !fire.feed.isFresh(first(0)), { what: 'the fault to be noticed' });
      // Of a fault that hits twice the second may be the other channel's.
      if (what !== 'a black hole twice over') ok(fire.feed.isFresh(second(0)), 'the other channel is well');
      await lost;
      await fire.agrees(what);
      fire.toldExactly();
      if (what !== 'a black hole twice over') equal(fire.agentsRead(), 1_000);
    });

  it('is the platform’s own again after its token was revoked, on both channels', async () => {
    fire = await startFire();
    await fire.ground.arm({ on: 'token', what: 'revoke' });
    for (let n = 0; n < 10; n += 1) await fire.set(first(n), 'Available');
    await fire.agrees('the end of the token');
    fire.toldExactly();
    ok(fire.gaps() >= 4);
  });

  it('makes another channel when a 21st takes its own', async () => {
    fire = await startFire();
    for (let n = 0; n < 18; n += 1) others.push((await fire.ground.channel([])).socket);
    const before = fire.gaps();
    equal((await fire.ground.call('POST', '/api/v2/notifications/channels')).status, 200);
    await busyMinute();
    await waitFor(() => fire.gaps() > before, { what: 'another channel' });
    await fire.agrees('the eviction');
    fire.toldExactly();
  });

  it('finds topics lost of which the platform’s list tells, and a channel that is gone in silence', async () => {
    fire = await startFire();
    const before = fire.gaps();
    await fire.ground.arm({ on: 'channel', what: 'drop-subscription', listed: false });
    await busyMinute();
    await waitFor(() => fire.gaps() > before, { what: 'the topics to be put again' });
    await fire.agrees('the lost topics');
    await fire.ground.arm({ path: '/subscriptions$', method: 'GET', status: 404 });
    await waitFor(() => fire.gaps() > before + 1, { what: 'another channel' });
    await fire.set(first(40), 'Available');
    await fire.agrees('the gone channel');
    fire.toldExactly();
  });

  it('finds what no event tells although the platform lists the topic: nothing stays wrong for longer than a look', async () => {
    fire = await startFire({ reading: { lookMs: 400 } });
    await fire.ground.arm({ on: 'channel', what: 'drop-subscription', count: 2 });
    await busyMinute();
    await fire.agrees('topics that are told no more');
    fire.toldExactly();
  });

  it('is right in the end, and tells nothing else, when events are lost, doubled, late and swapped', async () => {
    fire = await startFire({ reading: { lookMs: 400 } });
    const share = { share: 0.2, seed: 'fire', count: 1_000 };
    await fire.ground.arm({ on: 'topic', topic: 'presence$', what: 'lose', ...share });
    await fire.ground.arm({ on: 'topic', topic: '.', what: 'duplicate', delayMs: 200, ...share });
    await fire.ground.arm({ on: 'topic', topic: 'presence$', what: 'reorder', delayMs: 300, ...share });
    await fire.ground.arm({ on: 'topic', topic: '.', what: 'late', delayMs: 500, ...share });
    for (let n = 0; n < 100; n += 1)
      await fire.set(fire.ids[n * 12] ?? '', n % 3 === 0 ? 'Meal' : 'Available');
    await fire.agrees('the disorder');
    fire.toldExactly();
  });

  it('misses no second and tells nothing twice while channels are renewed and sockets announce their end', async () => {
    fire = await startFire({ agents: 12, channel: { lifeMs: 300 } });
    await fire.ground.arm({ on: 'channel', what: 'socket-closing', dropAfterMs: 200, count: 3 });
    const before = fire.gaps();
    for (let n = 0; fire.gaps() < before + 4 || n < 12; n += 1) {
      const agentId = fire.ids[n % 12] ?? '';
      if (n < 12) await fire.set(agentId, 'Available');
      else await fire.ground.setPresence(agentId, n % 24 < 12 ? 'Meal' : 'Busy');
      await waitFor(() => fire.feed.stateOf(agentId)?.presence === presenceOf(agentId), {
        what: 'the event',
      });
      await waitFor(() => fire.feed.status().state === 'live', { what: 'a live feed', deadlineMs: 1_000 });
    }
    await fire.agrees('renewals');
    fire.toldExactly();
  });
  const presenceOf = (agentId: string) =>
    fire.ground.org.agents.get(agentId)?.presence.toLowerCase().replace(' ', '-');

  for (const minutes of [-10, 10])
    it(`tells what is fresh and nothing old with a clock ${minutes} minutes off the platform's`, async () => {
      fire = await startFire({ agents: 12, skewMs: minutes * 60_000 });
      await fire.set(first(0), 'Available');
      await fire.agrees('an event');
      await fire.ground.arm({ on: 'channel', what: 'refuse', status: 503, count: 1_000 });
      await fire.ground.arm({ on: 'channel', what: 'close', closeCode: 1006 });
      await fire.ground.setPresence(first(1), 'Available');
      fire.ground.advance(6 * 60_000);
      await fire.set(first(2), 'Available');
      await fire.ground.control('DELETE', '/faults');
      await fire.agrees('the gap');
      fire.toldExactly();
      deepEqual(fire.lines.filter((line) => line.includes('too-old')).length, 1);
    });
});
