import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { PlatformCall } from '../../../../src/genesys/platform-call.ts';
import {
  createSettleReplies,
  type RepliesUnderWay,
} from '../../../../src/journeys/replying/settle-replies.ts';
import type { AgentReply } from '../../../../src/store/shapes/reply-table.ts';
import { memoryReplies } from '../../../support/memory-replies.ts';
import { silentLog } from '../../../support/silent-log.ts';

const start = Date.UTC(2026, 10, 21, 14);

function ground(abandonedAfterMs = 0) {
  let now = start;
  let down = false;
  let looks = 0;
  /** By id: text, and when it was written. */
  const there = new Map<string, readonly [string, number]>();
  const call: PlatformCall = async ({ path, body, answer }) => {
    if (down) throw new ReachbackError('genesys.server-error');
    if (path.endsWith('/bulk')) {
      const ids: readonly unknown[] = Array.isArray(body) ? body : [];
      const entities = ids.map((id) => ({
        id,
        normalizedMessage: { text: there.get(String(id))?.[0] },
      }));
      return { body: answer.parse({ entities }), status: 200, correlationId: null };
    }
    looks += 1;
    const messages = [...there].map(([messageId, [, at]]) => ({
      messageId,
      messageTime: new Date(at).toISOString(),
    }));
    const participants = [{ purpose: 'agent', userId: 'ada', messages: [{ id: 'leg', messages }] }];
    return { body: answer.parse({ id: 'c', participants }), status: 200, correlationId: null };
  };
  const replies = memoryReplies();
  const underWay: RepliesUnderWay = new Map();
  const changed: string[] = [];
  const settle = createSettleReplies({
    replies,
    call,
    underWay,
    abandonedAfterMs,
    changed: (outreachId) => changed.push(outreachId),
    now: () => now,
    log: silentLog,
  });
  return {
    replies,
    underWay,
    there,
    changed,
    looks: () => looks,
    async left(part: Partial<AgentReply> = {}) {
      await replies.add({
        eventId: 'press',
        outreachId: 'o',
        conversationId: 'c',
        agentId: 'ada',
        text: 'Of course.',
        state: 'unknown',
        code: 'genesys.no-answer',
        messageId: null,
        attemptedAt: start,
        version: 1,
        ...part,
      });
    },
    async later(ms: number) {
      now = start + ms;
      await settle();
      return replies.ofEvent('press');
    },
    down(is: boolean) {
      down = is;
    },
  };
}

describe('a reply whose end is not known', () => {
  it('is found in the conversation, and called sent', async () => {
    const { left, later, there, changed, underWay } = ground();
    await left();
    assert.equal((await later(500))?.state, 'unknown');
    there.set('m', ['Of course.', start + 100]);
    const found = await later(1_000);
    assert.deepEqual([found?.state, found?.messageId, found?.code], ['sent', 'm', null]);
    assert.deepEqual(changed, ['o']);
    assert.equal(underWay.size, 0);
  });

  it('is not taken for the same words written before, or for another reply', async () => {
    const { left, later, there, underWay, replies } = ground();
    await replies.add({
      eventId: 'earlier',
      outreachId: 'o',
      conversationId: 'c',
      agentId: 'ada',
      text: 'Of course.',
      state: 'sent',
      code: null,
      messageId: 'theirs',
      attemptedAt: start - 1_000,
      version: 2,
    });
    underWay.set('press', { inHand: false, before: new Set(['known']) });
    there.set('long-ago', ['Of course.', start - 60_000]);
    there.set('known', ['Of course.', start - 500]);
    there.set('theirs', ['Of course.', start]);
    await left();
    assert.equal((await later(1_000))?.state, 'unknown');
  });

  it('is looked for four times in 40 s, then called missing, and never looked for again', async () => {
    const { left, later, looks } = ground();
    await left();
    for (const ms of [1_000, 2_000, 5_000, 15_000]) assert.equal((await later(ms))?.state, 'unknown');
    assert.equal(looks(), 3);
    const missing = await later(40_000);
    assert.deepEqual([missing?.state, missing?.code], ['missing', 'reply.not-there']);
    await later(100_000);
    assert.equal(looks(), 4);
  });

  it('is not called missing while nobody can look', async () => {
    const { left, later, down, there } = ground();
    await left();
    down(true);
    for (const ms of [1_000, 60_000, 600_000]) assert.equal((await later(ms))?.state, 'unknown');
    down(false);
    there.set('m', ['Of course.', start]);
    assert.equal((await later(606_000))?.state, 'sent');
  });

  it('of an earlier life of the process is not known first, then looked for', async () => {
    const { left, later, there } = ground();
    await left({ state: 'sending', code: null });
    const first = await later(100);
    assert.deepEqual([first?.state, first?.code], ['unknown', 'reply.unknown']);
    there.set('m', ['Of course.', start]);
    assert.equal((await later(1_000))?.state, 'sent');
  });

  it('is left alone while it is being sent, here or by another instance', async () => {
    const { left, later, underWay } = ground(30_000);
    await left({ state: 'sending', code: null });
    assert.equal((await later(29_000))?.state, 'sending');
    underWay.set('press', { inHand: true, before: new Set() });
    assert.equal((await later(31_000))?.state, 'sending');
    underWay.clear();
    assert.equal((await later(31_000))?.state, 'unknown');
  });
});
