import assert from 'node:assert/strict';
import { type CardSync, createCardSync } from '../../../bot/card-sync.ts';
import { noticeCard } from '../../../bot/cards/notice-card.ts';
import type { ErrorCode } from '../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { examplePersonalReference, exampleReference } from '../../support/example-reference.ts';
import { type ManualClock, manualClock } from '../../support/manual-clock.ts';
import { memoryCardStore } from '../../support/memory-card-store.ts';
import { recordingLog } from '../../support/silent-log.ts';

const second = 1_000;
const settle = 100;
const channel = exampleReference();
const adasChat = examplePersonalReference('ada@northwind.example');

describe('card sync', () => {
  let store: ReturnType<typeof memoryCardStore>;
  let clock: ManualClock;
  let sync: CardSync;
  /** `post 19:… v2`, `update a:… card-1 v3`, in the order Teams got them. */
  let calls: string[];
  let failures: { code: ErrorCode; retryAfterMs?: number }[];
  let gate: Promise<void>;
  let posts: number;

  async function teamsTakes(call: string): Promise<void> {
    calls.push(call);
    await gate;
    const failure = failures.shift();
    if (failure === undefined) return;
    const facts = failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs };
    throw new ReachbackError(failure.code, { facts });
  }

  function newSync(): CardSync {
    return createCardSync({
      store,
      teams: {
        async post({ conversationId }, _card, summary) {
          await teamsTakes(`post ${conversationId} ${summary}`);
          posts += 1;
          return { activityId: `card-${posts}` };
        },
        update: ({ conversationId }, activityId, _card, summary) =>
          teamsTakes(`update ${conversationId} ${activityId} ${summary}`),
      },
      overview: {
        agentByEmail: (email) =>
          email === adasChat.userEmail ? { agentId: 'agent-ada', name: 'Ada', presence: null } : null,
      },
      view: ({ version }) => ({
        card: noticeCard({ title: 'Card', lines: [], tone: 'plain' }, 'en'),
        summary: `v${version}`,
      }),
      clock,
      log: recordingLog().log,
      random: () => 0.5,
    });
  }

  function write(changes: Partial<Outreach>): string {
    const outreach = exampleOutreach({
      id: 'outreach-1',
      mode: 'supervisor',
      agentId: 'agent-ada',
      updatedAt: clock.now(),
      ...changes,
    });
    store.ledger.set(outreach.id, outreach);
    return outreach.id;
  }

  beforeEach(() => {
    store = memoryCardStore();
    clock = manualClock();
    calls = [];
    failures = [];
    gate = Promise.resolve();
    posts = 0;
    sync = newSync();
  });
  afterEach(() => sync.stop());

  /** Pokes, lets the change settle, then time pass. */
  async function poke(id: string, wait = 0): Promise<void> {
    sync.poke(id);
    await clock.advance(settle + wait);
    await clock.advance(0);
  }

  it('posts in the channel from the proposal on, updates in place, and tells the agent once it is approved', async () => {
    store.places.set(channel.conversationId, channel);
    store.places.set(adasChat.conversationId, adasChat);
    await poke(write({ version: 1 }));
    await poke(write({ version: 2, state: 'awaiting-approval' }), second);
    await poke(write({ version: 3, state: 'approved', decidedBy: 'Sam', decidedAt: clock.now() }), second);
    assert.deepEqual(calls, [
      `post ${channel.conversationId} v1`,
      `update ${channel.conversationId} card-1 v2`,
      `update ${channel.conversationId} card-1 v3`,
      `post ${adasChat.conversationId} v3`,
    ]);
  });

  it('shows a version once, however often it is poked', async () => {
    store.places.set(channel.conversationId, channel);
    const id = write({ version: 2 });
    await poke(id);
    await poke(id, second);
    sync.start();
    await clock.advance(60 * second);
    assert.deepEqual(calls, [`post ${channel.conversationId} v2`]);
  });

  it('makes one update of steps that follow at once, a moment later', async () => {
    store.places.set(channel.conversationId, channel);
    for (const version of [1, 2, 3]) {
      sync.poke(write({ version }));
      await clock.advance(settle / 4);
    }
    assert.deepEqual(calls, []);
    await clock.advance(settle);
    assert.deepEqual(calls, [`post ${channel.conversationId} v3`]);
  });

  it('sends only the newest of the versions that came while a call was under way', async () => {
    store.places.set(channel.conversationId, channel);
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const id = write({ version: 1 });
    await poke(id);
    for (const version of [2, 3, 4]) await poke(write({ version }));
    assert.equal(calls.length, 1);
    open();
    await clock.advance(second);
    assert.deepEqual(calls, [
      `post ${channel.conversationId} v1`,
      `update ${channel.conversationId} card-1 v4`,
    ]);
  });

  it('waits until there is somebody to show it to', async () => {
    sync.start();
    await poke(write({ version: 1 }));
    assert.deepEqual(calls, []);
    await store.references.put(channel);
    sync.sweep();
    await clock.advance(0);
    assert.deepEqual(calls, [`post ${channel.conversationId} v1`]);
  });

  it('tries again after a failure, later each time, and never sooner than Teams asked', async () => {
    store.places.set(channel.conversationId, channel);
    failures = [
      { code: 'teams.unreachable' },
      { code: 'teams.unreachable' },
      { code: 'teams.throttled', retryAfterMs: 20 * second },
    ];
    const id = write({ version: 1 });
    await poke(id);
    await poke(id);
    assert.equal(calls.length, 1, 'a poke does not shorten the wait');
    await clock.advance(0.65 * second);
    assert.equal(calls.length, 2);
    await clock.advance(1.4 * second);
    assert.equal(calls.length, 2);
    await clock.advance(0.1 * second);
    assert.equal(calls.length, 3);
    await poke(id, 19 * second);
    assert.equal(calls.length, 3);
    await clock.advance(2 * second);
    assert.equal(calls.length, 4);
    assert.partialDeepStrictEqual(
      [...store.rows.values()],
      [{ failures: 0, shownVersion: 1, lastError: null }],
    );
  });

  it('lets the whole conversation rest when Teams asks for it', async () => {
    store.places.set(channel.conversationId, channel);
    failures = [{ code: 'teams.throttled', retryAfterMs: 10 * second }];
    await poke(write({ version: 1 }));
    await poke(write({ id: 'another', version: 1 }), 9 * second);
    assert.equal(calls.length, 1);
    await clock.advance(3 * second);
    assert.equal(calls.length, 3);
  });

  it('replaces a card that is gone, once', async () => {
    store.places.set(channel.conversationId, channel);
    await poke(write({ version: 1 }));
    failures = [{ code: 'teams.card-gone' }];
    await poke(write({ version: 2 }), second);
    await poke(write({ version: 3 }), second);
    assert.deepEqual(calls.slice(1), [
      `update ${channel.conversationId} card-1 v2`,
      `post ${channel.conversationId} v2`,
      `update ${channel.conversationId} card-2 v3`,
    ]);
  });

  it('stops where the bot was removed, and catches up when it is back', async () => {
    store.places.set(channel.conversationId, channel);
    await poke(write({ version: 1 }));
    failures = [{ code: 'teams.bot-removed' }];
    await poke(write({ version: 2 }), second);
    assert.equal(store.places.get(channel.conversationId)?.installed, false);
    sync.start();
    await clock.advance(120 * second);
    assert.equal(calls.length, 2);
    await store.references.put(channel);
    sync.sweep();
    await clock.advance(second);
    assert.equal(calls.at(-1), `update ${channel.conversationId} card-1 v2`);
  });

  it('finds what pokes missed, and what an earlier process left behind', async () => {
    store.places.set(channel.conversationId, channel);
    write({ version: 1 });
    sync.start();
    await clock.advance(0);
    assert.equal(calls.length, 1);
    write({ version: 2 });
    await clock.advance(15 * second);
    assert.equal(calls.length, 2);
    await sync.stop();
    write({ version: 3 });
    sync = newSync();
    sync.start();
    await clock.advance(0);
    assert.equal(calls.at(-1), `update ${channel.conversationId} card-1 v3`);
  });

  it('leaves a pressed card alone until its answer has settled, then shows it anew', async () => {
    store.places.set(channel.conversationId, channel);
    const id = write({ version: 2 });
    await poke(id);
    const freeze = sync.freeze(id, channel.conversationId);
    await poke(write({ version: 3 }), second);
    freeze.thaw(true);
    await clock.advance(second - 1);
    assert.equal(calls.length, 1);
    await clock.advance(1);
    assert.equal(calls.at(-1), `update ${channel.conversationId} card-1 v3`);
    sync.freeze(id, channel.conversationId).thaw(true);
    await clock.advance(2 * second);
    assert.equal(calls.length, 3);
    sync.freeze(id, channel.conversationId).thaw(false);
    await clock.advance(2 * second);
    assert.equal(calls.length, 3);
  });

  it('leaves a card alone until the last of several presses is answered', async () => {
    store.places.set(channel.conversationId, channel);
    const id = write({ version: 2 });
    await poke(id);
    const [first, last] = [sync.freeze(id, channel.conversationId), sync.freeze(id, channel.conversationId)];
    first.thaw(true);
    await clock.advance(2 * second);
    assert.equal(calls.length, 1);
    last.thaw(false);
    await clock.advance(0);
    assert.equal(calls.length, 2);
  });

  it('shows a card anew in spite of a failure in between', async () => {
    store.places.set(channel.conversationId, channel);
    const id = write({ version: 2 });
    await poke(id);
    failures = [{ code: 'teams.unreachable' }];
    sync.freeze(id, channel.conversationId).thaw(true);
    await clock.advance(3 * second);
    assert.equal(calls.length, 3);
  });

  it('posts no second card because the first could not be written down', async () => {
    store.places.set(channel.conversationId, channel);
    const { put } = store.cards;
    let puts = 0;
    store.cards.put = async (row) => {
      puts += 1;
      if (puts === 2 || puts === 3) throw new ReachbackError('store.unavailable');
      await put(row);
    };
    sync.start();
    await poke(write({ version: 1 }));
    await clock.advance(60 * second);
    assert.deepEqual(calls, [`post ${channel.conversationId} v1`]);
    assert.partialDeepStrictEqual([...store.rows.values()], [{ activityId: 'card-1', shownVersion: 1 }]);
  });

  it('leaves alone what did not change for a week', async () => {
    store.places.set(channel.conversationId, channel);
    const id = write({ version: 1, updatedAt: clock.now() - 7 * 24 * 3600 * second - 1 });
    await poke(id);
    sync.start();
    await clock.advance(0);
    assert.deepEqual(calls, []);
  });

  it('spreads a burst in one conversation over time', async () => {
    store.places.set(channel.conversationId, channel);
    for (let index = 0; index < 10; index += 1) sync.poke(write({ id: `burst-${index}`, version: 1 }));
    await clock.advance(900);
    assert.ok(calls.length <= 7, `${calls.length} calls in 0.9 s`);
    await clock.advance(5 * second);
    assert.equal(calls.length, 10);
  });

  it('stops only when the call in hand has ended', async () => {
    store.places.set(channel.conversationId, channel);
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    await poke(write({ version: 1 }));
    sync.poke(write({ id: 'another', version: 1 }));
    sync.freeze('another', channel.conversationId).thaw(true);
    let stopped = false;
    const stopping = sync.stop().then(() => {
      stopped = true;
    });
    await clock.advance(0);
    assert.equal(stopped, false);
    open();
    await stopping;
    assert.equal([...store.rows.values()][0]?.activityId, 'card-1');
    assert.equal(clock.pending(), 0);
    sync.poke(write({ version: 2 }));
    assert.equal(clock.pending(), 0);
  });
});
