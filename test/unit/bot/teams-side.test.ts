import assert from 'node:assert/strict';
import { createTeamsSide } from '../../../bot/teams-side.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleReference } from '../../support/example-reference.ts';
import { startFakeConnector } from '../../support/fake-connector.ts';
import { fakeJourneys } from '../../support/fake-journeys.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { memoryCardStore } from '../../support/memory-card-store.ts';
import { memorySettings } from '../../support/memory-settings.ts';
import { silentLog } from '../../support/silent-log.ts';

describe('the Teams side', () => {
  it('stops within seconds although Teams does not answer', async () => {
    const connector = await startFakeConnector();
    const clock = manualClock();
    const store = memoryCardStore();
    await store.references.put(exampleReference({ serviceUrl: connector.serviceUrl }));
    const outreach = exampleOutreach({ mode: 'supervisor', updatedAt: clock.now() });
    store.ledger.set(outreach.id, outreach);
    const side = createTeamsSide({
      credentials: null,
      directory: null,
      supervisors: [],
      readOwners: null,
      store: { ...store, settings: memorySettings() },
      language: 'en',
      journeys: fakeJourneys({ ledger: store.ledger, agents: [], now: clock.now }),
      clock,
      log: silentLog,
    });
    connector.next({ status: 0, instead: 'silence' });
    side.cardSync.start();
    await waitFor(() => connector.calls.length === 1, { what: 'the post' });
    let stopped = false;
    const stopping = side.stop().then(() => {
      stopped = true;
    });
    await clock.advance(2_999);
    assert.equal(stopped, false, 'the call in hand gets its time');
    await clock.advance(1);
    await stopping;
    assert.equal(clock.pending(), 0);
    await connector.close();
  });
});
