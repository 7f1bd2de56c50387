import assert from 'node:assert/strict';
import { type CardSync, createCardSync } from '../../../../bot/card-sync/card-sync.ts';
import { noticeCard } from '../../../../bot/cards/notice-card.ts';
import type { ErrorCode } from '../../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';
import type { Store } from '../../../../src/store/store.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { exampleReference } from '../../../support/example-reference.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { memoryCardStore } from '../../../support/memory-card-store.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const second = 1_000;
const channel = exampleReference();

describe('cards that several proposals share', () => {
  let store: ReturnType<typeof memoryCardStore>;
  let clock: ManualClock;
  let sync: CardSync;
  /** `post burst a2 b2`, `update card-1 a3`, in the order Teams got them. */
  let calls: string[];
  let failures: ErrorCode[];
  /** Until then Teams answers no post. */
  let answered: Promise<void>;

  async function teamsTakes(call: string): Promise<void> {
    calls.push(call);
    const code = failures.shift();
    if (code !== undefined) throw new ReachbackError(code);
  }

  function newSync(engine: Store['engine'] = 'sqlite'): CardSync {
    let posts = 0;
    const card = noticeCard({ title: 'Card', lines: [], tone: 'plain' }, 'en');
    return createCardSync({
      store: { ...store, engine },
      teams: {
        async post(_place, _card, summary) {
          await teamsTakes(`post ${summary}`);
          await answered;
          posts += 1;
          return { activityId: `card-${posts}` };
        },
        update: (_place, activityId, _card, summary) => teamsTakes(`update ${activityId} ${summary}`),
      },
      people: { agentIdsIn: async (chats) => chats.map(() => null) },
      view: ({ id, version }) => ({ card, summary: `${id}${version}` }),
      movedView: ({ id, version }) => ({ card, summary: `moved ${id}${version}` }),
      burstView: (_burstId, members) => ({
        card,
        summary: `burst ${members.map(({ outreach }) => `${outreach.id}${outreach.version}`).join(' ')}`,
      }),
      languages: { of: async () => ({ locale: 'en', because: 'standard' }) },
      clock,
      log: recordingLog().log,
      random: () => 0.5,
    });
  }

  function write(id: string, changes: Partial<Outreach> = {}): void {
    const known = store.ledger.get(id) ?? exampleOutreach({ id, mode: 'supervisor', version: 1 });
    const version = known.version + 1;
    const waits = { state: 'awaiting-approval', updatedAt: clock.now(), version } as const;
    store.ledger.set(id, { ...known, ...waits, ...changes });
    sync.poke(id);
  }

  beforeEach(() => {
    store = memoryCardStore();
    store.places.set(channel.conversationId, channel);
    clock = manualClock();
    calls = [];
    failures = [];
    answered = Promise.resolve();
    sync = newSync();
  });
  afterEach(() => sync.stop());

  async function pass(ms = second): Promise<void> {
    await clock.advance(ms);
    await clock.advance(0);
  }

  it('are not made of two', async () => {
    write('a');
    write('b');
    await pass();
    assert.deepEqual(calls.toSorted(), ['post a2', 'post b2']);
  });

  it('are made of three that come at a time', async () => {
    for (const id of ['a', 'b', 'c']) write(id);
    await pass();
    assert.deepEqual(calls, ['post burst a2 b2 c2']);
  });

  it('take the third that waits, and those after it, while the first two keep their cards', async () => {
    for (const id of ['a', 'b', 'c', 'd']) {
      write(id);
      await pass();
    }
    assert.deepEqual(calls, ['post a2', 'post b2', 'post burst c2', 'update card-3 burst c2 d2']);
  });

  it('follow their members in place, and end with the last of them', async () => {
    for (const id of ['a', 'b', 'c']) write(id);
    await pass();
    write('b', { state: 'declined' });
    await pass();
    for (const id of ['a', 'c']) write(id, { state: 'expired' });
    await pass();
    assert.deepEqual(calls, [
      'post burst a2 b2 c2',
      'update card-1 burst a2 b3 c2',
      'update card-1 burst a3 b3 c3',
    ]);
    for (const id of ['d', 'e', 'f']) write(id);
    await pass();
    assert.equal(calls.at(-1), 'post burst d2 e2 f2');
    sync.start();
    await pass(60 * second);
    assert.equal(calls.length, 4, 'and nothing is left to catch up with');
  });

  it('begin anew where one is full', async () => {
    const ids = Array.from({ length: 15 }, (_, index) => `o${index}-`);
    for (const id of ids) write(id);
    await pass(10 * second);
    const members = calls.map((call) => call.split('-').length - 1);
    assert.deepEqual([calls.length, members.toSorted()], [2, [12, 3]]);
  });

  it('go on showing one that was asked a card of its own, beside it', async () => {
    for (const id of ['a', 'b', 'c']) write(id);
    await pass();
    await store.bursts.giveOwnCard('b', channel.conversationId);
    sync.poke('b');
    await pass();
    assert.equal(calls.at(-1), 'post b2');
    write('b', { state: 'approved', decidedAt: clock.now(), decidedBy: 'Sam' });
    await pass();
    assert.deepEqual(calls.slice(2).toSorted(), ['update card-1 burst a2 b3 c2', 'update card-2 b3']);
  });

  it('show that one is put off, and post it by itself when it is asked again', async () => {
    for (const id of ['a', 'b', 'c']) write(id);
    await pass();
    write('b', { snoozedUntil: clock.now() + 900 * second, snoozedBy: 'Sam' });
    await pass();
    assert.equal(calls.at(-1), 'update card-1 burst a2 b3 c2');
    write('b', { snoozedUntil: null, backAtVersion: 4 });
    await pass();
    assert.deepEqual(calls.slice(2).toSorted(), ['post b4', 'update card-1 burst a2 b4 c2']);
  });

  it('are caught up with after a restart, also half-way through the first post', async () => {
    failures = ['teams.unreachable'];
    for (const id of ['a', 'b', 'c']) write(id);
    await clock.advance(200);
    await sync.stop();
    assert.deepEqual(calls, ['post burst a2 b2 c2']);
    sync = newSync();
    write('c', { state: 'declined' });
    sync.start();
    await pass(20 * second);
    assert.deepEqual(calls.slice(1), ['post burst a2 b2 c3']);
  });

  it('wait for nobody after a process that had the store to itself died in the first post', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    answered = promise;
    for (const id of ['a', 'b', 'c']) write(id);
    await clock.advance(200);
    assert.deepEqual(calls, ['post burst a2 b2 c2']);
    answered = Promise.resolve();
    const next = newSync();
    next.start();
    await pass(2 * second);
    assert.deepEqual(calls.slice(1), ['post burst a2 b2 c2']);
    await next.stop();
    resolve();
  });

  it('leave one to the card of its own that was pressed, though nobody was told the id of that', async () => {
    for (const id of ['a', 'b', 'c']) write(id);
    await pass();
    assert.deepEqual(calls, ['post burst a2 b2 c2']);
    // What the burst's own card is pressed for changes nothing.
    sync.freeze('a', channel.conversationId, 'card-1').thaw(true);
    write('a', { state: 'approved' });
    sync.freeze('b', channel.conversationId, 'lost').thaw(true);
    write('b', { state: 'approved' });
    await pass(5 * second);
    assert.deepEqual(calls.slice(1).toSorted(), ['update card-1 burst a3 b3 c2', 'update lost b3']);
    write('b', { state: 'replied' });
    await pass(5 * second);
    assert.ok(calls.includes('update lost b4'));
  });

  it('are posted by one of two instances, and brought up to date by either', async () => {
    await sync.stop();
    sync = newSync('postgres');
    const other = newSync('postgres');
    const { promise, resolve } = Promise.withResolvers<void>();
    answered = promise;
    for (const id of ['a', 'b', 'c']) {
      write(id);
      other.poke(id);
    }
    await pass(5 * second);
    assert.deepEqual(calls, ['post burst a2 b2 c2']);
    resolve();
    await pass(5 * second);
    write('a', { state: 'declined' });
    other.poke('a');
    await pass(5 * second);
    assert.match(calls[1] ?? '', /^update card-1 burst a3 b2 c2$/);
    await other.stop();
  });

  it('are tried again, ever more slowly, and posted anew where somebody deleted one', async () => {
    failures = ['teams.service-error', 'teams.service-error'];
    for (const id of ['a', 'b', 'c']) write(id);
    await pass(20 * second);
    assert.deepEqual(calls, Array(3).fill('post burst a2 b2 c2'));
    failures = ['teams.card-gone'];
    write('a', { state: 'declined' });
    await pass();
    assert.deepEqual(calls.slice(3), ['update card-1 burst a3 b2 c2', 'post burst a3 b2 c2']);
  });

  it('give way to a card for each where Teams does not take them', async () => {
    failures = ['teams.card.too-big'];
    for (const id of ['a', 'b', 'c']) write(id);
    await pass(5 * second);
    assert.deepEqual(calls.toSorted(), ['post a2', 'post b2', 'post burst a2 b2 c2', 'post c2']);
  });

  it('are left alone where the bot was removed', async () => {
    failures = ['teams.bot-removed'];
    for (const id of ['a', 'b', 'c']) write(id);
    await pass(60 * second);
    assert.deepEqual(calls, ['post burst a2 b2 c2']);
  });

  it('are no matter for a card that was put off: it moves to a new post, and says so where it stood', async () => {
    write('a');
    await pass();
    write('a', { snoozedUntil: clock.now() + 900 * second, snoozedBy: 'Sam' });
    await pass();
    write('a', { snoozedUntil: null, backAtVersion: 4 });
    await pass();
    write('a', { state: 'declined', backAtVersion: 4 });
    await pass();
    assert.deepEqual(calls, [
      'post a2',
      'update card-1 a3',
      'update card-1 moved a4',
      'post a4',
      'update card-2 a5',
    ]);
  });

  it('do not keep a card that was put off from its new post, where the old one cannot be changed', async () => {
    write('a');
    await pass();
    failures = ['teams.card-gone'];
    write('a', { backAtVersion: 3 });
    await pass();
    assert.deepEqual(calls, ['post a2', 'update card-1 moved a3', 'post a3']);
  });
});
