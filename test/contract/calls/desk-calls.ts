import sdk from 'purecloud-platform-client-v2';
import { agentNamed } from '../../support/sandbox/platform-ground.ts';
import { cobrowseSession } from '../shapes/contact-shapes.ts';
import { conversation } from '../shapes/conversation-shapes.ts';
import { messageData } from '../shapes/message-shapes.ts';
import { bySdk, type ContractCalls, nothing, refusedToSdk } from './contract-call.ts';
import type { SdkScene, Talk } from './sdk-scene.ts';

const api = (): sdk.ConversationsApi => new sdk.ConversationsApi();
const other = ({ org }: SdkScene): string => agentNamed(org, 'Mei Chen').id;
const queueId = ({ org }: SdkScene): string => [...org.queues.keys()][1] ?? '';

/** The agent of a talk that goes on calls. */
const inTalk =
  <Answer>(run: (talk: Talk, scene: SdkScene) => Promise<Answer>) =>
  async (scene: SdkScene): Promise<Answer> => {
    const talk = scene.talk();
    await scene.asAgent(talk.agentId);
    return run(talk, scene);
  };

const offerCobrowse = inTalk(async ({ conversation: { id, deploymentId } }) => {
  const session = await api().postConversationCobrowse(id);
  return { session, deploymentId, sessionId: session.id ?? '' };
});

/** What agents do with a conversation of theirs, by their own token. */
export const deskCalls: ContractCalls = {
  'POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages': bySdk(
    messageData,
    inTalk(({ conversation: { id }, communicationId }) =>
      api().postConversationsMessageCommunicationMessages(id, communicationId, { textBody: 'One moment' }),
    ),
  ),
  'POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/typing': bySdk(
    nothing,
    inTalk(({ conversation: { id }, communicationId }) =>
      api().postConversationsMessageCommunicationTyping(id, communicationId, {
        typing: { type: 'On', duration: 5000 },
      }),
    ),
  ),
  'PATCH /api/v2/conversations/messages/{conversationId}': bySdk(
    conversation,
    inTalk(({ conversation: { id } }) =>
      api().patchConversationsMessage(id, { state: 'disconnected', startTime: '', participants: [] }),
    ),
  ),
  'POST /api/v2/conversations/{conversationId}/disconnect': bySdk(
    nothing,
    inTalk(({ conversation: { id } }) => api().postConversationDisconnect(id)),
  ),
  'PATCH /api/v2/conversations/messages/{conversationId}/participants/{participantId}': bySdk(
    nothing,
    inTalk(({ conversation: { id }, participantId }) =>
      api().patchConversationsMessageParticipant(id, participantId, { body: { state: 'disconnected' } }),
    ),
  ),
  'PATCH /api/v2/conversations/messages/{conversationId}/participants/{participantId}/parkingstate': bySdk(
    nothing,
    inTalk(({ conversation: { id }, participantId }) =>
      api().patchConversationsMessageParticipantParkingstate(id, participantId, { state: 'parked' }),
    ),
  ),
  'POST /api/v2/conversations/messages/{conversationId}/participants/{participantId}/replace': bySdk(
    nothing,
    inTalk(({ conversation: { id }, participantId }, scene) =>
      api().postConversationsMessageParticipantReplace(id, participantId, { queueId: queueId(scene) }),
    ),
  ),
  'POST /api/v2/conversations/{conversationId}/participants/{participantId}/replace': bySdk(
    nothing,
    inTalk(({ conversation: { id }, participantId }, scene) =>
      api().postConversationParticipantReplace(id, participantId, { userId: other(scene) }),
    ),
  ),
  'POST /api/v2/conversations/{conversationId}/participants/{participantId}/replace/agent': bySdk(
    nothing,
    inTalk(({ conversation: { id }, participantId }, scene) =>
      api().postConversationParticipantReplaceAgent(id, participantId, { userId: other(scene) }),
    ),
  ),
  'POST /api/v2/conversations/{conversationId}/participants/{participantId}/replace/queue': bySdk(
    nothing,
    inTalk(({ conversation: { id }, participantId }, scene) =>
      api().postConversationParticipantReplaceQueue(id, participantId, { queueId: queueId(scene) }),
    ),
  ),
  'POST /api/v2/conversations/{conversationId}/assign': bySdk(
    nothing,
    inTalk(({ conversation: { id } }, scene) => api().postConversationAssign(id, { id: other(scene) })),
  ),
  // Web messaging is not among its messengers, and the sandbox has no other one.
  'POST /api/v2/conversations/messages': refusedToSdk(
    400,
    'bad.request',
    inTalk((_talk, scene) =>
      api().postConversationsMessages({
        queueId: queueId(scene),
        toAddress: '+4930123456',
        toAddressMessengerType: 'sms',
      }),
    ),
  ),
  'PUT /api/v2/externalcontacts/conversations/{conversationId}': bySdk(nothing, ({ talk }) => {
    const {
      conversation: { id, participants },
      customer,
    } = talk();
    const communicationId =
      participants.find(({ purpose }) => purpose === 'customer')?.legs[0].communicationId ?? '';
    return new sdk.ExternalContactsApi().putExternalcontactsConversation(id, {
      conversationId: id,
      communicationId,
      mediaType: 'MESSAGE',
      ...(customer.externalContactId !== null && { externalContactId: customer.externalContactId }),
    });
  }),
  'POST /api/v2/conversations/{conversationId}/cobrowse': bySdk(
    cobrowseSession,
    async (scene) => (await offerCobrowse(scene)).session,
  ),
  'GET /api/v2/webdeployments/deployments/{deploymentId}/cobrowse/{sessionId}': bySdk(
    cobrowseSession,
    async (scene) => {
      const { deploymentId, sessionId } = await offerCobrowse(scene);
      return new sdk.WebDeploymentsApi().getWebdeploymentsDeploymentCobrowseSessionId(
        deploymentId,
        sessionId,
      );
    },
  ),
  'DELETE /api/v2/webdeployments/deployments/{deploymentId}/cobrowse/{sessionId}': bySdk(
    cobrowseSession,
    async (scene) => {
      const { deploymentId, sessionId } = await offerCobrowse(scene);
      return new sdk.WebDeploymentsApi().deleteWebdeploymentsDeploymentCobrowseSessionId(
        deploymentId,
        sessionId,
      );
    },
  ),
};
