import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { createLookInTime } from '../../../../src/journeys/on-request/look-in-time.ts';
import { manualClock } from '../../../support/manual-clock.ts';

describe('a truth check somebody waits for', () => {
  it('gives the answer, and leaves no timer behind', async () => {
    const clock = manualClock();
    assert.equal(await createLookInTime(async () => null, clock)('c'), null);
    assert.equal(clock.pending(), 0);
  });

  it('says that it could not be checked when no answer comes in time', async () => {
    const clock = manualClock();
    const asked = createLookInTime(() => new Promise(() => {}), clock)('c');
    const refused = assert.rejects(asked, { code: 'outreach.follow-up-unchecked', retry: 'safe' });
    await clock.advance(5_000);
    await refused;
  });

  it('waits as long as it is told, and says what it is told to', async () => {
    const clock = manualClock();
    const patience = { patienceMs: 1_500, unanswered: 'outreach.by-hand-unchecked' } as const;
    const asked = createLookInTime(() => new Promise(() => {}), clock, patience)('c');
    const refused = assert.rejects(asked, { code: 'outreach.by-hand-unchecked', retry: 'safe' });
    await clock.advance(1_500);
    await refused;
  });

  it('says so too when the platform fails, with its code, and lets a fault of ours through', async () => {
    const clock = manualClock();
    const failing = (cause: Error) => createLookInTime(() => Promise.reject(cause), clock)('c');
    await assert.rejects(failing(new ReachbackError('genesys.server-error')), {
      code: 'outreach.follow-up-unchecked',
      facts: { because: 'genesys.server-error' },
    });
    await assert.rejects(failing(new TypeError('oops')), TypeError);
    assert.equal(clock.pending(), 0);
  });
});
