import assert from 'node:assert/strict';
import { afterTry } from '../../../../src/journeys/conversation-webhook/after-try.ts';
import { conversationEventsOf } from '../../../../src/journeys/conversation-webhook/conversation-event-of.ts';
import type { Posted } from '../../../../src/journeys/conversation-webhook/post-event.ts';
import { signBody } from '../../../../src/journeys/conversation-webhook/sign-body.ts';
import { nextWaitMs, timetable } from '../../../../src/journeys/conversation-webhook/timetable.ts';
import { exampleSession } from '../../../support/example-session.ts';
import { signatureHolds } from '../../../support/webhook-receiver.ts';

const noticing = { since: 500, kinds: ['started', 'ended'] as const, platformNow: 3_000, now: 9_000 };

function example(attempts: number) {
  const [event] = conversationEventsOf(exampleSession(), noticing);
  assert.ok(event);
  return { ...event, attempts };
}

describe('what becomes of a conversation event after a try', () => {
  for (const [what, posted, code] of [
    ['a 500', { status: 500, retryAfterMs: null }, 'webhook.refused'],
    ['a 400', { status: 400, retryAfterMs: null }, 'webhook.refused'],
    ['a 307', { status: 307, retryAfterMs: null }, 'webhook.redirected'],
    ['a 429', { status: 429, retryAfterMs: null }, 'webhook.throttled'],
    ['no connection', { why: 'unreachable' }, 'webhook.unreachable'],
    ['no answer in time', { why: 'timed-out' }, 'webhook.timed-out'],
  ] as const satisfies readonly (readonly [string, Posted, string])[]) {
    it(`goes again by the timetable after ${what}, and is a dead letter after the last try`, () => {
      const goneThrough: (number | string | undefined)[] = [];
      for (let attempts = 1; attempts <= timetable.length + 1; attempts += 1) {
        const { patch } = afterTry(example(attempts), posted, 10_000);
        assert.equal(patch.lastError, code);
        assert.equal(patch.claimedUntil, null);
        goneThrough.push(patch.state ?? (patch.nextTryAt ?? 0) - 10_000);
      }
      assert.deepEqual(goneThrough, [10_000, 60_000, 300_000, 1_800_000, 7_200_000, 28_800_000, 'dead']);
      assert.equal(nextWaitMs(timetable.length + 1), null);
    });
  }

  it('is done after any 2xx, and stopped after a 410', () => {
    for (const status of [200, 201, 202, 204, 299])
      assert.equal(afterTry(example(3), { status, retryAfterMs: null }, 10).patch.state, 'done');
    const { patch } = afterTry(example(1), { status: 410, retryAfterMs: null }, 10);
    assert.deepEqual([patch.state, patch.lastError], ['stopped', 'webhook.gone']);
  });

  it('waits as long as the receiver asks where that is longer, and holds the line for a 429 or 503', () => {
    const long = afterTry(example(1), { status: 503, retryAfterMs: 120_000 }, 10);
    assert.deepEqual([long.patch.nextTryAt, long.holdMs], [120_010, 120_000]);
    const short = afterTry(example(2), { status: 429, retryAfterMs: 5_000 }, 10);
    assert.deepEqual([short.patch.nextTryAt, short.holdMs], [60_010, 5_000]);
    assert.equal(afterTry(example(1), { status: 500, retryAfterMs: 120_000 }, 10).holdMs, 0);
  });

  it('goes at once, and not as a failure, when the process stopped in the middle of a try', () => {
    const { patch } = afterTry(example(7), 'cut', 10);
    assert.deepEqual(patch, { claimedUntil: null, nextTryAt: 10 });
  });
});

describe('what is to be told of a conversation', () => {
  it('is the same however often it is seen, and nothing of before anybody wanted to be told', () => {
    const session = exampleSession();
    assert.deepEqual(conversationEventsOf(session, noticing), conversationEventsOf(session, noticing));
    assert.deepEqual(
      conversationEventsOf(session, noticing).map(({ kind, at }) => [kind, at]),
      [
        ['started', 1_000],
        ['ended', 2_000],
      ],
    );
    assert.deepEqual(
      conversationEventsOf(session, { ...noticing, since: 1_500 }).map(({ kind }) => kind),
      ['ended'],
    );
    assert.deepEqual(
      conversationEventsOf({ ...session, endedAt: null }, { ...noticing, kinds: ['ended'] }),
      [],
    );
  });

  it('is nothing of more than a week ago, when what was told may be forgotten soon', () => {
    const week = 7 * 24 * 60 * 60_000;
    assert.equal(
      conversationEventsOf(exampleSession(), { ...noticing, platformNow: week + 2_001 }).length,
      0,
    );
  });

  it('waits a moment for who it is at the start, not at the end', () => {
    const unknown = exampleSession({ externalContactId: null });
    assert.deepEqual(
      conversationEventsOf(unknown, noticing).map(({ nextTryAt }) => nextTryAt),
      [12_000, 9_000],
    );
  });

  it('has neither names nor words in it', () => {
    const [{ body } = { body: '' }] = conversationEventsOf(exampleSession(), noticing);
    assert.doesNotMatch(body, /Grace|Hopper/);
  });
});

describe('the signature', () => {
  it('holds with each secret in use, for these bytes and this time alone', () => {
    const header = signBody('{"a":1}', ['old secret', 'new secret'], 1_700_000_000);
    assert.match(header, /^t=1700000000,v1=[0-9a-f]{64},v1=[0-9a-f]{64}$/);
    assert.ok(signatureHolds(header, '{"a":1}', 'old secret'));
    assert.ok(signatureHolds(header, '{"a":1}', 'new secret'));
    assert.ok(!signatureHolds(header, '{"a":2}', 'new secret'));
    assert.ok(!signatureHolds(header.replace('t=17', 't=18'), '{"a":1}', 'new secret'));
    assert.ok(!signatureHolds(header, '{"a":1}', 'another secret'));
  });
});
