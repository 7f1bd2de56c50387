import assert from 'node:assert/strict';
import { createLastLook } from '../../../src/journeys/last-look.ts';
import type { Truth } from '../../../src/policy/facts.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';

const now = Date.UTC(2026, 10, 21, 12);
const truth: Truth = {
  customer: 'disconnected',
  agentOnIt: false,
  waiting: false,
  guestSessionExpired: false,
  timeZone: null,
  lastActivityAt: now - 1,
};

describe('the last look before a send', () => {
  function look(part: Partial<Parameters<typeof createLastLook>[0]> = {}) {
    return createLastLook({
      config: { quietHours: null, timeZone: 'UTC', contactAgainAfterMs: 60_000 },
      pauses: { holds: async () => false },
      optOuts: { among: async () => new Set() },
      outreaches: { lastTries: async () => new Map() },
      sessions: { connectedElsewhere: async () => false },
      isAvailable: () => true,
      now: () => now,
      ...part,
    });
  }

  it('lets it go when nothing is in the way', async () => {
    assert.equal(await look()(exampleOutreach(), Promise.resolve(truth)), null);
  });

  it('sees a pause pressed while the truth check waited in line', async () => {
    let paused = false;
    let answer = (_: Truth) => {};
    const asked = new Promise<Truth>((resolve) => {
      answer = resolve;
    });
    const said = look({ pauses: { holds: async () => paused } })(exampleOutreach(), asked);
    paused = true;
    answer(truth);
    assert.equal(await said, 'paused');
  });

  it('sees a message another way to the same person took meanwhile', async () => {
    const outreach = exampleOutreach();
    const tries = new Map([[outreach.customerKey, { sentAt: now - 1, failedAt: null }]]);
    const said = look({ outreaches: { lastTries: async () => tries } });
    assert.equal(await said(outreach, Promise.resolve(truth)), 'contacted-recently');
  });

  it('throws while presence is not known', async () => {
    const stale = look({ isAvailable: () => null });
    await assert.rejects(stale(exampleOutreach(), Promise.resolve(truth)), { code: 'genesys.feed-stale' });
  });
});
