import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { openSocket } from '../../support/sandbox/open-socket.ts';
import {
  connectedGuest,
  endedGuest,
  expiredGuest,
  first,
  type Guest,
  guestsWhere,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';

const path = '/api/v2/conversations/messages/agentless';

describe('agentless web messages', () => {
  let ground: PlatformGround;
  beforeEach(async () => {
    ground = await startPlatform();
  });
  afterEach(() => ground.close());

  const ask = ({ customer, conversation }: Guest, more: Record<string, unknown> = {}) => ({
    fromAddress: conversation.deploymentId,
    toAddressMessengerType: 'webmessaging',
    externalContactId: customer.externalContactId,
    textBody: 'We are here for you again.',
    ...more,
  });
  const send = (guest: Guest, more?: Record<string, unknown>) => ground.call('POST', path, ask(guest, more));
  const recordOf = ({ customer }: Guest) =>
    ground.world.record.flatMap((entry) =>
      entry.kind === 'customer' && entry.customerId === customer.id ? entry : [],
    );

  it('land on the ended conversation and show in the open browser', async () => {
    const guest = endedGuest(ground.org, true);
    const { status, body } = await send(guest);
    assert.equal(status, 200);
    assert.equal(body.conversationId, guest.conversation.id);
    assert.equal(body.messengerType, 'webmessaging');
    assert.equal(body.message.status, 'queued');
    assert.ok(!('textBody' in body));
    const [shown] = await waitFor(() => (recordOf(guest).length > 0 ? recordOf(guest) : null), {
      what: 'the record',
    });
    assert.equal(shown?.event, 'shown');
    assert.equal(shown?.message.text, 'We are here for you again.');
    const { body: details } = await ground.call('GET', `/api/v2/conversations/messages/${body.id}/details`);
    assert.equal(details.status, 'delivery-success');
    assert.equal(details.normalizedMessage.text, 'We are here for you again.');
    assert.equal(details.normalizedMessage.direction, 'Outbound');
    const { body: whole } = await ground.call('GET', `/api/v2/conversations/${body.conversationId}`);
    const sender = whole.participants.at(-1);
    assert.equal(sender.purpose, 'api');
    assert.equal(sender.messages[0].messages[0].messageId, body.id);
    assert.equal(sender.messages[0].fromAddress.addressNormalized, guest.conversation.deploymentId);
    assert.equal(sender.messages[0].toAddress.addressNormalized, guest.customer.guestId);
  });

  it('wait in the history of a guest who is away, and the undelivered topic says so', async () => {
    const guest = endedGuest(ground.org, false);
    const deploymentTopic = `v2.webmessaging.deployments.${guest.conversation.deploymentId}.undelivered.messages`;
    const queueId = guest.conversation.participants.findLast((leg) => leg.queueId !== undefined)?.queueId;
    const queueTopic = `v2.routing.queues.${queueId}.conversations.messages`;
    const { body: channel } = await ground.call('POST', '/api/v2/notifications/channels');
    await ground.call('PUT', `/api/v2/notifications/channels/${channel.id}/subscriptions`, [
      { id: deploymentTopic },
      { id: queueTopic },
    ]);
    const socket = await openSocket(channel.connectUri);
    try {
      const { body } = await send(guest);
      const event = await waitFor(
        () => socket.frames.find(({ topicName }) => topicName === deploymentTopic),
        {
          what: 'the undelivered event',
        },
      );
      assert.equal(event.eventBody.conversationId, guest.conversation.id);
      assert.equal(event.eventBody.externalContactId, guest.customer.externalContactId);
      assert.equal(event.eventBody.messages[0].id, body.id);
      assert.ok(Number.isInteger(event.eventBody.sessionExpiry));
      const statuses = (): string[] =>
        socket.frames
          .filter(({ topicName }) => topicName === queueTopic)
          .flatMap(({ eventBody }) => eventBody.participants)
          .flatMap(({ messages }) => messages)
          .filter(({ message }) => message.id === body.id)
          .map(({ messageStatus }) => messageStatus);
      await waitFor(() => statuses().includes('delivery-failed'), { what: 'the last status' });
      assert.deepEqual(statuses(), ['queued', 'sent', 'delivery-failed']);
      assert.deepEqual(
        recordOf(guest).map(({ event: what }) => what),
        ['waiting'],
      );
    } finally {
      await socket.close();
    }
  });

  it('do not barge into a connected conversation unless told to', async () => {
    const guest = connectedGuest(ground.org);
    const before = guest.conversation.messages.length;
    const { status, body } = await send(guest);
    assert.equal(status, 400);
    assert.equal(body.code, 'bad.request');
    assert.match(body.message, /An active conversation is already in progress/);
    assert.equal(guest.conversation.messages.length, before);
    const told = await send(guest, { useExistingActiveConversation: true });
    assert.equal(told.status, 200);
    assert.equal(told.body.conversationId, guest.conversation.id);
  });

  it('start a new conversation after the threading window, which analytics then has', async () => {
    const guest = endedGuest(ground.org, true);
    ground.org.threadingMinutes = 0;
    const { body } = await send(guest);
    assert.notEqual(body.conversationId, guest.conversation.id);
    const { body: record } = await ground.call(
      'GET',
      `/api/v2/analytics/conversations/${body.conversationId}/details`,
    );
    assert.equal(record.originatingDirection, 'outbound');
    assert.deepEqual(
      record.participants.map(({ purpose }: { purpose: string }) => purpose),
      ['api', 'customer'],
    );
  });

  it('reach the history of a contact whose guest session is over, unseen', async () => {
    const guest = expiredGuest(ground.org);
    // An open window shows nothing of a session that has run out.
    guest.customer.browserOpen = true;
    const { status, body } = await send(guest);
    assert.equal(status, 200);
    assert.equal(body.conversationId, guest.conversation.id);
    await waitFor(() => recordOf(guest).some(({ event }) => event === 'waiting'), { what: 'the record' });
  });

  for (const [what, change, code] of [
    ['a toAddress', { toAddress: 'guest' }, 'bad.request'],
    ['no externalContactId', { externalContactId: undefined }, 'bad.request'],
    ['an unknown contact', { externalContactId: 'nobody' }, 'bad.request'],
    ['no text', { textBody: undefined }, 'bad.request'],
    ['an empty text', { textBody: '' }, 'bad.request'],
    ['a text over 2,000 characters', { textBody: 'x'.repeat(2001) }, 'bad.request'],
    ['an unknown deployment', { fromAddress: 'elsewhere' }, 'bad.request'],
    ['no deployment', { fromAddress: undefined }, 'bad.request'],
    ['another messenger', { toAddressMessengerType: 'fax' }, 'invalid.value'],
    ['a messenger the organisation has no integration for', { toAddressMessengerType: 'sms' }, 'bad.request'],
    ['a flag that is none', { useExistingActiveConversation: 'yes' }, 'bad.request'],
  ] as const) {
    it(`are refused with ${what}, and nothing is sent`, async () => {
      const guest = endedGuest(ground.org, true);
      const before = guest.conversation.messages.length;
      const { status, body } = await send(guest, change);
      assert.equal(status, 400);
      assert.equal(body.code, code);
      assert.equal(guest.conversation.messages.length, before);
    });
  }

  it('are refused for a contact never seen on that deployment', async () => {
    const guest = endedGuest(ground.org, true);
    const other = first(
      [...ground.org.deployments.keys()].filter((id) => id !== guest.conversation.deploymentId),
    );
    assert.equal((await send(guest, { fromAddress: other })).status, 400);
  });

  it('cannot name an anonymous guest', () => {
    const anonymous = guestsWhere(ground.org, ({ customer }) => customer.externalContactId === null);
    assert.ok(anonymous.length > 6);
  });
});
