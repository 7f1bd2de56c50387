import assert from 'node:assert/strict';
import { type CardSync, createCardSync } from '../../../../bot/card-sync/card-sync.ts';
import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { noticeCard } from '../../../../bot/cards/notice-card.ts';
import {
  type ConversationLanguages,
  createConversationLanguages,
} from '../../../../bot/conversation-languages.ts';
import { createTeamsPace } from '../../../../bot/pace/teams-pace.ts';
import { createPacedPort } from '../../../../bot/teams/paced-port.ts';
import type { ErrorCode } from '../../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { examplePersonalReference, exampleReference } from '../../../support/example-reference.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { memoryCardStore } from '../../../support/memory-card-store.ts';
import { memorySettings } from '../../../support/memory-settings.ts';
import { recordingLog, silentLog } from '../../../support/silent-log.ts';

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
  /** The bodies of the cards of these calls. */
  let drawn: string[];
  let failures: { code: ErrorCode; retryAfterMs?: number; status?: number }[];
  /** Every call to that conversation fails so. */
  let failTo: { conversationId: string; code: ErrorCode } | null;
  let gate: Promise<void>;
  let posts: number;
  let languages: ConversationLanguages;

  async function teamsTakes(call: string, card: AdaptiveCard): Promise<void> {
    calls.push(call);
    drawn.push(JSON.stringify(card.body));
    await gate;
    if (failTo !== null && call.includes(` ${failTo.conversationId} `)) throw new ReachbackError(failTo.code);
    const failure = failures.shift();
    if (failure === undefined) return;
    const { code, ...facts } = failure;
    throw new ReachbackError(code, { facts });
  }

  function newSync(): CardSync {
    return createCardSync({
      store,
      teams: createPacedPort(
        {
          async post({ conversationId }, card, summary) {
            await teamsTakes(`post ${conversationId} ${summary}`, card);
            posts += 1;
            return { activityId: `card-${posts}` };
          },
          update: ({ conversationId }, activityId, card, summary) =>
            teamsTakes(`update ${conversationId} ${activityId} ${summary}`, card),
          member: () => Promise.reject(new Error('nobody asks who somebody is')),
        },
        createTeamsPace(clock, () => 0.5),
        new AbortController().signal,
      ),
      people: {
        agentIdsIn: async (chats) =>
          chats.map(({ userEmail }) => (userEmail === adasChat.userEmail ? 'agent-ada' : null)),
      },
      view: ({ version }, locale) => ({
        card: noticeCard({ title: 'Card', lines: [], tone: 'plain' }, locale),
        summary: locale === 'en' ? `v${version}` : `v${version} ${locale}`,
      }),
      movedView: ({ version }, locale) => ({
        card: noticeCard({ title: 'Moved', lines: [], tone: 'plain' }, locale),
        summary: `moved at v${version}`,
      }),
      burstView: (_burstId, members, locale) => ({
        card: noticeCard({ title: 'Burst', lines: [], tone: 'plain' }, locale),
        summary: `burst ${members.map(({ outreach }) => `${outreach.id} v${outreach.version}`).join(', ')}`,
      }),
      languages,
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
    drawn = [];
    failures = [];
    failTo = null;
    gate = Promise.resolve();
    posts = 0;
    languages = createConversationLanguages({
      settings: memorySettings(),
      standard: 'en',
      log: silentLog,
    });
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

  it('speaks the language of each place, and a new one with the next update, not before', async () => {
    store.places.set(channel.conversationId, { ...channel, locale: 'ja-JP' });
    store.places.set(adasChat.conversationId, { ...adasChat, locale: 'fr-FR' });
    const decided = { decidedBy: 'Sam', decidedAt: clock.now() };
    await poke(write({ version: 3, state: 'approved', ...decided }));
    await languages.choose(channel.conversationId, 'de');
    sync.start();
    await clock.advance(60 * second);
    await poke(write({ version: 4, state: 'sending', ...decided }), second);
    const spokenIn = (place: { conversationId: string }) =>
      calls
        .filter((call) => call.includes(` ${place.conversationId} `))
        .map((call) => call.split(' ').slice(-2).join(' '));
    assert.deepEqual(spokenIn(channel), ['v3 ja', 'v4 de']);
    assert.deepEqual(spokenIn(adasChat), ['v3 fr', 'v4 fr']);
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

  it('replaces a card that is gone, once, with a link to the old one', async () => {
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
    const link = /https:\/\/teams\.microsoft\.com\/l\/message\/19%3Aoutreach%40thread\.tacv2\/card-1\?/;
    assert.doesNotMatch(drawn[1] ?? '', link);
    assert.match(drawn[2] ?? '', link);
    assert.match(drawn[3] ?? '', link);
  });

  it('posts one replacement at most: a second one that is gone is given up, and tried when the outreach goes on', async () => {
    store.places.set(channel.conversationId, channel);
    await poke(write({ version: 1 }));
    failures = [{ code: 'teams.card-gone' }];
    await poke(write({ version: 2 }), second);
    failures = [{ code: 'teams.card-gone' }];
    await poke(write({ version: 3 }), second);
    sync.start();
    await clock.advance(60 * second);
    assert.equal(calls.at(-1), `update ${channel.conversationId} card-2 v3`);
    assert.partialDeepStrictEqual(
      [...store.rows.values()],
      [{ lastError: 'teams.card-gone', replaces: 'card-1' }],
    );
    await poke(write({ version: 4 }), second);
    assert.equal(calls.at(-1), `update ${channel.conversationId} card-2 v4`);
    assert.equal(posts, 2);
  });

  it('posts the replacement it had promised itself before it was killed', async () => {
    store.places.set(channel.conversationId, channel);
    await poke(write({ version: 1 }));
    failures = [{ code: 'teams.card-gone' }];
    const { put } = store.cards;
    store.cards.put = async (row) => {
      await put(row);
      if (row.replaces !== null) void sync.stop();
    };
    void poke(write({ version: 2 }), second);
    await clock.advance(2 * second);
    assert.equal(posts, 1);
    store.cards.put = put;
    sync = newSync();
    sync.start();
    await clock.advance(second);
    assert.match(drawn.at(-1) ?? '', /\/card-1\?/);
    assert.equal(posts, 2);
  });

  it('takes an update refused again and again for a card that cannot be changed, and replaces it', async () => {
    store.places.set(channel.conversationId, channel);
    await poke(write({ version: 1 }));
    failures = Array(5).fill({ code: 'teams.unreachable', status: 403 });
    await poke(write({ version: 2 }), 60 * second);
    assert.equal(calls.filter((call) => call.startsWith('update')).length, 5);
    assert.equal(calls.at(-1), `post ${channel.conversationId} v2`);
  });

  it('replaces no card because Teams is disturbed, however long', async () => {
    store.places.set(channel.conversationId, channel);
    await poke(write({ version: 1 }));
    failures = Array.from({ length: 12 }, (_, index) => ({
      code: 'teams.service-error',
      status: [412, 429, 500, 502][index % 4] ?? 500,
    }));
    await poke(write({ version: 2 }), 3_600 * second);
    assert.equal(posts, 1);
    assert.equal(calls.at(-1), `update ${channel.conversationId} card-1 v2`);
    assert.partialDeepStrictEqual([...store.rows.values()], [{ failures: 0, shownVersion: 2 }]);
  });

  for (const code of ['teams.card.too-big', 'teams.card.malformed'] as const) {
    it(`shows a short form of a card that is ${code}, once, and the whole again when the outreach goes on`, async () => {
      store.places.set(channel.conversationId, channel);
      failures = [{ code }];
      await poke(write({ version: 1 }), 600 * second);
      assert.equal(calls.length, 2);
      assert.doesNotMatch(drawn[0] ?? '', /note-too-big/);
      assert.match(drawn[1] ?? '', /note-too-big/);
      await poke(write({ version: 2 }), second);
      assert.equal(calls.at(-1), `update ${channel.conversationId} card-1 v2`);
      assert.doesNotMatch(drawn.at(-1) ?? '', /note-too-big/);
    });

    it(`gives a card up whose short form is ${code}, too: not tried for a week`, async () => {
      store.places.set(channel.conversationId, channel);
      failures = [{ code }, { code }];
      sync.start();
      await poke(write({ version: 1 }), 600 * second);
      assert.equal(calls.length, 2);
      assert.partialDeepStrictEqual([...store.rows.values()], [{ activityId: null, lastError: code }]);
      await poke(write({ version: 2 }), second);
      assert.equal(calls.at(-1), `post ${channel.conversationId} v2`);
    });
  }

  it('shows the short form when there is room for it, without trying the whole again', async () => {
    store.places.set(adasChat.conversationId, adasChat);
    const own = { version: 1, mode: 'automatic' } as const;
    for (let index = 0; index < 4; index += 1) await poke(write({ ...own, id: `earlier-${index}` }));
    failures = [{ code: 'teams.card.too-big' }];
    await poke(write(own), 5 * second);
    assert.equal(calls.length, 6);
    assert.match(drawn.at(-1) ?? '', /note-too-big/);
  });

  it('says on the channel’s card that the agent cannot be told, and why, until they can', async () => {
    store.places.set(channel.conversationId, channel);
    store.places.set(adasChat.conversationId, adasChat);
    await poke(write({ version: 1 }));
    const approved = {
      state: 'approved',
      decidedBy: 'Sam',
      decidedAt: clock.now(),
      agentName: 'Ada',
    } as const;
    const before = calls.length;
    failTo = { conversationId: adasChat.conversationId, code: 'teams.bot.blocked-by-user' };
    await poke(write({ version: 2, ...approved }), 5 * second);
    assert.ok(calls.slice(before).some((call) => call.startsWith(`post ${adasChat.conversationId}`)));
    assert.match(drawn.at(-1) ?? '', /Ada does not see this card.*has blocked the bot.*unblock/);
    assert.equal(calls.at(-1), `update ${channel.conversationId} card-1 v2`);
    failTo = null;
    await store.references.put({ ...adasChat, toldAt: 1 });
    await poke(write({ version: 3, ...approved }), 5 * second);
    assert.doesNotMatch(drawn.at(-1) ?? '', /does not see/);
    assert.ok(calls.includes(`post ${adasChat.conversationId} v3`));
  });

  it('shows in the channel what an agent cannot be told, where nobody needs to approve', async () => {
    store.places.set(channel.conversationId, channel);
    store.places.set(adasChat.conversationId, adasChat);
    failTo = { conversationId: adasChat.conversationId, code: 'teams.bot.not-installed' };
    await poke(write({ version: 1, mode: 'automatic', agentName: 'Ada' }), 5 * second);
    assert.equal(calls.at(-1), `post ${channel.conversationId} v1`);
    assert.match(drawn.at(-1) ?? '', /Ada does not see this card.*not installed for that person/);
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
