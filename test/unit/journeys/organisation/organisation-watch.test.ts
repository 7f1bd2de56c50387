import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { NotificationFeed } from '../../../../src/genesys/notification-feed.ts';
import type { PlatformCall } from '../../../../src/genesys/platform-call.ts';
import { createAgentDirectory } from '../../../../src/journeys/agents/agent-directory.ts';
import { createOrganisationWatch } from '../../../../src/journeys/organisation/organisation-watch.ts';
import { queueConversationsTopic } from '../../../../src/sessions/conversation-frame.ts';
import { exampleConversation } from '../../../support/example-conversation.ts';
import { exampleSession } from '../../../support/example-session.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { silentLog } from '../../../support/silent-log.ts';
import { storeOfEachTest } from '../../../support/store-of-each-test.ts';

const analytics = '/api/v2/analytics/conversations/details/query';
const probe = '/api/v2/conversations/messaging/external-messages';

describe('organisation watch', () => {
  const store = storeOfEachTest();

  /** A connected watch over an empty organisation; `gap` is a new connection of the notifications. */
  async function watching(conversationsSeen?: () => Promise<void>) {
    const clock = manualClock();
    const asked: string[] = [];
    const topics: string[] = [];
    const livesRead: (readonly string[])[] = [];
    /** Members of the organisation's one queue, by id. */
    const members: string[] = [];
    const faults = { platform: false, store: false };
    let catchUps = 0;
    const listeners: Parameters<NotificationFeed['listen']>[0][] = [];
    const call: PlatformCall = async ({ path, answer }) => {
      asked.push(path);
      if (path === probe) throw new ReachbackError('genesys.not-found', { facts: { status: 404 } });
      if (faults.platform) throw new ReachbackError('genesys.server-error');
      const entities = path.endsWith('/members')
        ? members.map((id) => ({ id, user: { id, name: id, email: `${id}@example.com` } }))
        : path.endsWith('/queues')
          ? [{ id: 'queue-1', name: 'Support' }]
          : [];
      return { body: answer.parse({ entities, conversations: [] }), status: 200, correlationId: null };
    };
    const notifications: NotificationFeed = {
      listen: (listener) => void listeners.push(listener),
      addTopics: (more) => void topics.push(...more),
      start: () => {},
      stop: () => {},
      isLive: () => true,
      doubt: () => {},
      status: () => ({
        state: 'live',
        ageMs: 0,
        uris: [],
      }),
    };
    const watch = createOrganisationWatch({
      call,
      notifications,
      store: store(),
      directory: createAgentDirectory(),
      queues: [],
      engine: () => ({
        decisions: {
          decide: () => assert.fail('nobody decides here'),
          snooze: () => assert.fail('nobody decides here'),
        },
        followUps: { request: () => assert.fail('nobody follows up here') },
        byHand: {
          candidates: () => assert.fail('nobody lists customers here'),
          search: () => assert.fail('nobody looks for customers here'),
          request: () => assert.fail('nobody writes by hand here'),
        },
        tracker: {
          async onSignal() {
            if (faults.store) throw new ReachbackError('store.unavailable');
          },
          onSent: async () => {},
          async catchUp() {
            catchUps += 1;
            if (faults.store) throw new ReachbackError('store.unavailable');
          },
          start: () => {},
          stop: async () => {},
        },
        onAvailable: async () => {},
        presenceKnown: () => {},
        start: () => {},
        stop: async () => {},
      }),
      guestSessions: { read: async (channelIds) => void livesRead.push(channelIds) },
      conversationsSeen,
      clock,
      platformNow: clock.now,
      log: silentLog,
    });
    const lookedForBefore = watch.isLookedFor('ada');
    await watch.connect();
    return {
      lookedForBefore,
      members,
      topics,
      livesRead,
      watch,
      clock,
      faults,
      gap: () => {
        for (const { onGap } of listeners) onGap(topics, false);
      },
      agentGap: () => {
        for (const { onGap } of listeners) onGap(['v2.users.ada?presence&routingStatus'], false);
      },
      event: (topic: string, body: unknown) => {
        for (const { onEvent } of listeners) onEvent(topic, body);
      },
      fills: () => asked.filter((path) => path === analytics).length,
      catchUps: () => catchUps,
    };
  }

  it('takes everybody for looked for until all is read, and then, alone on its store, nobody', async () => {
    const { watch, lookedForBefore } = await watching();
    assert.deepEqual(
      [lookedForBefore, watch.isLookedFor('ada'), watch.isLookedFor('ada', true)],
      [true, false, false],
    );
    await watch.stop();
  });

  it('reads how long guest sessions live on the channels of late, at the start and again every ten minutes', async () => {
    const now = manualClock().now();
    const one = exampleSession({ lastActivityAt: now });
    const other = exampleSession({ lastActivityAt: now, channelId: randomUUID() });
    await store().sessions.upsert([one, { ...one, conversationId: randomUUID() }, other]);
    const { watch, clock, livesRead } = await watching();
    await clock.advance(0);
    const channels = [one.channelId, other.channelId].toSorted();
    assert.deepEqual(
      livesRead.map((each) => each.toSorted()),
      [channels],
    );
    await clock.advance(600_000);
    assert.equal(livesRead.length, 2);
    await watch.stop();
  });

  it('outlives a store that fails at the first connection, and reads what was missed when it is back', async () => {
    const { watch, clock, faults, gap, catchUps } = await watching();
    faults.store = true;
    gap();
    await clock.advance(20_000);
    const whileDown = catchUps();
    assert.ok(whileDown > 1, 'tried again');
    faults.store = false;
    await clock.advance(60_000);
    assert.equal(catchUps(), whileDown + 1);
    await watch.stop();
  });

  it('reads who was here after a gap, again and again until the platform answers', async () => {
    const { watch, clock, faults, gap, fills } = await watching();
    gap();
    await clock.advance(0);
    assert.equal(fills(), 1, 'the first connection came right after the first fill');
    faults.platform = true;
    gap();
    await clock.advance(20_000);
    const whileDown = fills();
    assert.ok(whileDown > 2, 'tried again');
    faults.platform = false;
    await clock.advance(60_000);
    assert.equal(fills(), whileDown + 1);
    await watch.stop();
  });

  it('looks who came between the first fill and the first connection, where somebody wants to be told', async () => {
    const { watch, clock, gap, fills } = await watching(async () => {});
    gap();
    await clock.advance(0);
    assert.equal(fills(), 2);
    await watch.stop();
  });

  it('reads again what it was told while the store was down: it may have been a "stop"', async () => {
    const { watch, clock, faults, gap, event, catchUps, fills } = await watching();
    gap();
    await clock.advance(0);
    faults.store = true;
    const start = clock.now() - 60_000;
    const message = { messageId: 'm', messageTime: new Date(start).toISOString(), messageStatus: 'received' };
    event(queueConversationsTopic('q'), exampleConversation({ start, customer: [message] }));
    await clock.advance(2_000);
    faults.store = false;
    await clock.advance(60_000);
    assert.deepEqual([catchUps(), fills()], [2, 2]);
    await watch.stop();
  });

  it('watches an agent who joined a queue while it was running', async () => {
    const { watch, clock, members, topics } = await watching();
    members.push('ada');
    await clock.advance(29 * 60_000);
    assert.equal(watch.presence()?.status().agentsWatched, 0);
    await clock.advance(15 * 60_000);
    assert.equal(watch.presence()?.status().agentsWatched, 1);
    assert.ok(topics.includes('v2.users.ada?presence&routingStatus'));
    await watch.stop();
  });

  it('looks for what a lost event would have told: sessions every ten minutes, answers every hour', async () => {
    const { watch, clock, gap, fills, catchUps } = await watching();
    gap();
    await clock.advance(9 * 60_000);
    assert.deepEqual([fills(), catchUps()], [1, 1]);
    await clock.advance(12 * 60_000);
    assert.deepEqual([fills(), catchUps()], [3, 1]);
    await clock.advance(40 * 60_000);
    assert.equal(catchUps(), 2);
    await watch.stop();
  });

  it('reads no sessions for a channel that carries agents alone', async () => {
    const { watch, clock, agentGap, fills } = await watching();
    await clock.advance(120_000);
    agentGap();
    await clock.advance(0);
    assert.equal(fills(), 1);
    await watch.stop();
  });

  it('forgets old activities of Teams, which would pile up otherwise', async () => {
    const { watch, clock } = await watching();
    await store().activities.firstSeen('old', clock.now());
    await clock.advance(8 * 24 * 60 * 60_000);
    assert.equal(await store().activities.firstSeen('old', clock.now()), true);
    await watch.stop();
  });

  it('fills again when the notifications connected long after the first fill', async () => {
    const { watch, clock, gap, fills } = await watching();
    await clock.advance(120_000);
    gap();
    await clock.advance(0);
    assert.equal(fills(), 2);
    await watch.stop();
  });
});
