import assert from 'node:assert/strict';
import { manualClock } from '../../support/manual-clock.ts';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';
import { type EngineGround, startEngine } from './engine-ground.ts';

const noon = Date.UTC(2026, 10, 21, 12);
const text = 'Hello, are you still there?';

describe('a message whose answer was lost, of the same words as one a moment before', () => {
  const store = storeOfEachTest();
  let ground: EngineGround;
  afterEach(() => ground.stop());

  it('does not take the other one for itself: the card would say sent of what never arrived', async () => {
    const clock = manualClock(noon);
    const participant = (id: string, at: number) => ({
      purpose: 'agent',
      messages: [{ messages: [{ messageId: id, messageTime: new Date(at).toISOString() }] }],
    });
    const there = [participant('first', noon - 30_000)];
    ground = await startEngine(store(), {
      clock,
      platformNow: clock.now,
      leftAt: noon - 600_000,
      answer: ({ path, body }) => {
        if (path === '/api/v2/conversations/{conversationId}')
          return { id: ground.session.conversationId, participants: there };
        if (!path.endsWith('/bulk') || !Array.isArray(body)) return undefined;
        return { entities: body.map((id) => ({ id, normalizedMessage: { text } })) };
      },
    });
    const { conversationId } = ground.session;
    await ground.insert({
      state: 'replied',
      text,
      attemptedAt: noon - 30_000,
      answer: { correlationId: null, status: 200, messageId: 'first', conversationId },
    });
    const lost = await ground.insert({ state: 'unknown', kind: 'follow-up', text, attemptedAt: noon });
    const row = async () => (await store().outreaches.get(lost.id)) ?? assert.fail();
    ground.engine.start();
    await clock.advance(10_000);
    assert.equal((await row()).state, 'unknown');
    there.push(participant('second', noon));
    await clock.advance(30_000);
    assert.deepEqual([(await row()).state, (await row()).answer?.messageId], ['sent', 'second']);
  });
});
