import { SignJWT } from 'jose';
import { agentOn, connectedGuest, endedGuest, first } from '../../support/sandbox/platform-ground.ts';
import { cobrowseByField, conversationByField, handedOff, sentByField } from '../shapes/field-shapes.ts';
import { byHand, type ContractCalls } from './contract-call.ts';

/** The endpoints of the field reports, in no SDK, with the bodies the reports have. */
export const fieldCalls: ContractCalls = {
  'POST /api/v2/conversations/messaging/external-messages': byHand(sentByField, ({ org, byHand: call }) => {
    const { customer, conversation } = endedGuest(org, true);
    return call('POST', '/api/v2/conversations/messaging/external-messages', {
      type: 'proactive',
      channelId: conversation.deploymentId,
      to: { type: 'web', id: customer.guestId },
      from: { type: 'agent', id: agentOn(org, conversation.deploymentId, true).id },
      body: { contentType: 'text/plain', content: 'Hello from proactive message' },
    });
  }),
  'POST /api/v2/communications/conversations/{conversationId}/participants/{participantId}/messages': byHand(
    sentByField,
    ({ talk, byHand: call }) => {
      const { conversation, participantId } = talk();
      const path = `/api/v2/communications/conversations/${conversation.id}/participants/${participantId}/messages`;
      return call('POST', path, { messageType: 'proactive', content: { text: 'Hello' } });
    },
  ),
  'POST /api/v2/conversations/webchat/{conversationId}/messages': byHand(
    sentByField,
    ({ org, byHand: call }) =>
      call('POST', `/api/v2/conversations/webchat/${endedGuest(org, true).conversation.id}/messages`, {
        text: 'Hello',
        senderId: 'reachback',
        type: 'text',
      }),
  ),
  'POST /v2/messaging/conversations/{conversationId}/participants': byHand(
    handedOff,
    async ({ ground, org, byHand: call }) => {
      const other = first([...ground.world.orgs.values()].filter(({ id }) => id !== org.id));
      const sessionToken = await new SignJWT({ aud: other.id, exp: Math.floor(Date.now() / 1000) + 300 })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(Buffer.from(other.trust.sessionKey));
      const { conversation } = connectedGuest(org);
      return call('POST', `/v2/messaging/conversations/${conversation.id}/participants`, {
        transferContext: { sourceOrgId: org.id, handoffTicketId: 'ticket-1' },
        sessionToken,
        sourceOrgId: org.id,
        destinationOrgId: other.id,
        channelType: 'webchat',
        metadata: { handoffReason: 'escalation', originalQueue: 'support-tier1' },
      });
    },
  ),
  'POST /api/v2/messaging/conversations': byHand(conversationByField, ({ org, byHand: call }) =>
    call('POST', '/api/v2/messaging/conversations', { userId: first([...org.contacts.keys()]) }),
  ),
  'POST /api/v2/cobrowse/sessions': byHand(cobrowseByField, ({ talk, byHand: call }) => {
    const { conversation, agentId } = talk();
    return call('POST', '/api/v2/cobrowse/sessions', {
      id: 'session-1',
      type: 'cobrowse',
      initiator: { id: agentId, type: 'user' },
      target: { id: conversation.id, type: 'interaction' },
      settings: { mode: 'view' },
    });
  }),
};
