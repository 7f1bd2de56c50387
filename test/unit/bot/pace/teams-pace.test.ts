import { deepEqual, equal, ok } from 'node:assert/strict';
import { createTeamsPace, type TeamsCall, type TeamsPace } from '../../../../bot/pace/teams-pace.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';

const second = 1_000;

describe('the pace of calls to Teams', () => {
  let clock: ManualClock;
  let pace: TeamsPace;
  /** When each call was made, milliseconds from the start. */
  let made: number[];
  let start: number;

  beforeEach(() => {
    clock = manualClock();
    start = clock.now();
    pace = createTeamsPace(clock, () => 0.5);
    made = [];
  });

  const call = (part: Partial<TeamsCall> = {}): TeamsCall => ({
    conversationId: '19:a',
    tenantId: 'tenant-1',
    kind: 'send',
    urgency: 'upkeep',
    ...part,
  });

  /** Calls, coming back whenever told to, until the call is made. */
  async function insist(part: Partial<TeamsCall> = {}): Promise<void> {
    const turn = await pace.turn(call(part));
    if (turn === 'now') made.push(clock.now() - start);
    else clock.after(turn, () => void insist(part));
  }

  it('never goes over a limit of a conversation, and uses what there is', async () => {
    for (let index = 0; index < 100; index += 1) void insist();
    await clock.advance(60 * second);
    equal(made.length, 96);
    const most: readonly (readonly [calls: number, ms: number])[] = [
      [5, second],
      [6, 2 * second],
      [48, 30 * second],
    ];
    for (const [calls, ms] of most)
      for (const end of made)
        ok(made.filter((at) => at > end - ms && at <= end).length <= calls, `${calls} in ${ms} ms`);
  });

  it('has each of a burst come back at a moment of its own', async () => {
    const turns = [];
    for (let index = 0; index < 12; index += 1) turns.push(await pace.turn(call()));
    const later = turns.filter((turn) => typeof turn === 'number');
    equal(later.length, 7);
    ok(new Set(later).size > 3, `${later}`);
    deepEqual(
      later,
      later.toSorted((one, other) => one - other),
    );
  });

  it('keeps one call in five for people who wait', async () => {
    for (let index = 0; index < 20; index += 1) void insist();
    await clock.advance(0);
    equal(made.length, 5);
    equal(await pace.turn(call({ urgency: 'answer' })), 'now');
    equal(await pace.turn(call({ urgency: 'answer' })), 'now');
  });

  it('lets an answer wait a moment for room, and tells it at once when that is far', async () => {
    for (let index = 0; index < 7; index += 1) await pace.turn(call({ urgency: 'answer' }));
    const soon = pace.turn(call({ urgency: 'answer' }));
    await clock.advance(1_100);
    equal(await soon, 'now');
    pace.throttled('19:a', 20 * second);
    equal(await pace.turn(call({ urgency: 'answer' })), 20 * second);
  });

  it('counts the kinds of calls and the conversations apart, and the tenant’s all together', async () => {
    for (let index = 0; index < 5; index += 1) await pace.turn(call());
    equal(await pace.turn(call({ kind: 'create' })), 'now');
    equal(await pace.turn(call({ kind: 'members' })), 'now');
    equal(await pace.turn(call({ conversationId: '19:b' })), 'now');
    const turns = [];
    for (let index = 0; index < 60; index += 1)
      turns.push(await pace.turn(call({ conversationId: `a:${index}` })));
    equal(turns.filter((turn) => turn === 'now').length, 40 - 8);
    equal(await pace.turn(call({ conversationId: 'a:else', tenantId: 'tenant-2' })), 'now');
    equal(await pace.turn(call({ conversationId: 'a:else', urgency: 'answer' })), 'now');
  });

  it('rests for as long as Teams asked, and no shorter for a later, shorter wish', async () => {
    pace.throttled('19:a', 5 * second);
    pace.throttled('19:a', second);
    equal(await pace.turn(call()), 5 * second);
    equal(await pace.turn(call({ conversationId: '19:b' })), 'now');
    await clock.advance(5 * second);
    equal(await pace.turn(call()), 'now');
  });

  it('rests longer each time when Teams does not say how long, until it takes a call again', async () => {
    const rests = [];
    for (let time = 0; time < 3; time += 1) {
      pace.throttled('19:a', null);
      const turn = await pace.turn(call());
      rests.push(turn);
      await clock.advance(Number(turn));
    }
    deepEqual(rests, [750, 1_500, 3_000]);
    pace.taken('19:a');
    pace.throttled('19:a', null);
    equal(await pace.turn(call()), 750);
  });

  it('holds nobody who is cut off', async () => {
    const cut = new AbortController();
    for (let index = 0; index < 7; index += 1) await pace.turn(call({ urgency: 'answer' }));
    const waiting = pace.turn(call({ urgency: 'answer' }), cut.signal);
    cut.abort();
    equal(await waiting, 'now');
    equal(clock.pending(), 0);
  });
});
