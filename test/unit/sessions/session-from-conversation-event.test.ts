import { deepEqual, equal } from 'node:assert/strict';
import { conversation } from '../../../src/genesys/wire/conversation.ts';
import { conversationFrame, queueConversationsTopic } from '../../../src/sessions/conversation-frame.ts';
import { sessionFromConversationEvent } from '../../../src/sessions/session-from-conversation-event.ts';
import { exampleIds } from '../../support/example-analytics.ts';
import { exampleConversation } from '../../support/example-conversation.ts';
import { exampleSession } from '../../support/example-session.ts';

const start = Date.parse('2026-11-21T09:00:00Z');
const iso = (time: number) => new Date(time).toISOString();
const conversationId = 'c0ffee00-1111-4222-8333-444455556666';
const event = (part: Partial<Parameters<typeof exampleConversation>[0]> = {}) =>
  conversation.parse(exampleConversation({ start, ...part }));
const wrote = (time: number, messageStatus = 'received') => ({
  messageId: `m-${time}`,
  messageTime: iso(time),
  messageStatus,
});

describe('sessionFromConversationEvent', () => {
  it('makes a session of a conversation nobody knew', () =>
    deepEqual(sessionFromConversationEvent(event({ customer: [wrote(start + 5_000)] }), null), {
      conversationId,
      channelId: exampleIds.deployment,
      guestId: exampleIds.guest,
      externalContactId: exampleIds.contact,
      customerName: 'Grace Hopper',
      queueId: exampleIds.queue,
      lastAgentId: null,
      startedAt: start,
      lastActivityAt: start + 5_000,
      endedAt: null,
      endedBy: null,
      abandoned: false,
      attended: false,
      cleared: null,
    }));

  it('takes no addresses that are no ids, and no event at all whose contact is none', () => {
    const [customer, ...others] = exampleConversation({
      start,
      customer: [wrote(start + 5_000)],
    }).participants;
    const [leg] = customer?.messages ?? [];
    const spoilt = { ...leg, toAddress: { addressNormalized: '$x' } };
    const told = { id: conversationId, participants: [{ ...customer, messages: [spoilt] }, ...others] };
    equal(sessionFromConversationEvent(conversation.parse(told), null), null);
    const known = exampleSession({ conversationId });
    const { channelId, guestId } = sessionFromConversationEvent(conversation.parse(told), known) ?? {};
    deepEqual([channelId, guestId], [known.channelId, known.guestId]);
    const another = {
      id: conversationId,
      participants: [{ ...customer, externalContactId: '$x' }, ...others],
    };
    equal(conversationFrame(queueConversationsTopic('q1'), another), 'malformed');
  });

  it('says whether anybody looks after a connected customer', () => {
    const attended = (part: object) =>
      sessionFromConversationEvent(event({ customer: [wrote(start)], ...part }), null)?.attended;
    equal(attended({ agentConnectedAt: start + 9_000 }), true);
    equal(attended({}), false);
    equal(attended({ agentConnectedAt: start + 9_000, endedAt: start + 60_000 }), false);
  });

  it('ends it, abandoned when no agent ever connected', () => {
    const ended = sessionFromConversationEvent(event({ endedAt: start + 60_000 }), null);
    equal(ended?.endedAt, start + 60_000);
    equal(ended?.lastActivityAt, start + 60_000);
    equal(ended?.abandoned, true);
  });

  it('knows the agent who connected', () => {
    const served = sessionFromConversationEvent(
      event({ agentConnectedAt: start + 9_000, endedAt: start + 60_000 }),
      null,
    );
    equal(served?.lastAgentId, exampleIds.agent);
    equal(served?.abandoned, false);
  });

  it('knows what ended it, also when a later event does not say', () => {
    const served = exampleConversation({ start, agentConnectedAt: start + 9_000, endedAt: start + 60_000 });
    const told = structuredClone(served);
    Object.assign(told.participants[0]?.messages[0] ?? {}, { disconnectType: 'peer' });
    const ended = sessionFromConversationEvent(conversation.parse(told), null);
    equal(ended?.endedBy, 'agent');
    equal(sessionFromConversationEvent(conversation.parse(served), ended)?.endedBy, 'agent');
  });

  it('does not take a message to the customer for the customer’s activity', () => {
    const told = event({
      customer: [wrote(start + 5_000), wrote(start + 90_000, 'delivery-failed')],
      api: [wrote(start + 80_000, 'sent')],
    });
    equal(sessionFromConversationEvent(told, null)?.lastActivityAt, start + 5_000);
  });

  it('keeps what is known when the event leaves it out', () => {
    const known = exampleSession({
      conversationId,
      lastAgentId: 'agent-7',
      startedAt: start - 5,
      lastActivityAt: start,
    });
    const bare = conversation.parse({
      id: conversationId,
      participants: [
        { purpose: 'customer', messages: [{ state: 'connected', messages: [wrote(start + 5_000)] }] },
      ],
    });
    deepEqual(sessionFromConversationEvent(bare, known), {
      ...known,
      lastActivityAt: start + 5_000,
      endedAt: null,
      endedBy: null,
    });
  });

  it('does not go back to an older view', () => {
    const known = sessionFromConversationEvent(event({ endedAt: start + 60_000 }), null);
    deepEqual(sessionFromConversationEvent(event({ customer: [wrote(start + 5_000)] }), known), known);
  });

  it('opens again when the customer comes back', () => {
    const known = sessionFromConversationEvent(event({ endedAt: start + 60_000 }), null);
    const back = sessionFromConversationEvent(
      conversation.parse(exampleConversation({ start: start + 600_000, customer: [wrote(start + 600_500)] })),
      known,
    );
    equal(back?.endedAt, null);
    equal(back?.startedAt, start);
    equal(back?.lastActivityAt, start + 600_500);
    equal(back?.abandoned, false);
  });

  it('is none without a web messaging customer, or without knowing which guest', () => {
    const body = exampleConversation({ start });
    const [customer, ...others] = body.participants;
    equal(sessionFromConversationEvent(conversation.parse({ ...body, participants: others }), null), null);
    const legs = customer?.messages ?? [];
    const changed = (part: object) =>
      conversation.parse({
        ...body,
        participants: [{ ...customer, messages: legs.map((leg) => ({ ...leg, ...part })) }],
      });
    equal(sessionFromConversationEvent(changed({ type: 'sms' }), null), null);
    equal(sessionFromConversationEvent(changed({ fromAddress: undefined }), null), null);
    equal(sessionFromConversationEvent(changed({ toAddress: 'x' }), null), null);
    equal(sessionFromConversationEvent(changed({ direction: 'outbound' }), null), null);
  });
});
