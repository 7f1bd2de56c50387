import type { Conversation } from '../../../src/sandbox/world/conversation.ts';
import type { Org } from '../../../src/sandbox/world/org.ts';

/** A body each endpoint takes, to be mangled; by method and path as the sandbox lists them. */
export function sampleBodies(org: Org): Readonly<Record<string, unknown>> {
  const [conversation] = [...org.conversations.values()].filter(hasContact);
  const customer = org.customers.get(conversation?.customerId ?? '');
  const [agent] = org.agents.values();
  const [queue] = org.queues.values();
  const topics = [
    `v2.users.${agent?.id}?presence&routingStatus`,
    `v2.routing.queues.${queue?.id}.conversations`,
  ];
  const subscriptions = topics.map((id) => ({ id }));
  return {
    'POST /api/v2/users/search': {
      pageSize: 25,
      pageNumber: 1,
      sortOrder: 'ASC',
      expand: ['presence'],
      query: [{ type: 'EXACT', fields: ['email'], value: agent?.email, operator: 'AND' }],
    },
    'PATCH /api/v2/users/{userId}/presences/purecloud': {
      presenceDefinition: { id: '6a3af858-942f-489d-9700-5f9bcdcdae9b' },
      message: 'here',
    },
    'PUT /api/v2/users/presences/bulk': [
      { id: agent?.id, presenceDefinition: { id: '6a3af858-942f-489d-9700-5f9bcdcdae9b' } },
    ],
    'PUT /api/v2/users/{userId}/routingstatus': { status: 'IDLE' },
    'PUT /api/v2/notifications/channels/{channelId}/subscriptions': subscriptions,
    'POST /api/v2/notifications/channels/{channelId}/subscriptions': subscriptions,
    'POST /api/v2/analytics/conversations/details/query': {
      interval: '2026-11-17T00:00:00Z/2026-11-21T00:00:00Z',
      order: 'desc',
      orderBy: 'conversationStart',
      paging: { pageSize: 100, pageNumber: 1 },
      segmentFilters: [
        {
          type: 'and',
          predicates: [{ type: 'dimension', dimension: 'mediaType', operator: 'matches', value: 'message' }],
        },
      ],
      conversationFilters: [
        { type: 'or', predicates: [{ dimension: 'conversationEnd', operator: 'notExists' }] },
      ],
    },
    'POST /api/v2/analytics/conversations/details/jobs': {
      interval: '2026-11-17T00:00:00Z/2026-11-21T00:00:00Z',
      limit: 10,
    },
    'POST /api/v2/conversations/messages/{conversationId}/messages/bulk': conversation?.messages.map(
      ({ id }) => id,
    ),
    'POST /api/v2/conversations/messages/agentless': {
      fromAddress: conversation?.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: customer?.externalContactId,
      textBody: 'Hello',
      useExistingActiveConversation: true,
    },
    'POST /api/v2/conversations/messaging/external-messages': {
      type: 'proactive',
      channelId: conversation?.deploymentId,
      to: { type: 'web', id: customer?.guestId },
      from: { type: 'agent', id: agent?.id },
      body: { contentType: 'text/plain', content: 'Hello' },
    },
    'POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages': {
      textBody: 'Hello',
    },
    'POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/typing': {
      typing: { type: 'On', duration: 5000 },
    },
    'PATCH /api/v2/conversations/messages/{conversationId}': { state: 'disconnected' },
    'POST /api/v2/conversations/{conversationId}/assign': { id: agent?.id },
    'PUT /api/v2/conversations/messaging/threadingtimeline': {
      settings: [{ messengerType: 'webmessaging', timeoutInMinutes: 4320 }],
      defaultTimeoutMinutes: 4320,
    },
  };
}

function hasContact({ participants }: Conversation): boolean {
  return participants.some(({ externalContactId }) => externalContactId !== undefined);
}
