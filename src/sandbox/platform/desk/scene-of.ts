import type { FastifyRequest } from 'fastify';
import type { Scene } from '../../acts/conversation/scene.ts';
import type { Agent } from '../../world/agent.ts';
import type { Participant } from '../../world/conversation.ts';
import type { Api } from '../api.ts';
import { findConversation } from '../find-conversation.ts';
import { notFound } from '../platform-error.ts';
import { refusedAs } from '../unverified-refusals.ts';

/** The conversation a request is about, in the caller's organisation; 404 otherwise. */
export function sceneOf(
  { sandbox, orgOf }: Pick<Api, 'sandbox' | 'orgOf'>,
  request: FastifyRequest,
  conversationId: string,
): Scene {
  const org = orgOf(request);
  return { sandbox, org, ...findConversation(org, conversationId) };
}

/** The agent who signed in. 403 for a client's own token: it is nobody who could be on a conversation (unverified code). */
export function requireAgent({ callerOf }: Pick<Api, 'callerOf'>, request: FastifyRequest): Agent {
  const { agent } = callerOf(request);
  if (agent === undefined) {
    throw refusedAs(
      'client-token-where-an-agent-is-needed',
      'You are not authorized to perform the requested action.',
    );
  }
  return agent;
}

/** The caller's own participant, or 404 for an agent who is not on the conversation. */
export function ownParticipant({ conversation }: Scene, agent: Agent): Participant {
  const own = conversation.participants.find(({ userId }) => userId === agent.id);
  if (own === undefined) {
    throw refusedAs(
      'agent-not-on-the-conversation',
      `User ${agent.id} is not a participant of conversation ${conversation.id}.`,
    );
  }
  return own;
}

/** The participant with that id, or 404. */
export function participantOf({ conversation }: Scene, participantId: string): Participant {
  const found = conversation.participants.find(({ id }) => id === participantId);
  if (found === undefined) throw notFound('participant');
  return found;
}
