import type { Agent } from '../../world/agent.ts';
import type { Participant, Transfer } from '../../world/conversation.ts';
import { liveLeg } from '../../world/leg.ts';
import type { Queue } from '../../world/queue.ts';
import { endLeg } from '../conversation/end-leg.ts';
import { publishConversation } from '../conversation/publish-conversation.ts';
import type { Scene } from '../conversation/scene.ts';
import { alertAgent } from './alert-agent.ts';
import { endRinging } from './end-ringing.ts';
import { enterQueue } from './enter-queue.ts';
import { beginWrapUp } from './wrap-up.ts';

/**
 * Somebody on the conversation (an agent, or the queue the customer waits in) gives it to a queue or rings it at an
 * agent: their leg ends with `transfer`, and an agent goes on to after-call work.
 */
export function transfer(
  scene: Scene,
  participant: Participant,
  target: { readonly queue: Queue } | { readonly agent: Agent },
  initiatorUserId?: string,
): Transfer {
  const { sandbox, org, conversation, customer } = scene;
  const leg = liveLeg(participant);
  const queueId = leg.queueId ?? participant.queueId;
  const entry: Transfer = {
    id: sandbox.newId(),
    at: sandbox.now(),
    ...(initiatorUserId !== undefined && { initiatorUserId }),
    to: 'queue' in target ? { queueId: target.queue.id } : { userId: target.agent.id },
    state: 'queue' in target ? 'Complete' : 'Pending',
  };
  endRinging(scene);
  conversation.transfers = [...(conversation.transfers ?? []), entry];
  endLeg(leg, sandbox.now(), 'transfer');
  if ('queue' in target) enterQueue(scene, target.queue);
  else alertAgent(scene, target.agent, queueId);
  if (participant.purpose === 'agent') beginWrapUp(scene, participant, leg);
  publishConversation(sandbox, org, conversation, customer);
  return entry;
}
