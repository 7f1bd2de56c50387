import type { Participant } from '../../world/conversation.ts';
import { type Leg, liveLeg } from '../../world/leg.ts';
import { endLeg } from '../conversation/end-leg.ts';
import { publishConversation } from '../conversation/publish-conversation.ts';
import type { Scene } from '../conversation/scene.ts';
import { enterQueue } from './enter-queue.ts';
import { failTransfers } from './fail-transfers.ts';
import { setRouting } from './set-routing.ts';

/**
 * Nobody answered: the leg ends with `transfer.noanswer`, the agent is NOT_RESPONDING, and the customer waits on in the
 * queue (unverified for a transfer to an agent: in the queue the conversation was last in).
 */
export function missAlert(scene: Scene, participant: Participant, leg: Leg): void {
  if (leg.state !== 'alerting') return;
  const { sandbox, org, conversation, customer } = scene;
  endLeg(leg, sandbox.now(), 'transfer.noanswer');
  failTransfers(conversation);
  const agent = org.agents.get(participant.userId ?? '');
  if (agent !== undefined) setRouting(sandbox, org, agent, 'NOT_RESPONDING');
  const served = conversation.participants.some(
    (each) => (each.purpose === 'acd' || each.purpose === 'agent') && liveLeg(each).state !== 'disconnected',
  );
  if (!served) enterQueue(scene, org.queues.get(leg.queueId ?? lastQueueId(scene) ?? ''));
  publishConversation(sandbox, org, conversation, customer);
}

function lastQueueId({ conversation }: Scene): string | undefined {
  return conversation.participants.findLast(({ queueId }) => queueId !== undefined)?.queueId;
}
