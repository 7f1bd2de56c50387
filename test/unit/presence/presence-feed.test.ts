import { equal } from 'node:assert/strict';
import type { NotificationFeed } from '../../../src/genesys/notification-feed.ts';
import type { PlatformCall } from '../../../src/genesys/platform-call.ts';
import { createPresenceFeed } from '../../../src/presence/presence-feed.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { memoryPresenceTable } from '../../support/memory-presence-table.ts';
import { silentLog } from '../../support/silent-log.ts';

/** A feed over notifications whose state the test sets and a platform that answers when the test lets it. */
async function watched() {
  const clock = manualClock();
  const answers: (() => void)[] = [];
  const call: PlatformCall = async ({ answer }) => {
    await new Promise<void>((resolve) => answers.push(resolve));
    return { body: answer.parse({ entities: [] }), status: 200, correlationId: null };
  };
  const gaps: (() => void)[] = [];
  let state: 'live' | 'stale' = 'stale';
  const notifications: NotificationFeed = {
    listen: ({ onGap }) => void gaps.push(onGap),
    addTopics: () => {},
    start: () => {},
    stop: () => {},
    status: () => ({ state, ageMs: 0 }),
  };
  const feed = createPresenceFeed({
    call,
    notifications,
    agents: [{ id: 'ada', name: 'Ada', email: null }],
    presences: memoryPresenceTable(),
    clock,
    log: silentLog,
    onAvailable: () => {},
  });
  await feed.start();
  return {
    clock,
    feed,
    asked: () => answers.length,
    answer: () => answers.shift()?.(),
    connected: () => {
      for (const onGap of gaps) onGap();
    },
    become(next: 'live' | 'stale') {
      state = next;
    },
  };
}

describe('createPresenceFeed', () => {
  it('waits with its snapshot for the last of several channels, and is live with it', async () => {
    const { clock, feed, asked, answer, connected, become } = await watched();
    connected();
    await clock.advance(0);
    equal(asked(), 0, 'the second channel is not connected yet');
    become('live');
    connected();
    equal(asked(), 1);
    answer();
    await clock.advance(0);
    equal(feed.status().state, 'live');
    await feed.stop();
    equal(clock.pending(), 0);
  });

  it('reads again when a channel was down as the answer came, whether or not that channel asks for it', async () => {
    const { clock, feed, asked, answer, connected, become } = await watched();
    become('live');
    connected();
    become('stale');
    answer();
    await clock.advance(0);
    equal(feed.status().state, 'stale');
    become('live');
    await clock.advance(5_000);
    equal(asked(), 1);
    answer();
    await clock.advance(0);
    equal(feed.status().state, 'live');
    await feed.stop();
    equal(clock.pending(), 0);
  });

  it('reads again for a channel that connects while a snapshot is under way', async () => {
    const { clock, feed, asked, answer, connected, become } = await watched();
    become('live');
    connected();
    connected();
    answer();
    await clock.advance(0);
    equal(feed.status().state, 'stale');
    equal(asked(), 1);
    answer();
    await clock.advance(0);
    equal(feed.status().state, 'live');
    await feed.stop();
  });
});
