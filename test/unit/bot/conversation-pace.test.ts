import assert from 'node:assert/strict';
import { type ConversationPace, createConversationPace } from '../../../bot/conversation-pace.ts';
import { type ManualClock, manualClock } from '../../support/manual-clock.ts';

describe('the pace of a conversation', () => {
  let clock: ManualClock;
  let pace: ConversationPace;
  let stopping: AbortController;
  /** What each turn asked for got: `now`, or how many milliseconds away it is. */
  let turns: ('now' | number)[];

  beforeEach(() => {
    clock = manualClock();
    pace = createConversationPace(clock);
    stopping = new AbortController();
    turns = [];
  });

  const ask = (conversationId = '19:a') =>
    void pace.turn(conversationId, stopping.signal).then((turn) => turns.push(turn));

  it('is at most seven calls a second', async () => {
    for (let call = 0; call < 7; call += 1) ask();
    await clock.advance(0);
    assert.equal(turns.length, 1);
    await clock.advance(149);
    assert.equal(turns.length, 1);
    await clock.advance(1);
    assert.equal(turns.length, 2);
    await clock.advance(1_000);
    assert.deepEqual(turns, Array(7).fill('now'));
  });

  it('tells whoever would wait long how long, and keeps no place for them', async () => {
    for (let call = 0; call < 9; call += 1) ask();
    await clock.advance(0);
    assert.deepEqual(turns, ['now', 1_050, 1_050]);
  });

  it('is each conversation’s own', async () => {
    ask('19:a');
    ask('19:b');
    await clock.advance(0);
    assert.deepEqual(turns, ['now', 'now']);
  });

  it('rests for as long as was asked, and no shorter for a later, shorter wish', async () => {
    pace.rest('19:a', 5_000);
    pace.rest('19:a', 100);
    ask();
    await clock.advance(4_500);
    ask();
    await clock.advance(500);
    assert.deepEqual(turns, [5_000, 'now']);
  });

  it('is not kept once it is cut', async () => {
    ask();
    ask();
    await clock.advance(0);
    stopping.abort();
    await clock.advance(0);
    assert.deepEqual(turns, ['now', 'now']);
    assert.equal(clock.pending(), 0);
  });
});
