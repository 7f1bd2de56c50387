import { deepEqual } from 'node:assert/strict';
import { queueConversationsTopic } from '../../../src/sessions/conversation-frame.ts';
import { conversationSignals, undeliveredTopic } from '../../../src/sessions/conversation-signals.ts';
import { exampleConversation } from '../../support/example-conversation.ts';

const start = Date.parse('2026-11-21T09:00:00Z');
const iso = (time: number) => new Date(time).toISOString();
const conversationId = 'c0ffee00-1111-4222-8333-444455556666';
const queue = queueConversationsTopic('q1');

describe('conversationSignals', () => {
  it('tells deliveries and replies of a conversation', () => {
    const body = exampleConversation({
      start,
      customer: [
        { messageId: 'in-1', messageTime: iso(start + 1_000), messageStatus: 'received' },
        { messageId: 'in-2', messageTime: iso(start + 9_000) },
      ],
      api: [
        { messageId: 'out-1', messageTime: iso(start + 2_000), messageStatus: 'delivery-success' },
        { messageId: 'out-2', messageTime: iso(start + 3_000), messageStatus: 'delivery-failed' },
        { messageId: 'out-3', messageTime: iso(start + 4_000), messageStatus: 'queued' },
        { messageId: 'out-4', messageTime: iso(start + 5_000), messageStatus: 'read' },
      ],
    });
    const signals = [
      { kind: 'replied', conversationId, messageId: 'in-1', at: start + 1_000 },
      { kind: 'replied', conversationId, messageId: 'in-2', at: start + 9_000 },
      { kind: 'delivered', conversationId, messageId: 'out-1', at: start + 2_000 },
      { kind: 'undelivered', conversationId, messageId: 'out-2', at: start + 3_000 },
      { kind: 'delivered', conversationId, messageId: 'out-4', at: start + 5_000 },
    ];
    deepEqual(conversationSignals(queue, body), signals);
    deepEqual(conversationSignals('v2.users.u1.conversations', body), signals);
  });

  it('does not take our message on the customer’s leg for a reply', () =>
    deepEqual(
      conversationSignals(
        queue,
        exampleConversation({
          start,
          customer: [{ messageId: 'out', messageTime: iso(start), messageStatus: 'delivery-success' }],
        }),
      ),
      [{ kind: 'delivered', conversationId, messageId: 'out', at: start }],
    ));

  it('tells what no guest was online for', () =>
    deepEqual(
      conversationSignals(undeliveredTopic('d1'), {
        conversationId,
        deploymentId: 'd1',
        participantId: 'p',
        communicationId: 's',
        sessionExpiry: 5,
        eventTimeMs: start,
        messages: [{ id: 'out-1', eventTimeMs: start + 1 }, { id: 'out-2' }],
      }),
      [
        { kind: 'undelivered', conversationId, messageId: 'out-1', at: start + 1 },
        { kind: 'undelivered', conversationId, messageId: 'out-2', at: start },
      ],
    ));

  for (const [topic, body] of [
    [queue, null],
    [queue, { id: 7 }],
    [undeliveredTopic('d1'), { messages: 'none' }],
    ['v2.users.u1.presence', exampleConversation({ start })],
  ] as const)
    it(`tells nothing of ${JSON.stringify(body)?.slice(0, 20)} under ${topic}`, () =>
      deepEqual(conversationSignals(topic, body), []));
});
