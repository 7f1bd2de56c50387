import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../../src/clock.ts';
import { createLedger } from '../../../../src/delivery/ledger.ts';
import { createAgentDirectory } from '../../../../src/journeys/agents/agent-directory.ts';
import type { FindCandidates } from '../../../../src/journeys/proposing/find-candidates.ts';
import { createPresenceToOutreach } from '../../../../src/journeys/proposing/presence-to-outreach.ts';
import { customerKey, type Session } from '../../../../src/sessions/session.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { exampleSession } from '../../../support/example-session.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { silentLog } from '../../../support/silent-log.ts';
import { storeOfEachTest } from '../../../support/store-of-each-test.ts';

describe('presence to outreach', () => {
  const store = storeOfEachTest();

  const member = { id: 'ada', name: 'Ada', email: null, presence: null, routingStatus: null };

  /** The journey in supervisor mode over these candidates, best first. */
  function journey(candidates: readonly Session[] | FindCandidates, clock: Clock = manualClock(1_000)) {
    const directory = createAgentDirectory();
    directory.replace([{ queue: { id: 'queue-support', name: 'Support' }, members: [member] }]);
    return createPresenceToOutreach({
      ledger: createLedger({ outreaches: store().outreaches, now: () => 1_000, changed: () => {} }),
      outreaches: store().outreaches,
      dispatcher: {
        dispatch: () => assert.fail('nothing leaves before somebody approves'),
        look: () => assert.fail('nothing is looked up before somebody approves'),
        start: () => {},
        wake: () => {},
        stop: async () => {},
      },
      directory,
      findCandidates:
        typeof candidates === 'function'
          ? candidates
          : async function* (_, isTaken = () => false) {
              for (const each of candidates) if (!isTaken(each)) yield each;
            },
      pauses: {
        holds: async () => false,
        get: async () => null,
        pause: async () => {},
        resume: async () => false,
      },
      policy: async () => ({ mode: 'supervisor', text: 'Hello', approvalMs: 60_000 }),
      wording: (text) => () => text,
      now: clock.now,
      after: clock.after,
      newId: randomUUID,
      log: silentLog,
    });
  }

  const asked = async () =>
    (await store().outreaches.inStates(['awaiting-approval'])).map(({ customerKey: key }) => key);

  it('passes on to the next customer when the best one has an open outreach', async () => {
    const [busy, next] = [exampleSession(), exampleSession()];
    const open = exampleOutreach({ customerKey: customerKey(busy), state: 'approved' });
    await store().outreaches.insert(open, [{ at: 1, who: 'test', why: 'test', from: null, to: 'approved' }]);
    await journey([busy, next]).onAvailable({ eventId: 'event', agentId: 'ada', at: 1 });
    assert.deepEqual(await asked(), [customerKey(next)]);

    // Seen again after a crash, when the first customer is free: one presence change reaches one customer.
    await store().outreaches.transition(
      { ...open },
      { state: 'held', reason: 'paused' },
      { at: 2, who: 'test', why: 'test' },
    );
    await journey([busy, next]).onAvailable({ eventId: 'event', agentId: 'ada', at: 1 });
    assert.deepEqual(await asked(), [customerKey(next)]);
  });

  it('writes once to a browser two people signed in at, though two agents are free at once', async () => {
    const one = exampleSession();
    const other = exampleSession({ channelId: one.channelId, guestId: one.guestId });
    const { onAvailable } = journey([one, other]);
    await Promise.all([
      onAvailable({ eventId: 'one', agentId: 'ada', at: 1 }),
      onAvailable({ eventId: 'other', agentId: 'ada', at: 1 }),
    ]);
    assert.equal((await asked()).length, 1);
  });

  it('gives one customer to the first of two agents who are free at once, and the other agent the next', async () => {
    const candidates = [exampleSession(), exampleSession()];
    const { onAvailable } = journey(candidates);
    await Promise.all([
      onAvailable({ eventId: 'one', agentId: 'ada', at: 1 }),
      onAvailable({ eventId: 'other', agentId: 'ada', at: 1 }),
    ]);
    assert.deepEqual((await asked()).toSorted(), candidates.map(customerKey).toSorted());
  });

  it('goes past an event whose question to the store is never answered', async () => {
    const next = exampleSession();
    const clock = manualClock(1_000);
    let questions = 0;
    const { onAvailable } = journey(async function* () {
      questions += 1;
      if (questions === 1) await new Promise(() => {});
      yield next;
    }, clock);
    void onAvailable({ eventId: 'one', agentId: 'ada', at: 1 });
    const other = onAvailable({ eventId: 'other', agentId: 'ada', at: 1 });
    await clock.advance(9_999);
    assert.deepEqual(await asked(), []);
    await clock.advance(1);
    await other;
    assert.deepEqual(await asked(), [customerKey(next)]);
    assert.equal(clock.pending(), 0);
  });

  it('keeps a customer an event went for from others for minutes, and no longer where the clock was put back', async () => {
    const customer = exampleSession();
    const open = exampleOutreach({ customerKey: customerKey(customer), state: 'approved' });
    await store().outreaches.insert(open, [{ at: 1, who: 'test', why: 'test', from: null, to: 'approved' }]);
    let now = 90_000_000;
    const { onAvailable } = journey([customer], { now: () => now, after: () => () => {} });
    await onAvailable({ eventId: 'one', agentId: 'ada', at: 1 });
    await store().outreaches.transition(
      open,
      { state: 'held', reason: 'paused' },
      { at: 2, who: 'test', why: 'test' },
    );
    now -= 299_999;
    await onAvailable({ eventId: 'two', agentId: 'ada', at: 1 });
    assert.deepEqual(await asked(), []);
    now -= 1;
    await onAvailable({ eventId: 'three', agentId: 'ada', at: 1 });
    assert.deepEqual(await asked(), [customerKey(customer)]);
  });

  it('goes on to the next customer when one that had to wait is held in the end, but not for what is about us', async () => {
    const next = exampleSession();
    const held = async (reason: string, eventId: string, createdAt = 900) => {
      const row = exampleOutreach({ agentId: 'ada', state: 'held', reason, eventId, createdAt });
      await store().outreaches.insert(row, [{ at: 1, who: 'test', why: 'test', from: null, to: 'held' }]);
      return row;
    };
    const { onHeld } = journey([next]);
    await onHeld(await held('agent-no-longer-available', 'one'));
    assert.deepEqual(await asked(), []);
    await onHeld(await held('session-expired', 'two', 1_000 - 5 * 60_000 - 1));
    assert.deepEqual(await asked(), []);
    await onHeld(await held('session-expired', 'three'));
    assert.deepEqual(await asked(), [customerKey(next)]);
    const [opened] = await store().outreaches.inStates(['awaiting-approval']);
    assert.equal(opened?.eventId, 'three#2');
  });

  it('goes on with the next customer when its event comes again after one was held back and the store failed', async () => {
    const [held, next] = [exampleSession(), exampleSession()];
    const keys = { customerKey: customerKey(held), guestKey: customerKey(held) };
    const row = exampleOutreach({
      ...keys,
      state: 'held',
      reason: 'session-expired',
      eventId: 'event',
      createdAt: 900,
    });
    await store().outreaches.insert(row, [{ at: 1, who: 'test', why: 'test', from: null, to: 'held' }]);
    const event = { eventId: 'event', agentId: 'ada', at: 1 };
    await journey([next]).onAvailable(event);
    assert.deepEqual(await asked(), [customerKey(next)]);
    await journey([exampleSession()]).onAvailable(event);
    assert.deepEqual(await asked(), [customerKey(next)]);
  });
});
