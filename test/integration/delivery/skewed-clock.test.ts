import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';
import { type EngineGround, startEngine } from './engine-ground.ts';

const minute = 60_000;
/** True time, the platform's and the customer's. */
const noon = Date.UTC(2026, 10, 21, 12);

describe('a clock of ours that is minutes off', () => {
  const store = storeOfEachTest();
  let ground: EngineGround;
  afterEach(() => ground.stop());

  /** Our clock differs by `offMs` from the platform's, on which it is noon. */
  async function start(offMs: number, policy: Parameters<typeof startEngine>[1]['policy'] = {}) {
    const clock = manualClock(noon + offMs);
    const platformNow = () => clock.now() - offMs;
    ground = await startEngine(store(), { clock, platformNow, leftAt: noon - minute, policy });
    return { clock, platformNow };
  }

  const sent = async () => {
    const { agentId: id } = ground;
    await ground.engine.onAvailable({
      eventId: 'free',
      agentId: id,
      at: noon,
    });
    return waitFor(async () => (await store().outreaches.ofEvent('free')) ?? undefined, {
      what: 'an outreach',
    });
  };

  for (const offMs of [-10 * minute, 10 * minute]) {
    const off = offMs < 0 ? 'behind' : 'ahead';

    it(`${off}, it takes no old words for an answer, and none that came after for old`, async () => {
      await start(offMs);
      const { id, conversationId } = await sent();
      const said = (at: number) =>
        ground.engine.tracker.onSignal({ kind: 'replied', conversationId, messageId: null, at: noon + at });
      await said(-30_000);
      assert.equal((await store().outreaches.get(id))?.state, 'sent');
      await said(30_000);
      assert.equal((await store().outreaches.get(id))?.state, 'replied');
    });

    it(`${off}, the customer is left alone no shorter, and by a follow-up too who has not answered`, async () => {
      const { clock } = await start(offMs, { contactAgainAfterMs: 5 * minute });
      ground.wrote.push({ id: 'before', at: noon - minute, text: 'bye' });
      await sent();
      await clock.advance(4 * minute);
      for (const kind of ['presence', 'follow-up'] as const) {
        const next = await ground.insert({ kind, state: 'awaiting-approval' });
        await ground.engine.decisions.decide({ outreachId: next.id, verdict: 'approve', by: 'Sam' });
        const ended = await waitFor(
          async () => {
            const row = await store().outreaches.get(next.id);
            return row?.state === 'approved' || row?.state === 'sending' ? undefined : row;
          },
          { what: 'an end' },
        );
        assert.deepEqual([ended?.state, ended?.reason], ['held', 'contacted-recently']);
      }
      assert.equal(ground.sent.length, 1);
    });

    it(`${off}, a follow-up for the minute quiet hours end leaves then, not held for a minute too early`, async () => {
      const { clock } = await start(offMs, { quietHours: { from: 11 * 60, to: 12 * 60 + 20 } });
      const asked = await ground.insert({ state: 'replied', kind: 'presence' });
      const { outreach } = await ground.engine.followUps.request({
        outreachId: asked.id,
        by: 'Ada',
        agentId: ground.agentId,
        text: 'Hello again',
        when: 'at 12:20',
        timeZone: null,
        eventId: 'press',
        mayApprove: false,
      });
      assert.equal(outreach.sendAt, noon + 20 * minute);
      ground.engine.start();
      await clock.advance(19 * minute);
      assert.deepEqual([(await store().outreaches.get(outreach.id))?.state, ground.sent], ['approved', []]);
      await clock.advance(2 * minute);
      await waitFor(() => ground.sent[0], { what: 'the follow-up' });
    });
  }
});
