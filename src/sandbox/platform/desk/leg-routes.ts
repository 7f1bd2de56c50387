import { z } from 'zod';
import { answerAlert } from '../../acts/agents/answer-alert.ts';
import { missAlert } from '../../acts/agents/miss-alert.ts';
import { parkLeg, resumeLeg } from '../../acts/agents/park.ts';
import { finishWrapUp } from '../../acts/agents/wrap-up.ts';
import { endByPlatform } from '../../acts/conversation/end-by-platform.ts';
import type { Scene } from '../../acts/conversation/scene.ts';
import type { Participant } from '../../world/conversation.ts';
import { liveLeg } from '../../world/leg.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { badRequest } from '../platform-error.ts';
import { conversationView } from '../views/conversation-view.ts';
import { participantOf, sceneOf } from './scene-of.ts';

/** The SDK sends a whole Conversation: what else is in it is passed over. */
const conversationPatch = z.object({ state: z.enum(['disconnected']) });

const participantPatch = z
  .object({
    state: z.enum(['connected', 'disconnected']).optional(),
    wrapup: z.object({ code: z.string().optional(), notes: z.string().optional() }).optional(),
    wrapupSkipped: z.boolean().optional(),
  })
  .refine((body) => Object.values(body).some((each) => each !== undefined), {
    message: 'nothing to change',
  });

const parking = z.strictObject({
  state: z.enum(['parked', 'connected']),
  resumeTime: z.iso.datetime({ offset: true }).optional(),
});

interface OfConversation {
  Params: { conversationId: string };
}
interface OfParticipant {
  Params: { conversationId: string; participantId: string };
}

const messages = '/api/v2/conversations/messages/:conversationId';

/** Ending a conversation, and what an agent does with their own part of it: answer, hang up, wrap up, park. */
export function legRoutes(api: Api): void {
  const { app, callerOf } = api;

  app.patch<OfConversation>(
    messages,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['conversation:communication:disconnect'] },
        unverified: 'disconnects everybody; one that is over stays as it is',
      },
    },
    (request) => {
      checked(conversationPatch, request.body);
      const scene = sceneOf(api, request, request.params.conversationId);
      const own = scene.conversation.participants.find(
        ({ userId }) => userId === callerOf(request).agent?.id,
      );
      if (!isOver(scene)) endByPlatform(scene, own);
      return conversationView(scene.org, scene.conversation, scene.customer, scene.sandbox.now());
    },
  );

  app.post<OfConversation>(
    '/api/v2/conversations/:conversationId/disconnect',
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['conversation:communication:disconnect'] },
        unverified: 'its permission, the status 202 and the empty text as answer',
      },
    },
    (request, reply) => {
      const scene = sceneOf(api, request, request.params.conversationId);
      if (!isOver(scene)) endByPlatform(scene);
      for (const participant of scene.conversation.participants) {
        for (const leg of participant.legs) finishWrapUp(scene, participant, leg, { code: 'system-hangup' });
      }
      return reply.code(202).type('application/json').send('""');
    },
  );

  app.patch<OfParticipant>(
    `${messages}/participants/:participantId`,
    {
      config: {
        source: 'SDK 262',
        unverified: 'that it needs no permission of its own; answers 202 without a body',
      },
    },
    (request, reply) => {
      const { state, wrapup, wrapupSkipped } = checked(participantPatch, request.body);
      const scene = sceneOf(api, request, request.params.conversationId);
      const participant = participantOf(scene, request.params.participantId);
      const leg = liveLeg(participant);
      if (state === 'connected') {
        if (leg.state === 'disconnected') throw badRequest('The participant is not connected.');
        answerAlert(scene, participant);
      }
      if (state === 'disconnected') hangUp(scene, participant);
      if (wrapup !== undefined || wrapupSkipped === true) {
        finishWrapUp(scene, participant, leg, { code: wrapup?.code, note: wrapup?.notes });
      }
      return reply.code(202).send();
    },
  );

  app.patch<OfParticipant>(
    `${messages}/participants/:participantId/parkingstate`,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['conversation:message:park'] },
        unverified: 'codes of its refusals; answers 202 without a body',
      },
    },
    (request, reply) => {
      const { state, resumeTime } = checked(parking, request.body);
      const scene = sceneOf(api, request, request.params.conversationId);
      const participant = participantOf(scene, request.params.participantId);
      const leg = liveLeg(participant);
      if (participant.purpose !== 'agent') throw badRequest('Only an agent can park a conversation.');
      const resumeAt = resumeTime === undefined ? undefined : Date.parse(resumeTime);
      if (state === 'parked') {
        if (leg.state !== 'connected') throw badRequest('The communication is not connected.');
        if (resumeAt !== undefined && resumeAt <= api.sandbox.now()) {
          throw badRequest('resumeTime must be in the future.');
        }
        parkLeg(scene, participant, resumeAt);
      } else {
        if (leg.state !== 'parked') throw badRequest('The communication is not parked.');
        resumeLeg(scene, participant);
      }
      return reply.code(202).send();
    },
  );
}

function isOver({ conversation }: Scene): boolean {
  return conversation.participants.every((each) => liveLeg(each).state === 'disconnected');
}

/** An agent at whom it rings declines (unverified: that counts as missed); anybody else who hangs up ends a conversation of two. */
function hangUp(scene: Scene, participant: Participant): void {
  const leg = liveLeg(participant);
  if (leg.state === 'alerting') missAlert(scene, participant, leg);
  else if (leg.state !== 'disconnected') endByPlatform(scene, participant);
}
