import { match } from 'node:assert/strict';
import { createMetrics } from '../../../src/observe/metrics.ts';

describe('createMetrics', () => {
  it('reads the age of the feed and the budget at each scrape', async () => {
    let usedInLastMinute = 7;
    const { registry } = createMetrics({
      feedAgeMs: () => 1_500,
      budget: () => ({ usedInLastMinute, waiting: { send: 0, ask: 2 }, stoppedForMs: 42_000 }),
    });
    const first = await registry.metrics();
    match(first, /^reachback_presence_feed_age_seconds 1\.5$/m);
    match(first, /^reachback_genesys_requests_last_minute 7$/m);
    match(first, /^reachback_genesys_requests_waiting\{priority="ask"\} 2$/m);
    match(first, /^reachback_genesys_stopped_seconds 42$/m);
    usedInLastMinute = 8;
    match(await registry.metrics(), /^reachback_genesys_requests_last_minute 8$/m);
  });

  it('counts the messages of hand-offs', async () => {
    const parts = {
      feedAgeMs: () => 0,
      budget: () => ({ usedInLastMinute: 0, waiting: {}, stoppedForMs: 0 }),
    };
    const { registry, carried } = createMetrics(parts);
    carried('to-partner', 'delivered');
    carried('to-partner', 'delivered');
    match(
      await registry.metrics(),
      /^reachback_hand_off_messages_total\{direction="to-partner",outcome="delivered"\} 2$/m,
    );
  });
});
