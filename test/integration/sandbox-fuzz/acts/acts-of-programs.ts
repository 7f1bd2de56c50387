import { SignJWT } from 'jose';
import { type Act, someConversation, someCustomer } from './act.ts';

const integrations = '/api/v2/conversations/messaging/integrations/open';

/** What programs with a token do: the bot, middleware, other organisations. */
export const programActs: Readonly<Record<string, Act>> = {
  'an agentless message': (play, pick) => {
    const { deploymentId, externalContactId } = someCustomer(play, pick);
    return play.call('POST', '/api/v2/conversations/messages/agentless', {
      fromAddress: deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: externalContactId ?? 'nobody',
      textBody: `An offer ${pick.nat(99)}`,
      ...(pick.oneIn(2) && { useExistingActiveConversation: true }),
    });
  },
  'an external message': (play, pick) => {
    const { deploymentId, guestId } = someCustomer(play, pick);
    return play.call('POST', '/api/v2/conversations/messaging/external-messages', {
      type: 'message',
      channelId: deploymentId,
      to: { type: 'web', id: guestId },
      from: { type: 'agent', id: pick.of(play.org.agents.keys()) },
      body: { contentType: 'text/plain', content: 'Hello' },
    });
  },
  'a message by a participant': (play, pick) => {
    const { id, participants } = someConversation(play, pick);
    const path = `/api/v2/communications/conversations/${id}/participants/${pick.of(participants).id}/messages`;
    return play.call('POST', path, { messageType: 'proactive', content: { text: 'A word' } });
  },
  'a webchat message': (play, pick) =>
    play.call('POST', `/api/v2/conversations/webchat/${someConversation(play, pick).id}/messages`, {
      text: 'Still interested?',
      senderId: pick.of(play.org.agents.keys()),
      type: 'text',
    }),
  'a contact is made': (play, pick) =>
    play.call('POST', '/api/v2/externalcontacts/contacts', {
      firstName: 'Ada',
      workEmail: { email: `ada${pick.nat(5)}@example.com` },
    }),
  'a conversation is linked to a contact': (play, pick) => {
    const { id } = someConversation(play, pick);
    const { externalContactId } = someCustomer(play, pick);
    return play.call('PUT', `/api/v2/externalcontacts/conversations/${id}`, {
      conversationId: id,
      externalContactId: externalContactId ?? pick.of(play.org.contacts.keys()),
      mediaType: 'MESSAGE',
    });
  },
  'a guest is handed off': async (play, pick) => {
    const [, far] = play.world.orgs.values();
    const conversation = someConversation(play, pick);
    if (far === undefined) return;
    const sessionToken = await new SignJWT({
      aud: far.id,
      iss: play.org.id,
      exp: Math.floor((Date.now() + play.world.clockAheadMs) / 1000) + 300,
    })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(Buffer.from(far.trust.sessionKey));
    await play.call('POST', `/v2/messaging/conversations/${conversation.id}/participants`, {
      transferContext: { sourceOrgId: play.org.id, handoffTicketId: `ticket-${pick.nat(1000)}` },
      sessionToken,
      sourceOrgId: play.org.id,
      destinationOrgId: far.id,
      channelType: 'webchat',
    });
  },
  'an integration is made or deleted': (play, pick) => {
    const [known] = play.org.openIntegrations.keys();
    if (known !== undefined && pick.oneIn(2)) return play.call('DELETE', `${integrations}/${known}`);
    return play.call('POST', integrations, {
      name: `Bridge ${pick.nat(1000)}`,
      // Nobody listens on the discard port.
      outboundNotificationWebhookUrl: 'http://127.0.0.1:9/hook',
      outboundNotificationWebhookSignatureSecretToken: 'secret',
    });
  },
  'a message comes in by middleware': (play, pick) => {
    const id = pick.of(play.org.openIntegrations.keys());
    return play.call('POST', `/api/v2/conversations/messages/${id}/inbound/open/message`, {
      channel: {
        from: { id: `open-${pick.nat(3)}`, idType: 'Opaque', firstName: 'Hannah' },
        time: new Date().toISOString(),
        messageId: String(pick.nat(9999)),
      },
      text: 'From afar',
    });
  },
  'a channel is made': async (play, pick) => {
    const agentId = pick.oneIn(3) ? pick.of(play.org.agents.keys()) : undefined;
    for (let left = pick.oneIn(10) ? 21 : 1; left > 0; left -= 1) {
      const { status, body } = await play.call('POST', '/api/v2/notifications/channels', undefined, agentId);
      if (status === 200) play.channels.push(String(body?.id));
    }
  },
  'a channel is subscribed': (play, pick) => {
    const agentId = pick.of(play.org.agents.keys());
    const topics = [
      `v2.users.${agentId}?presence&routingStatus`,
      `v2.users.${agentId}.conversations`,
      `v2.routing.queues.${pick.of(play.org.queues.keys())}.conversations`,
      `v2.routing.queues.${pick.of(play.org.queues.keys())}.conversations.messages`,
      `v2.webmessaging.deployments.${pick.of(play.org.deployments.keys())}.undelivered.messages`,
    ].slice(0, 1 + pick.nat(5));
    return play.call(
      pick.of(['PUT', 'POST']),
      `/api/v2/notifications/channels/${pick.of(play.channels)}/subscriptions`,
      topics.map((id) => ({ id })),
    );
  },
  'a channel’s socket opens': (play, pick) =>
    play.open(
      `/channels/${pick.of(play.channels.slice(-4))}`,
      { message: 'ping' },
      { message: 'subscribe', topics: [`v2.users.${pick.of(play.org.agents.keys())}.presence`] },
    ),
};
