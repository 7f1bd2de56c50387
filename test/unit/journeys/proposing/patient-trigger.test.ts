import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { createPatientTrigger } from '../../../../src/journeys/proposing/patient-trigger.ts';
import { wait } from '../../../../src/wait.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { silentLog } from '../../../support/silent-log.ts';

const event = { eventId: 'ada:1', agentId: 'ada' };

describe('patient trigger', () => {
  function scene(failures: Error[] = []) {
    const clock = manualClock();
    const stopping = new AbortController();
    const seen: { tries: number; available: boolean | null } = { tries: 0, available: true };
    const trigger = createPatientTrigger({
      isAvailable: () => seen.available,
      stopping: stopping.signal,
      clock,
      log: silentLog,
    });
    const done = trigger(event, async () => {
      seen.tries += 1;
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
    });
    return { clock, stopping, seen, done };
  }

  const full = () => new ReachbackError('store.full');

  it('tries again until the store takes it', async () => {
    const { clock, seen, done } = scene([full(), full()]);
    await clock.advance(2_000);
    await done;
    assert.equal(seen.tries, 3);
  });

  it('gives up when the agent is busy again', async () => {
    const { clock, seen, done } = scene([full(), full()]);
    seen.available = false;
    await clock.advance(1_000);
    await done;
    assert.equal(seen.tries, 1);
  });

  it('waits on while nobody knows whether the agent is free', async () => {
    const { clock, seen, done } = scene([full()]);
    seen.available = null;
    await clock.advance(1_000);
    await done;
    assert.equal(seen.tries, 2);
  });

  it('counts no time it stood in line before something failed', async () => {
    const clock = manualClock();
    let tries = 0;
    const done = createPatientTrigger({
      isAvailable: () => true,
      stopping: new AbortController().signal,
      clock,
      log: silentLog,
    })(event, async () => {
      tries += 1;
      if (tries > 1) return;
      await wait(clock, 600_000, new AbortController().signal);
      throw full();
    });
    await clock.advance(601_000);
    await done;
    assert.equal(tries, 2);
  });

  it('gives up after five minutes', async () => {
    const { clock, seen, done } = scene(Array.from({ length: 400 }, full));
    await clock.advance(305_000);
    await done;
    assert.ok(seen.tries >= 299 && seen.tries <= 301, `${seen.tries} tries`);
  });

  it('does not repeat what would fail again, and ends its wait on stop', async () => {
    await assert.rejects(scene([new ReachbackError('store.row-invalid')]).done, {
      code: 'store.row-invalid',
    });
    const { stopping, seen, done } = scene([full()]);
    stopping.abort();
    await done;
    assert.equal(seen.tries, 1);
  });
});
