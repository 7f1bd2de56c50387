import type { Message, Participant } from '../../world/conversation.ts';
import { liveLeg } from '../../world/leg.ts';
import { publishConversation } from '../conversation/publish-conversation.ts';
import type { Scene } from '../conversation/scene.ts';
import { addMessage } from '../messages/add-message.ts';
import { deliverMessage } from '../messages/deliver-message.ts';

/** The agent writes to the customer on their connected leg. Starts the delivery. */
export function agentWrites(scene: Scene, participant: Participant, text: string): Message {
  const { sandbox, org, conversation, customer } = scene;
  const message: Message = {
    id: sandbox.newId(),
    participantId: participant.id,
    communicationId: liveLeg(participant).communicationId,
    direction: 'outbound',
    text,
    at: sandbox.now(),
    status: 'queued',
    fromName: participant.name,
    originatingEntity: 'Human',
  };
  addMessage(scene, message);
  sandbox.later(0, () => publishConversation(sandbox, org, conversation, customer));
  deliverMessage(sandbox, org, conversation, customer, message);
  return message;
}
