import assert from 'node:assert/strict';
import { readinessOf } from '../../../bot/readiness.ts';

const live = { state: 'live', agentsWatched: 12 } as const;
const stale = { state: 'stale', agentsWatched: 12 } as const;
const isReady = (seen: Parameters<typeof readinessOf>[0]) =>
  Object.entries(readinessOf(seen)).map(([part, { ready }]) => [part, ready]);

describe('readiness', () => {
  it('is given once connected, live and filled', () => {
    assert.deepEqual(readinessOf({ problem: null, feed: live, index: { filledAt: 1 } }), {
      genesys: { ready: true },
      presence: { ready: true, detail: '12 agents watched' },
      sessions: { ready: true },
    });
  });

  it('names what stands in the way, part by part', () => {
    assert.partialDeepStrictEqual(
      readinessOf({ problem: 'genesys.unreachable', feed: stale, index: { filledAt: null } }),
      {
        genesys: { ready: false, code: 'genesys.unreachable' },
        presence: { ready: false, code: 'genesys.feed-stale' },
        sessions: { ready: false },
      },
    );
  });

  it('is lost with any one of them', () => {
    assert.deepEqual(isReady({ problem: null, feed: stale, index: { filledAt: 1 } }), [
      ['genesys', true],
      ['presence', false],
      ['sessions', true],
    ]);
  });
});
