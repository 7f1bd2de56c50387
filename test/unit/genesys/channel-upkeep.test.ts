import { deepEqual, equal, match } from 'node:assert/strict';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import { defaultTimings } from '../../../src/genesys/channel-timings.ts';
import { createChannelUpkeep } from '../../../src/genesys/channel-upkeep.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { recordingLog } from '../../support/silent-log.ts';

/** The upkeep of a connected channel, for which the platform answers what the test says. */
function kept() {
  const clock = manualClock();
  const { log, lines } = recordingLog();
  const happened: string[] = [];
  const began = clock.now();
  const state: { missing: number; fault: Error | null; channelId: string | null } = {
    missing: 0,
    fault: null,
    channelId: 'c',
  };
  const note = (what: string) => happened.push(`${what} ${(clock.now() - began) / 1_000}`);
  const upkeep = createChannelUpkeep({
    subscriptions: {
      async put() {
        note('put');
      },
      async countMissing() {
        note('asked');
        if (state.fault !== null) throw state.fault;
        return state.missing;
      },
    },
    channelId: () => state.channelId,
    onMissing: () => note('missing'),
    onGone: () => note('gone'),
    timings: defaultTimings,
    clock,
    log,
  });
  upkeep.start();
  return { clock, upkeep, happened, state, lines };
}

describe('createChannelUpkeep', () => {
  it('asks every 40 s and puts the topics every ten minutes', async () => {
    const { clock, upkeep, happened } = kept();
    await clock.advance(1_199_000);
    equal(happened.filter((what) => what.startsWith('asked')).length, 29);
    deepEqual(
      happened.filter((what) => what.startsWith('put')),
      ['put 600'],
    );
    upkeep.stop();
    equal(clock.pending(), 0);
  });

  it('tells at once what it finds: topics that are missing, a channel that is gone', async () => {
    const { clock, upkeep, happened, state, lines } = kept();
    state.missing = 2;
    await clock.advance(41_000);
    match(lines.join(''), /genesys\.notifications\.subscription-lost/);
    state.fault = new ReachbackError('genesys.not-found');
    await clock.advance(120_000);
    deepEqual(happened, ['asked 40', 'missing 40', 'asked 80', 'gone 80']);
    upkeep.stop();
  });

  it('draws no conclusion from a platform that does not answer, and asks again', async () => {
    const { clock, upkeep, happened, state } = kept();
    state.fault = new ReachbackError('genesys.throttled');
    await clock.advance(81_000);
    deepEqual(happened, ['asked 40', 'asked 80']);
    upkeep.stop();
  });
});
