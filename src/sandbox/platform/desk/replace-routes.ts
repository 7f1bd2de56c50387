import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { transfer } from '../../acts/agents/transfer.ts';
import type { Scene } from '../../acts/conversation/scene.ts';
import type { Agent } from '../../world/agent.ts';
import type { Participant } from '../../world/conversation.ts';
import { liveLeg } from '../../world/leg.ts';
import type { Queue } from '../../world/queue.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { notFound, PlatformError } from '../platform-error.ts';
import { participantOf, sceneOf } from './scene-of.ts';

const common = {
  transferType: z.enum(['Attended', 'Unattended']).optional(),
  keepInternalMessageAlive: z.boolean().optional(),
};
const toAgent = z.strictObject({
  ...common,
  userId: z.string().optional(),
  userName: z.string().optional(),
  userDisplayName: z.string().optional(),
  voicemail: z.boolean().optional(),
});
const toQueue = z.strictObject({
  ...common,
  queueId: z.string().optional(),
  queueName: z.string().optional(),
});
const toAny = z.strictObject({
  ...common,
  userId: z.string().optional(),
  userName: z.string().optional(),
  queueId: z.string().optional(),
  address: z.string().optional(),
  voicemail: z.boolean().optional(),
});

interface OfParticipant {
  Params: { conversationId: string; participantId: string };
}

/** What a transfer asks for; every target is of the caller's own organisation. */
interface Target {
  readonly userId?: string | undefined;
  readonly userName?: string | undefined;
  readonly userDisplayName?: string | undefined;
  readonly queueId?: string | undefined;
  readonly queueName?: string | undefined;
}

/** Transfers within the organisation: 202 without a body. unverified: the status and text of each refusal. */
export function replaceRoutes(api: Api): void {
  const config = {
    source: 'SDK 262',
    permissions: { any: ['conversation:communication:blindTransfer'] },
    unverified: 'statuses of the refusals, whose codes are of 2017',
  } as const;
  const replace =
    <Schema extends z.ZodType<Target>>(schema: Schema) =>
    (request: FastifyRequest<OfParticipant>, reply: FastifyReply) => {
      const target = checked(schema, request.body);
      const scene = sceneOf(api, request, request.params.conversationId);
      const participant = participantOf(scene, request.params.participantId);
      const to = targetOf(scene, participant, target);
      const { state } = liveLeg(participant);
      if ((participant.purpose !== 'agent' && participant.purpose !== 'acd') || state !== 'connected') {
        throw refusal('transfer.not.connected', 'The participant to be transferred is not connected.');
      }
      transfer(scene, participant, to, api.callerOf(request).agent?.id);
      return reply.code(202).send();
    };
  const conversations = '/api/v2/conversations/:conversationId/participants/:participantId/replace';
  api.app.post<OfParticipant>(
    '/api/v2/conversations/messages/:conversationId/participants/:participantId/replace',
    { config },
    replace(toAny),
  );
  api.app.post<OfParticipant>(conversations, { config }, replace(toAny));
  api.app.post<OfParticipant>(
    `${conversations}/agent`,
    {
      config: {
        ...config,
        permissions: {
          any: ['conversation:communication:blindTransferAgent', 'conversation:communication:blindTransfer'],
        },
      },
    },
    replace(toAgent),
  );
  api.app.post<OfParticipant>(
    `${conversations}/queue`,
    {
      config: {
        ...config,
        permissions: {
          any: ['conversation:communication:blindTransferQueue', 'conversation:communication:blindTransfer'],
        },
      },
    },
    replace(toQueue),
  );
}

function targetOf(
  { org }: Scene,
  participant: Participant,
  { userId, userName, userDisplayName, queueId, queueName }: Target,
): { queue: Queue } | { agent: Agent } {
  if (queueId !== undefined || queueName !== undefined) {
    const queue = [...org.queues.values()].find(({ id, name }) => id === queueId || name === queueName);
    if (queue === undefined) throw refusal('queue.not.found', 'The queue to transfer to was not found.');
    return { queue };
  }
  if (userId === undefined && userName === undefined && userDisplayName === undefined) {
    throw refusal('transfer.destination.required', 'A transfer needs a destination.');
  }
  const agent = [...org.agents.values()].find(
    ({ id, email, name }) => id === userId || email === userName || name === userDisplayName,
  );
  if (agent === undefined) throw notFound('user');
  if (agent.id === participant.userId) {
    throw refusal('transfer.same.party', 'A participant cannot be transferred to itself.');
  }
  return { agent };
}

function refusal(code: string, message: string): PlatformError {
  return new PlatformError(400, `conversations.error.${code}`, message);
}
