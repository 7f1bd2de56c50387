import { equal, match } from 'node:assert/strict';
import { createNotificationFeed } from '../../../src/genesys/notification-feed.ts';
import type { PlatformCall } from '../../../src/genesys/platform-call.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { recordingLog } from '../../support/silent-log.ts';

describe('createNotificationFeed', () => {
  it('makes no more channels than leave room for successors: a 21st would end one of its own', async () => {
    let made = 0;
    const call: PlatformCall = async ({ path }) => {
      made += Number(path.endsWith('/channels'));
      throw new Error('no platform here');
    };
    const clock = manualClock();
    const { log, lines } = recordingLog();
    const feed = createNotificationFeed({ call, clock, log });
    feed.addTopics(Array.from({ length: 18_001 }, (_, n) => `v2.users.${n}?presence&routingStatus`));
    feed.start();
    await clock.advance(0);
    equal(made, 18);
    match(lines.join(''), /genesys\.notifications\.too-many-topics/);
    equal(feed.isLive('v2.users.18000?presence&routingStatus'), false);
    feed.stop();
    equal(clock.pending(), 0);
  });
});
