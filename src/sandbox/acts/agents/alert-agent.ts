import type { Agent } from '../../world/agent.ts';
import type { Participant } from '../../world/conversation.ts';
import type { Leg } from '../../world/leg.ts';
import { publishConversation } from '../conversation/publish-conversation.ts';
import type { Scene } from '../conversation/scene.ts';
import { missAlert } from './miss-alert.ts';

/**
 * The conversation rings at an agent, on a new leg of theirs; unanswered for the organisation's time it counts as missed.
 * Gives the agent's participant, whose last leg it is.
 */
export function alertAgent(scene: Scene, agent: Agent, queueId?: string): Participant {
  const { sandbox, org, conversation, customer } = scene;
  const leg: Leg = {
    communicationId: sandbox.newId(),
    state: 'alerting',
    alertedAt: sandbox.now(),
    ...(queueId !== undefined && { queueId }),
  };
  let participant = conversation.participants.find(({ userId }) => userId === agent.id);
  if (participant === undefined) {
    participant = { id: sandbox.newId(), purpose: 'agent', name: agent.name, userId: agent.id, legs: [leg] };
    org.conversations.addParticipant(conversation, participant);
  } else participant.legs.push(leg);
  if (queueId !== undefined) participant.queueId = queueId;
  publishConversation(sandbox, org, conversation, customer);
  timeAlert(scene, participant, leg);
  return participant;
}

/** Counts a ringing leg as missed when its time is over. */
export function timeAlert(scene: Scene, participant: Participant, leg: Leg): void {
  const { sandbox, org } = scene;
  const left = (leg.alertedAt ?? 0) + org.rules.alertSeconds * 1000 - sandbox.now();
  sandbox.later(Math.max(0, left), () => missAlert(scene, participant, leg));
}
