import { z } from 'zod';
import { alertAgent } from '../../acts/agents/alert-agent.ts';
import { failTransfers } from '../../acts/agents/fail-transfers.ts';
import { beginWrapUp } from '../../acts/agents/wrap-up.ts';
import { customerLeg } from '../../acts/conversation/customer-leg.ts';
import { endLeg } from '../../acts/conversation/end-leg.ts';
import { liveLeg } from '../../world/leg.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { badRequest, notFound } from '../platform-error.ts';
import { sceneOf } from './scene-of.ts';

/** `POST /conversations/{id}/assign`: a user takes the conversation over. unverified: the status 200 and the empty text. */
export function assignRoutes(api: Api): void {
  api.app.post<{ Params: { conversationId: string } }>(
    '/api/v2/conversations/:conversationId/assign',
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['conversation:message:assign'] },
        unverified: 'who had it loses it with takeover; codes of its refusals',
      },
    },
    (request, reply) => {
      const { id } = checked(z.strictObject({ id: z.string() }), request.body);
      const scene = sceneOf(api, request, request.params.conversationId);
      const { sandbox, org, conversation } = scene;
      const agent = org.agents.get(id);
      if (agent === undefined) throw notFound('user');
      if (customerLeg(conversation)?.state !== 'connected') {
        throw badRequest('The conversation is not connected.');
      }
      const own = conversation.participants.find(({ userId }) => userId === id);
      if (own !== undefined && liveLeg(own).state !== 'disconnected') {
        throw badRequest('The user has the conversation already.');
      }
      for (const participant of conversation.participants) {
        const leg = liveLeg(participant);
        if (participant.purpose !== 'agent' || leg.state === 'disconnected') continue;
        endLeg(leg, sandbox.now(), 'takeover');
        if (leg.connectedAt !== undefined) beginWrapUp(scene, participant, leg);
      }
      failTransfers(conversation);
      const queueId = conversation.participants.findLast((each) => each.queueId !== undefined)?.queueId;
      alertAgent(scene, agent, queueId);
      return reply.type('application/json').send('""');
    },
  );
}
