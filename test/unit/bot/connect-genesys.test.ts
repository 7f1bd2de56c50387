import assert from 'node:assert/strict';
import { connectGenesys } from '../../../bot/connect-genesys.ts';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { recordingLog } from '../../support/silent-log.ts';

describe('connecting to Genesys Cloud', () => {
  it('goes on until it is connected, and says by its code what stands in the way', async () => {
    const clock = manualClock();
    const { log, lines } = recordingLog();
    const outcomes = [new ReachbackError('genesys.unreachable'), new TypeError('oops'), null];
    const connecting = connectGenesys({
      async connect() {
        const outcome = outcomes.shift();
        if (outcome) throw outcome;
      },
      clock,
      log,
    });
    assert.equal(connecting.problem(), 'start.connecting');
    await clock.advance(0);
    assert.equal(connecting.problem(), 'genesys.unreachable');
    await clock.advance(500);
    assert.equal(connecting.problem(), 'start.failed');
    await clock.advance(1_000);
    assert.equal(connecting.problem(), null);
    await connecting.connected;
    assert.match(lines[0] ?? '', /genesys\.unreachable/);
    await connecting.stop();
    assert.equal(clock.pending(), 0);
  });
});
