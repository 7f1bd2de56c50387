import assert from 'node:assert/strict';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';
import { type EngineGround, startEngine } from './engine-ground.ts';

const minute = 60_000;
const hour = 60 * minute;
const quietHours = { from: 21 * 60, to: 8 * 60 };

describe('a message approved before the night of its customer', () => {
  const store = storeOfEachTest();
  let ground: EngineGround;
  let down = false;
  afterEach(() => ground.stop());

  /** `at`: what the clock shows in UTC. */
  async function start(at: string, timeZone?: string) {
    const now = Date.parse(at);
    const clock = manualClock(now);
    down = false;
    ground = await startEngine(store(), {
      clock,
      platformNow: clock.now,
      leftAt: now - hour,
      policy: { quietHours, timeZone: 'UTC' },
      answer({ path }) {
        if (down && path.endsWith('/agentless')) throw new ReachbackError('genesys.throttled');
        return undefined;
      },
    });
    if (timeZone !== undefined) ground.attributes.timeZone = timeZone;
    return clock;
  }

  async function ended({ id }: Outreach) {
    const { state, reason } = (await store().outreaches.get(id)) ?? assert.fail();
    return [state, reason];
  }

  async function becameOf(at: string, timeZone: string) {
    const clock = await start(at, timeZone);
    const outreach = await ground.insert({ state: 'approved', decidedBy: 'Sam' });
    ground.engine.start();
    await clock.advance(10_000);
    await ground.stop();
    return [...(await ended(outreach)), ground.sent.length];
  }

  it('is held back where the platform let it wait until the night had begun', async () => {
    const clock = await start('2026-11-21T19:59:00Z', 'Europe/Berlin');
    down = true;
    const outreach = await ground.insert({ state: 'approved', decidedBy: 'Sam' });
    ground.engine.start();
    await clock.advance(30_000);
    assert.deepEqual(await ended(outreach), ['approved', null]);
    await clock.advance(2 * minute);
    down = false;
    await clock.advance(2 * minute);
    assert.deepEqual([...(await ended(outreach)), ground.sent], ['held', 'quiet-hours', []]);
  });

  it('is held back at its hour where the customer’s zone is another by then', async () => {
    const clock = await start('2026-11-20T20:00:00Z', 'Europe/Berlin');
    const outreach = await ground.insert({
      kind: 'follow-up',
      state: 'approved',
      decidedBy: 'Sam',
      sendAt: Date.parse('2026-11-21T08:00:00Z'),
    });
    ground.engine.start();
    await clock.advance(11 * hour);
    assert.deepEqual(await ended(outreach), ['approved', null]);
    ground.attributes.timeZone = 'America/New_York';
    await clock.advance(2 * hour);
    assert.deepEqual([...(await ended(outreach)), ground.sent], ['held', 'quiet-hours', []]);
  });

  for (const [at, timeZone, leaves, why] of [
    ['2026-10-24T06:30:00Z', 'Europe/Berlin', true, 'half past eight in summer'],
    ['2026-10-25T06:30:00Z', 'Europe/Berlin', false, 'half past seven, the clocks went back this night'],
    ['2026-03-29T06:30:00Z', 'Europe/Berlin', true, 'half past eight, they went forward'],
    ['2026-10-02T21:20:00Z', 'Australia/Lord_Howe', false, 'ten to eight at 10 h 30 min from UTC'],
    [
      '2026-10-03T21:20:00Z',
      'Australia/Lord_Howe',
      true,
      'twenty past eight, half an hour on since the night',
    ],
    ['2026-10-03T21:20:00Z', 'Australia/Sydney', true, 'twenty past eight, south of the equator'],
    ['2026-11-21T02:20:00Z', 'Asia/Kathmandu', true, 'five past eight at 5 h 45 min from UTC'],
    ['2026-11-21T02:10:00Z', 'Asia/Kathmandu', false, 'five to eight at 5 h 45 min from UTC'],
    ['2026-11-21T12:00:00Z', 'GMT+9', true, 'no zone we know: noon by our own clock'],
    ['2026-11-21T12:00:00Z', '+09:00', false, 'nine in the evening by an offset'],
  ] as const)
    it(`${leaves ? 'leaves' : 'is held back'} at ${at} in ${timeZone}: ${why}`, async () => {
      assert.deepEqual(await becameOf(at, timeZone), leaves ? ['sent', null, 1] : ['held', 'quiet-hours', 0]);
    });
});
