import sdk from 'purecloud-platform-client-v2';
import { first } from '../../support/sandbox/platform-ground.ts';
import {
  openEvent,
  openIntegration,
  openIntegrations,
  openMessage,
  openReceipt,
} from '../shapes/open-shapes.ts';
import { bySdk, type ContractCalls, nothing } from './contract-call.ts';
import type { SdkScene } from './sdk-scene.ts';

const api = (): sdk.ConversationsApi => new sdk.ConversationsApi();
const newIntegration = () =>
  api().postConversationsMessagingIntegrationsOpen({
    name: 'Bridge',
    // Nobody listens there, and nothing waits for the answer.
    outboundNotificationWebhookUrl: 'http://127.0.0.1:9/hook',
    outboundNotificationWebhookSignatureSecretToken: 'a secret of middleware',
  });
const time = (): string => new Date().toISOString();
const from = { id: 'guest-7', idType: 'Opaque', nickname: 'Hannah' };
const writes = async (integrationId: string) =>
  api().postConversationsMessageInboundOpenMessage(
    integrationId,
    { channel: { from, time: time() }, text: 'My zip is broken' },
    { prefetchConversationId: true },
  );

/** An answer of the organisation to somebody on the integration: its message id. */
async function answer({ byHand, org }: SdkScene, integrationId: string): Promise<string> {
  const { conversationId = '' } = await writes(integrationId);
  await byHand('POST', `/api/v2/conversations/webchat/${conversationId}/messages`, {
    text: 'We mend it',
    senderId: 'desk',
    type: 'text',
  });
  const answers = org.conversations.get(conversationId)?.messages ?? [];
  return first(answers.filter(({ direction }) => direction === 'outbound')).id;
}

/** Open Messaging: integrations and what comes in by them. */
export const openCalls: ContractCalls = {
  'POST /api/v2/conversations/messaging/integrations/open': bySdk(openIntegration, newIntegration),
  'GET /api/v2/conversations/messaging/integrations/open': bySdk(openIntegrations, async () => {
    await newIntegration();
    return api().getConversationsMessagingIntegrationsOpen();
  }),
  'GET /api/v2/conversations/messaging/integrations/open/{integrationId}': bySdk(openIntegration, async () =>
    api().getConversationsMessagingIntegrationsOpenIntegrationId((await newIntegration()).id),
  ),
  'DELETE /api/v2/conversations/messaging/integrations/open/{integrationId}': bySdk(nothing, async () =>
    api().deleteConversationsMessagingIntegrationsOpenIntegrationId((await newIntegration()).id),
  ),
  'POST /api/v2/conversations/messages/{integrationId}/inbound/open/message': bySdk(openMessage, async () =>
    writes((await newIntegration()).id),
  ),
  'POST /api/v2/conversations/messages/{integrationId}/inbound/open/event': bySdk(openEvent, async () =>
    api().postConversationsMessageInboundOpenEvent((await newIntegration()).id, {
      channel: { from, time: time() },
      events: [{ eventType: 'Typing' }],
    }),
  ),
  'POST /api/v2/conversations/messages/{integrationId}/inbound/open/receipt': bySdk(
    openReceipt,
    async (scene) => {
      const { id } = await newIntegration();
      return api().postConversationsMessageInboundOpenReceipt(id, {
        id: await answer(scene, id),
        channel: { to: { id }, time: time() },
        status: 'Delivered',
      });
    },
  ),
};
