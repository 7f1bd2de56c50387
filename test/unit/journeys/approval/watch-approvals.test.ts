import assert from 'node:assert/strict';
import { createWatchApprovals } from '../../../../src/journeys/approval/watch-approvals.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';

const now = 1_000_000;

describe('approvals nobody has given yet', () => {
  async function watch(part: Partial<Outreach>): Promise<string[]> {
    const happened: string[] = [];
    const briefing = { at: 0, said: null, standsInTheWay: null, timeZone: null };
    const waiting = exampleOutreach({
      state: 'awaiting-approval',
      createdAt: now - 1_000,
      briefing,
      ...part,
    });
    await createWatchApprovals({
      ledger: {
        async apply(_which, { type }) {
          happened.push(type);
          return { outreach: waiting, applied: true };
        },
      },
      outreaches: { inStates: async () => [waiting] },
      brief: () => void happened.push('brief'),
      now: () => now,
    })();
    return happened;
  }

  it('lapse in their time, also when put off', async () => {
    assert.deepEqual(await watch({ expiresAt: now }), ['expired']);
    assert.deepEqual(await watch({ expiresAt: now, snoozedUntil: now - 1 }), ['expired']);
    assert.deepEqual(await watch({ expiresAt: now + 1 }), []);
  });

  it('are asked for again when their snooze is over', async () => {
    assert.deepEqual(await watch({ expiresAt: now + 1, snoozedUntil: now }), ['snooze-over']);
    assert.deepEqual(await watch({ expiresAt: now + 9, snoozedUntil: now + 1 }), []);
  });

  it('are read up on where whoever opened them did not come to it', async () => {
    assert.deepEqual(await watch({ briefing: null }), []);
    assert.deepEqual(await watch({ briefing: null, createdAt: now - 31_000 }), ['brief']);
  });
});
