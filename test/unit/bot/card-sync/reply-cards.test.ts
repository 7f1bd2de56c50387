import assert from 'node:assert/strict';
import type { DrawReply } from '../../../../bot/card-sync/draw-reply.ts';
import { createReplyCards, type ReplyCards } from '../../../../bot/card-sync/reply-cards.ts';
import type { ErrorCode } from '../../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { Store } from '../../../../src/store/store.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { examplePersonalReference } from '../../../support/example-reference.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { memoryCardStore } from '../../../support/memory-card-store.ts';
import { silentLog } from '../../../support/silent-log.ts';

const outreach = exampleOutreach({ state: 'replied', version: 5 });
const chat = examplePersonalReference('ada@northwind.example');

describe('the cards of what customers answered', () => {
  let clock: ReturnType<typeof manualClock>;
  let store: ReturnType<typeof memoryCardStore>;
  let calls: string[];
  let refusals: ReachbackError[];
  let unreadable: ErrorCode | null;
  let unread: boolean[];
  let whose: string | null;
  let cards: ReplyCards;
  /** Until then Teams answers no post. */
  let answered: Promise<void>;

  beforeEach(() => {
    clock = manualClock();
    store = memoryCardStore();
    store.ledger.set(outreach.id, { ...outreach, updatedAt: clock.now() });
    store.places.set(chat.conversationId, chat);
    calls = [];
    refusals = [];
    unreadable = null;
    unread = [];
    whose = outreach.agentId;
    answered = Promise.resolve();
    cards = start();
  });
  afterEach(() => cards.stop());

  function start(engine: Store['engine'] = 'sqlite'): ReplyCards {
    const act = (what: string): void => {
      calls.push(what);
      const refusal = refusals.shift();
      if (refusal !== undefined) throw refusal;
    };
    const draw: DrawReply = async ({ version }, { mayBeUnread }) => {
      unread.push(mayBeUnread);
      if (unreadable !== null && !mayBeUnread) throw new ReachbackError(unreadable);
      const card = { ...blank, fallbackText: `version ${version}` };
      const sent = [...store.replies.sent.values()];
      return { card, summary: 's', version: sent.reduce((sum, reply) => sum + reply.version, version) };
    };
    return createReplyCards({
      store: { ...store, engine },
      teams: {
        post: async () => {
          act('post');
          await answered;
          return { activityId: 'card' };
        },
        update: async (_place, activityId) => act(`update ${activityId}`),
      },
      people: { agentIdsIn: async (places) => places.map(() => whose) },
      draw,
      languages: { of: async () => ({ locale: 'en', because: 'standard' }) },
      clock,
      log: silentLog,
      random: () => 0.5,
    });
  }

  const refused = (code: ErrorCode, facts = {}) => new ReachbackError(code, { facts });
  const row = () => store.replies.cards.get(outreach.id);

  it('are posted once, however often the answer is told', async () => {
    for (const ms of [100, 500, 5_000]) {
      cards.poke(outreach.id);
      await clock.advance(ms);
    }
    assert.deepEqual(calls, ['post']);
    assert.equal(row()?.activityId, 'card');
    await cards.stop();
    cards = start();
    cards.poke(outreach.id);
    await clock.advance(1_000);
    assert.deepEqual(calls, ['post'], 'nor after a restart');
  });

  it('are posted by one of two instances, whose turn it is until Teams has answered', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    answered = promise;
    const both = [start('postgres'), start('postgres')];
    for (const each of both) each.poke(outreach.id);
    await clock.advance(5_000);
    resolve();
    await clock.advance(5_000);
    assert.deepEqual(calls, ['post']);
    store.ledger.set(outreach.id, { ...outreach, updatedAt: clock.now(), version: 6 });
    for (const each of both) each.poke(outreach.id);
    await clock.advance(5_000);
    assert.deepEqual(calls, ['post', 'update card']);
    await Promise.all(both.map((each) => each.stop()));
  });

  it('are for customers who answered, in the chat of the agent, and wait for one', async () => {
    store.ledger.set(outreach.id, { ...outreach, state: 'delivered' });
    cards.poke(outreach.id);
    await clock.advance(1_000);
    store.ledger.set(outreach.id, outreach);
    store.places.set(chat.conversationId, { ...chat, installed: false });
    cards.poke(outreach.id);
    await clock.advance(1_000);
    assert.deepEqual(calls, []);
    assert.equal(row(), undefined);
  });

  it('are posted again after a refusal, ever later, and not before Teams asks', async () => {
    refusals = [refused('teams.unreachable'), refused('teams.throttled', { retryAfterMs: 20_000 })];
    cards.poke(outreach.id);
    await clock.advance(2_000);
    assert.deepEqual(calls, ['post', 'post']);
    await clock.advance(19_000);
    assert.equal(calls.length, 2);
    await clock.advance(10_000);
    assert.deepEqual(calls, ['post', 'post', 'post']);
    assert.equal(row()?.failures, 0);
  });

  it('are brought up to date in place, with every reply and what became of it', async () => {
    cards.poke(outreach.id);
    await clock.advance(1_000);
    store.ledger.set(outreach.id, { ...outreach, updatedAt: clock.now(), reason: 'opted-out', version: 6 });
    cards.poke(outreach.id);
    await clock.advance(1_000);
    assert.deepEqual(calls, ['post', 'update card']);
  });

  it('show nothing more to who is no longer taken for the agent, and go on when they are again', async () => {
    cards.poke(outreach.id);
    await clock.advance(1_000);
    whose = null;
    const readings = unread.length;
    store.ledger.set(outreach.id, { ...outreach, updatedAt: clock.now(), version: 6 });
    cards.poke(outreach.id);
    await clock.advance(20_000);
    assert.deepEqual([calls, unread.length], [['post'], readings]);
    whose = outreach.agentId;
    cards.poke(outreach.id);
    await clock.advance(1_000);
    assert.deepEqual(calls, ['post', 'update card']);
  });

  it('offer something else once their agent has signed in or out', async () => {
    cards.poke(outreach.id);
    await clock.advance(1_000);
    refusals = [refused('teams.unreachable')];
    cards.redrawOf(outreach.agentId);
    await clock.advance(10_000);
    assert.deepEqual(calls, ['post', 'update card', 'update card']);
  });

  it('are not forced upon who deleted them, nor upon a chat that is closed', async () => {
    cards.poke(outreach.id);
    await clock.advance(1_000);
    refusals = [refused('teams.card-gone')];
    cards.redrawOf(outreach.agentId);
    await clock.advance(60_000);
    assert.deepEqual(calls, ['post', 'update card']);
    store.replies.cards.clear();
    refusals = [refused('teams.bot-removed')];
    cards.poke(outreach.id);
    await clock.advance(60_000);
    assert.deepEqual(calls.slice(2), ['post']);
    assert.equal(store.places.get(chat.conversationId)?.refusedWith, 'teams.bot-removed');
  });

  it('come without the words only when these could not be read again and again', async () => {
    unreadable = 'genesys.server-error';
    cards.poke(outreach.id);
    await clock.advance(30_000);
    assert.deepEqual(unread, [false, false, false, true]);
    assert.deepEqual(calls, ['post']);
  });

  it('are shown in short where Teams does not take the whole', async () => {
    refusals = [refused('teams.card.too-big')];
    cards.poke(outreach.id);
    await clock.advance(1_000);
    assert.deepEqual(calls, ['post', 'post']);
    assert.equal(row()?.activityId, 'card');
  });
});

const blank = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: 'en',
  fallbackText: '',
  speak: '',
  body: [],
} as const;
