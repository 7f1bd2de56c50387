import type { Participant } from '../../world/conversation.ts';
import { liveLeg } from '../../world/leg.ts';
import { endLeg } from '../conversation/end-leg.ts';
import { publishConversation } from '../conversation/publish-conversation.ts';
import type { Scene } from '../conversation/scene.ts';
import { setRouting } from './set-routing.ts';

/** The agent takes the conversation that rings at them: the queue's leg ends, and an agent on queue is INTERACTING. */
export function answerAlert({ sandbox, org, conversation, customer }: Scene, participant: Participant): void {
  const leg = liveLeg(participant);
  if (leg.state !== 'alerting') return;
  const at = sandbox.now();
  leg.state = 'connected';
  leg.connectedAt = at;
  for (const each of conversation.participants) {
    if (each.purpose === 'acd') endLeg(liveLeg(each), at, 'transfer');
  }
  const transfer = conversation.transfers?.at(-1);
  if (transfer?.state === 'Pending') transfer.state = 'Complete';
  const agent = org.agents.get(participant.userId ?? '');
  if (agent !== undefined) setRouting(sandbox, org, agent, 'INTERACTING');
  publishConversation(sandbox, org, conversation, customer);
}
