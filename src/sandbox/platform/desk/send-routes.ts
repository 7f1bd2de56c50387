import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { agentTypes } from '../../acts/agents/agent-types.ts';
import { agentWrites } from '../../acts/agents/agent-writes.ts';
import type { Scene } from '../../acts/conversation/scene.ts';
import type { Participant } from '../../world/conversation.ts';
import { liveLeg } from '../../world/leg.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { badRequest, notFound, PlatformError } from '../platform-error.ts';
import { refusedAs } from '../unverified-refusals.ts';
import { messageDataView } from '../views/message-data-view.ts';
import { ownParticipant, requireAgent, sceneOf } from './scene-of.ts';

const mostCharacters = 2000;

const additionalMessage = z.strictObject({
  textBody: z.string().max(mostCharacters).optional(),
  mediaIds: z.array(z.string()).optional(),
  messagingTemplate: z.object({}).loose().optional(),
});

const typingEvent = z.strictObject({
  typing: z.strictObject({ type: z.enum(['On', 'Off']), duration: z.int().min(0).optional() }),
  dateSent: z.iso.datetime({ offset: true }).optional(),
});

interface OnLeg {
  Params: { conversationId: string; communicationId: string };
}

const leg = '/api/v2/conversations/messages/:conversationId/communications/:communicationId';
const mayCreate = { any: ['conversation:message:create', 'conversation:webmessaging:create'] } as const;

/** What an agent sends on their own connected leg, with their own token: messages, and that they type. */
export function sendRoutes(api: Api): void {
  api.app.post<OnLeg>(
    `${leg}/messages`,
    {
      config: {
        source: 'SDK 262',
        permissions: mayCreate,
        unverified: 'codes for a client’s own token, a leg that is over, and contents of two kinds',
      },
    },
    (request) => {
      const ask = checked(additionalMessage, request.body);
      const { scene, own } = connectedLeg(api, request);
      const kinds = [ask.textBody, ask.mediaIds?.[0], ask.messagingTemplate].filter(
        (each) => each !== undefined && each !== '',
      );
      if (kinds.length !== 1)
        throw badRequest('A message has one of textBody, mediaIds or messagingTemplate.');
      if (ask.mediaIds !== undefined) throw badRequest('The media does not exist.');
      if (ask.textBody === undefined) throw badRequest('WebMessaging takes no messagingTemplate.');
      return messageDataView(scene.conversation, scene.customer, agentWrites(scene, own, ask.textBody));
    },
  );

  api.app.post<OnLeg>(
    `${leg}/typing`,
    {
      config: { source: 'SDK 262', permissions: mayCreate, unverified: 'answers 204' },
    },
    (request, reply) => {
      const { typing } = checked(typingEvent, request.body);
      const { scene } = connectedLeg(api, request);
      const { sandbox, org, customer, conversation } = scene;
      if (typing.type === 'On') agentTypes(sandbox, org, customer, conversation.id, typing.duration);
      return reply.code(204).send();
    },
  );
}

/** The caller's own leg, which must be the one named and connected. */
function connectedLeg(api: Api, request: FastifyRequest<OnLeg>): { scene: Scene; own: Participant } {
  const agent = requireAgent(api, request);
  const { conversationId, communicationId } = request.params;
  const scene = sceneOf(api, request, conversationId);
  const own = ownParticipant(scene, agent);
  if (!own.legs.some((each) => each.communicationId === communicationId)) {
    const known = scene.conversation.participants.some(({ legs }) =>
      legs.some((each) => each.communicationId === communicationId),
    );
    if (!known) throw notFound('communication');
    throw new PlatformError(403, 'not.authorized', 'The communication is of another participant.');
  }
  const { communicationId: live, state } = liveLeg(own);
  if (live !== communicationId || state !== 'connected') {
    throw refusedAs('leg-not-connected', 'The communication is not connected.');
  }
  return { scene, own };
}
