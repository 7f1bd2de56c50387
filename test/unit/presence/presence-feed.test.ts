import { deepEqual, equal } from 'node:assert/strict';
import type { NotificationFeed, NotificationListener } from '../../../src/genesys/notification-feed.ts';
import type { PlatformCall } from '../../../src/genesys/platform-call.ts';
import type { BecameAvailable } from '../../../src/presence/presence-change.ts';
import { createPresenceFeed } from '../../../src/presence/presence-feed.ts';
import { presenceTopic } from '../../../src/presence/presence-frame.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { memoryPresenceTable } from '../../support/memory-presence-table.ts';
import { silentLog } from '../../support/silent-log.ts';

const iso = (time: number) => new Date(time).toISOString();

interface Told {
  readonly presence: string;
  readonly since: number;
}

/** Two agents, each on a channel of its own, and a platform that answers when the test lets it. */
async function watched({ aheadMs = 0 } = {}) {
  const clock = manualClock();
  const platformNow = () => clock.now() + aheadMs;
  const began = platformNow() - 3_600_000;
  const states = new Map<string, Told>(['ada', 'bob'].map((id) => [id, { presence: 'Busy', since: began }]));
  const asked: string[][] = [];
  const answers: (() => void)[] = [];
  let answering = false;
  const call: PlatformCall = async ({ answer, query }) => {
    const ids = String(query?.id).split(',');
    asked.push(ids);
    if (!answering) await new Promise<void>((resolve) => answers.push(resolve));
    const entities = ids.map((id) => ({
      id,
      presence: {
        presenceDefinition: { systemPresence: states.get(id)?.presence },
        modifiedDate: iso(states.get(id)?.since ?? 0),
      },
      routingStatus: { status: 'OFF_QUEUE', startTime: iso(began) },
    }));
    return { body: answer.parse({ entities }), status: 200, correlationId: null };
  };
  const listeners: NotificationListener[] = [];
  const live = new Set<string>();
  const doubts: string[] = [];
  const notifications: NotificationFeed = {
    listen: (listener) => void listeners.push(listener),
    addTopics: () => {},
    start: () => {},
    stop: () => {},
    status: () => ({ state: live.size === 2 ? 'live' : 'stale', ageMs: 0, uris: [] }),
    isLive: (topic) => live.has(topic),
    doubt: (topic) => void doubts.push(topic),
  };
  const events: BecameAvailable[] = [];
  const feed = createPresenceFeed({
    call,
    notifications,
    agents: ['ada', 'bob'].map((id) => ({ id, name: id, email: null })),
    presences: memoryPresenceTable(),
    clock,
    platformNow,
    log: silentLog,
    onAvailable: (event) => void events.push(event),
    onRead: () => {},
  });
  await feed.start();
  const connect = (...ids: string[]) => {
    for (const id of ids) live.add(presenceTopic(id));
    for (const { onGap } of listeners) onGap(ids.map(presenceTopic), false);
  };
  function answerAll(): void {
    answering = true;
    for (const answer of answers.splice(0)) answer();
  }
  return {
    clock,
    feed,
    events,
    doubts,
    states,
    platformNow,
    asked,
    connect,
    answer: () => answers.shift()?.(),
    answerAll,
    stopAnswering() {
      answering = false;
    },
    frame(id: string, presence: string, since: number) {
      for (const { onEvent } of listeners)
        onEvent(`v2.users.${id}.presence`, {
          presenceDefinition: { systemPresence: presence },
          modifiedDate: iso(since),
        });
    },
    /** Both connected and read. */
    async begin() {
      answerAll();
      connect('ada', 'bob');
      await clock.advance(0);
      asked.splice(0);
    },
    async end() {
      await feed.stop();
      equal(clock.pending(), 0);
    },
  };
}

describe('createPresenceFeed', () => {
  it('reads the agents of the channel that connected, and knows them although another channel is down', async () => {
    const { clock, feed, asked, answerAll, connect, end } = await watched();
    answerAll();
    connect('ada');
    await clock.advance(0);
    deepEqual(asked, [['ada']]);
    deepEqual([feed.isFresh('ada'), feed.isFresh('bob'), feed.status().state], [true, false, 'stale']);
    connect('bob');
    await clock.advance(0);
    deepEqual(asked, [['ada'], ['bob']]);
    equal(feed.status().state, 'live');
    await end();
  });

  it('knows that it knows nothing of an agent it does not watch, once it knows the others', async () => {
    const { clock, feed, answerAll, connect, end } = await watched();
    answerAll();
    connect('ada');
    await clock.advance(0);
    equal(feed.isFresh('eve'), false);
    connect('bob');
    await clock.advance(0);
    deepEqual([feed.isFresh('eve'), feed.stateOf('eve')], [true, null]);
    await end();
  });

  it('reads again for a channel that connects while it is being read', async () => {
    const { clock, feed, asked, answer, connect, end } = await watched();
    connect('ada', 'bob');
    connect('ada', 'bob');
    answer();
    await clock.advance(0);
    equal(
      feed.status().state,
      'stale',
      'what was asked before the second connection may miss what it missed',
    );
    equal(asked.length, 2);
    answer();
    await clock.advance(0);
    equal(feed.status().state, 'live');
    await end();
  });

  it('finds within a minute what no event told, and that events are lost', async () => {
    const { clock, feed, events, states, platformNow, doubts, begin, end } = await watched();
    await begin();
    const at = platformNow() + 1_000;
    states.set('ada', { presence: 'Available', since: at });
    await clock.advance(60_000);
    equal(feed.stateOf('ada')?.presence, 'available');
    deepEqual(
      events.map(({ eventId }) => eventId),
      [`ada:${at}`],
    );
    deepEqual(doubts, [presenceTopic('ada')]);
    await end();
  });

  it('takes an event that is merely slower than a look for no loss, and its note for no return', async () => {
    const { clock, events, states, platformNow, doubts, begin, frame, end } = await watched();
    await begin();
    frame('ada', 'AVAILABLE', platformNow());
    await clock.advance(38_000);
    // Its note is edited, which moves the date; a look comes before the event.
    const edited = platformNow() + 1_500;
    states.set('ada', { presence: 'Available', since: edited });
    await clock.advance(3_000);
    frame('ada', 'AVAILABLE', edited);
    await clock.advance(60_000);
    equal(events.length, 1);
    deepEqual(doubts, []);
    await end();
  });

  it('finds the return of somebody who left and came back without an event, once that event is overdue', async () => {
    const { clock, events, states, platformNow, begin, frame, end } = await watched();
    await begin();
    const first = platformNow();
    frame('ada', 'AVAILABLE', first);
    await clock.advance(38_000);
    const back = platformNow();
    states.set('ada', { presence: 'Available', since: back });
    await clock.advance(20_000);
    deepEqual(
      events.map(({ at }) => at),
      [first, back],
    );
    await end();
  });

  it('asks, two seconds later, which of two changes with one time was the last', async () => {
    for (const [last, told] of [
      ['Available', 1],
      ['Busy', 0],
    ] as const) {
      const { clock, feed, events, states, platformNow, asked, begin, frame, end } = await watched();
      await begin();
      const at = platformNow();
      states.set('ada', { presence: last, since: at });
      frame('ada', 'BUSY', at);
      frame('ada', 'AVAILABLE', at);
      equal(feed.stateOf('ada')?.presence, 'busy', 'nobody is taken for free on a tie');
      await clock.advance(2_500);
      deepEqual(asked, [['ada']]);
      equal(feed.stateOf('ada')?.presence, last.toLowerCase());
      equal(events.length, told);
      await end();
    }
  });

  it('believes a reading over an older frame although that bears the later time', async () => {
    const { clock, feed, states, platformNow, begin, frame, end } = await watched();
    await begin();
    const at = platformNow();
    frame('ada', 'AVAILABLE', at + 900);
    states.set('ada', { presence: 'Meal', since: at });
    await clock.advance(60_000);
    equal(feed.stateOf('ada')?.presence, 'meal');
    await end();
  });

  it('no longer trusts what it could not read for ten minutes', async () => {
    const { clock, feed, begin, stopAnswering, answerAll, end } = await watched();
    await begin();
    stopAnswering();
    await clock.advance(590_000);
    equal(feed.isFresh('ada'), true, 'for want of budget alone it is not stale');
    await clock.advance(11_000);
    equal(feed.isFresh('ada'), false);
    answerAll();
    await clock.advance(41_000);
    equal(feed.isFresh('ada'), true);
    await end();
  });

  for (const minutes of [-10, 10])
    it(`judges by the platform's clock when that is ${minutes} minutes ahead of ours`, async () => {
      const { clock, events, states, platformNow, connect, begin, end } = await watched({
        aheadMs: minutes * 60_000,
      });
      await begin();
      const fresh = platformNow() - 200_000;
      states.set('ada', { presence: 'Available', since: fresh });
      states.set('bob', { presence: 'Available', since: platformNow() - 400_000 });
      connect('ada', 'bob');
      await clock.advance(0);
      deepEqual(
        events.map(({ eventId }) => eventId),
        [`ada:${fresh}`],
      );
      await end();
    });
});
