import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { requestJson } from '../../support/request-json.ts';
import {
  agentNamed,
  connectedGuest,
  endedGuest,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';

const minute = 60_000;

describe('what people do in the sandbox reaches the platform', () => {
  let ground: PlatformGround;
  beforeEach(async () => {
    ground = await startPlatform();
  });
  afterEach(() => ground.close());

  async function control(path: string, body: unknown) {
    const answer = await requestJson('POST', `${ground.url}/sandbox/v1${path}`, body);
    assert.equal(answer.status, 200);
    return answer.body;
  }

  it('a customer’s reply: on the queue and on the agent’s topic, with ids but no text', async () => {
    const { customer, conversation } = connectedGuest(ground.org);
    const agent = conversation.participants.find(({ purpose }) => purpose === 'agent');
    const stems = [`v2.routing.queues.${agent?.queueId}`, `v2.users.${agent?.userId}`];
    const topics = stems.flatMap((stem) => [`${stem}.conversations`, `${stem}.conversations.messages`]);
    const socket = await ground.listen(...topics);
    try {
      const { conversationId, messageId } = await control(`/customers/${customer.id}/messages`, {
        text: 'Thank you!',
      });
      assert.equal(conversationId, conversation.id);
      const frames = await waitFor(
        () => {
          const heard = topics.map((topic) => socket.frames.find(({ topicName }) => topicName === topic));
          return heard.every((frame) => frame !== undefined) && heard;
        },
        { what: 'all four events' },
      );
      for (const frame of frames) {
        assert.equal(frame.eventBody.id, conversation.id);
        assert.ok(!JSON.stringify(frame).includes('Thank you!'));
        const [leg] = frame.eventBody.participants;
        assert.equal(leg.purpose, 'customer');
        if (frame.topicName.endsWith('.messages')) {
          assert.equal(leg.messages.at(-1).message.id, messageId);
          assert.equal(leg.messages.at(-1).messageStatus, 'received');
        } else {
          assert.equal(leg.messages[0].fromAddress.addressNormalized, customer.guestId);
          assert.equal(leg.messages[0].toAddress.addressNormalized, conversation.deploymentId);
          assert.equal(leg.messages[0].messages.at(-1).messageId, messageId);
        }
      }
    } finally {
      await socket.close();
    }
  });

  it('a reply within the threading window stays on the conversation, after it begins a new one', async () => {
    const { customer, conversation } = endedGuest(ground.org, true);
    ground.org.threadingMinutes = Math.ceil((Date.now() - (conversation.endedAt ?? 0)) / minute) + 1;
    const within = await control(`/customers/${customer.id}/messages`, { text: 'Still there?' });
    assert.equal(within.conversationId, conversation.id);
    const other = endedGuest(ground.org, false);
    ground.org.threadingMinutes = 1440;
    ground.advance((other.conversation.endedAt ?? 0) + 1440 * minute - Date.now());
    const after = await control(`/customers/${other.customer.id}/messages`, { text: 'Still there?' });
    assert.notEqual(after.conversationId, other.conversation.id);
  });

  it('an opened browser sees once what waited', async () => {
    const { customer, conversation } = endedGuest(ground.org, false);
    await ground.call('POST', '/api/v2/conversations/messages/agentless', {
      fromAddress: conversation.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: customer.externalContactId,
      textBody: 'We found your tent',
    });
    const events = () => ground.world.record.map(({ event }) => event);
    await waitFor(() => events().includes('waiting'), { what: 'waiting on the record' });
    for (const open of [true, false, true]) await control(`/customers/${customer.id}/browser`, { open });
    assert.deepEqual(events(), ['waiting', 'seen-in-history']);
  });

  it('a reset tells every agent’s state anew', async () => {
    const { id } = agentNamed(ground.org, 'Mei Chen');
    const socket = await ground.listen(`v2.users.${id}.presence`);
    try {
      await control(`/agents/${id}/presence`, { presence: 'Available' });
      ground.advance(60_000);
      await control('/reset', {});
      const presences = () =>
        socket.frames.map(({ eventBody }) => eventBody.presenceDefinition?.systemPresence);
      await waitFor(() => presences().includes('BREAK'), { what: 'the presence of the seed' });
      assert.deepEqual(presences(), ['AVAILABLE', 'BREAK']);
      const [before = 0, after = 0] = socket.frames.map(({ eventBody }) =>
        Date.parse(eventBody.modifiedDate),
      );
      assert.ok(after > before, 'newer than what it undoes, or whoever listens drops it');
    } finally {
      await socket.close();
    }
  });
});
