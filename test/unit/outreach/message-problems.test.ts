import assert from 'node:assert/strict';
import { buildMessage } from '../../../src/outreach/build-message.ts';
import { messageProblems } from '../../../src/outreach/message-problems.ts';

const session = {
  channelId: '11111111-1111-4111-8111-111111111111',
  guestId: '22222222-2222-4222-8222-222222222222',
  agentId: '33333333-3333-4333-8333-333333333333',
};

describe('messageProblems', () => {
  it('finds nothing in a message built from its own session', () => {
    const message = buildMessage({ ...session, text: 'Hello' });
    assert.deepEqual(message, {
      type: 'proactive',
      channelId: session.channelId,
      to: { type: 'web', id: session.guestId },
      from: { type: 'agent', id: session.agentId },
      body: { contentType: 'text/plain', content: 'Hello' },
    });
    assert.deepEqual(messageProblems(message, session), []);
  });

  it('names every field at once that does not fit the session', () => {
    const other = buildMessage({ channelId: 'webshop', guestId: '', agentId: 'ada', text: '  ' });
    assert.deepEqual(messageProblems(other, session), ['channelId', 'to.id', 'from.id', 'body.content']);
  });

  it('takes 2,000 characters and not one more', () => {
    const problems = (length: number) =>
      messageProblems(buildMessage({ ...session, text: 'x'.repeat(length) }), session);
    assert.deepEqual(problems(2_000), []);
    assert.deepEqual(problems(2_001), ['body.content']);
  });

  it("refuses another customer's well-formed ids", () => {
    const stranger = { ...session, guestId: '44444444-4444-4444-8444-444444444444' };
    assert.deepEqual(messageProblems(buildMessage({ ...stranger, text: 'Hello' }), session), ['to.id']);
  });
});
