import sdk from 'purecloud-platform-client-v2';
import { connectedGuest, endedGuest } from '../../support/sandbox/platform-ground.ts';
import { details, record, recordsById } from '../shapes/analytics-shapes.ts';
import { conversation, messageConversation, threadingWindow } from '../shapes/conversation-shapes.ts';
import { messageData, messages, sentAgentless } from '../shapes/message-shapes.ts';
import { bySdk, type ContractCalls } from './contract-call.ts';
import type { SdkScene } from './sdk-scene.ts';

const api = (): sdk.ConversationsApi => new sdk.ConversationsApi();
const analytics = (): sdk.AnalyticsApi => new sdk.AnalyticsApi();
const idOf = ({ org }: SdkScene): string => connectedGuest(org).conversation.id;
const messageIdsOf = ({ org }: SdkScene): string[] =>
  connectedGuest(org).conversation.messages.map(({ id }) => id);
const lastDays = (): string => {
  const now = Date.now();
  return `${new Date(now - 4 * 86_400_000).toISOString()}/${new Date(now + 60_000).toISOString()}`;
};

/** Conversations and their messages as read, analytics, and the agentless send. */
export const conversationCalls: ContractCalls = {
  'POST /api/v2/analytics/conversations/details/query': bySdk(details, () =>
    analytics().postAnalyticsConversationsDetailsQuery({
      interval: lastDays(),
      order: 'desc',
      orderBy: 'conversationStart',
      paging: { pageSize: 100, pageNumber: 1 },
      segmentFilters: [
        {
          type: 'and',
          predicates: [
            { type: 'dimension', dimension: 'mediaType', operator: 'matches', value: 'message' },
            { type: 'dimension', dimension: 'messageType', operator: 'matches', value: 'webmessaging' },
          ],
        },
      ],
    }),
  ),
  'GET /api/v2/analytics/conversations/{conversationId}/details': bySdk(record, (scene) =>
    analytics().getAnalyticsConversationDetails(idOf(scene)),
  ),
  'GET /api/v2/analytics/conversations/details': bySdk(recordsById, (scene) =>
    analytics().getAnalyticsConversationsDetails({ id: [idOf(scene)] }),
  ),
  'GET /api/v2/conversations/{conversationId}': bySdk(conversation, (scene) =>
    api().getConversation(idOf(scene)),
  ),
  'GET /api/v2/conversations/messages/{conversationId}': bySdk(messageConversation, (scene) =>
    api().getConversationsMessage(idOf(scene)),
  ),
  'GET /api/v2/conversations/messages/{messageId}/details': bySdk(messageData, (scene) =>
    api().getConversationsMessageDetails(messageIdsOf(scene)[0] ?? ''),
  ),
  'GET /api/v2/conversations/messages/{conversationId}/messages/{messageId}': bySdk(messageData, (scene) =>
    api().getConversationsMessageMessage(idOf(scene), messageIdsOf(scene)[0] ?? ''),
  ),
  'POST /api/v2/conversations/messages/{conversationId}/messages/bulk': bySdk(messages, (scene) =>
    api().postConversationsMessageMessagesBulk(idOf(scene), { body: messageIdsOf(scene) }),
  ),
  'POST /api/v2/conversations/messages/agentless': bySdk(sentAgentless, ({ org }) => {
    const guest = endedGuest(org, true);
    return api().postConversationsMessagesAgentless({
      fromAddress: guest.conversation.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: guest.customer.externalContactId ?? '',
      textBody: 'Written by the SDK',
    });
  }),
  'GET /api/v2/conversations/messaging/threadingtimeline': bySdk(threadingWindow, () =>
    api().getConversationsMessagingThreadingtimeline(),
  ),
  'PUT /api/v2/conversations/messaging/threadingtimeline': bySdk(threadingWindow, () =>
    api().putConversationsMessagingThreadingtimeline({
      settings: [{ messengerType: 'webmessaging', timeoutInMinutes: 60 }],
    }),
  ),
};
