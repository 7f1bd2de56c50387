import { endCobrowses } from '../../cobrowse/end-cobrowses.ts';
import type { Participant } from '../../world/conversation.ts';
import { type DisconnectType, liveLeg } from '../../world/leg.ts';
import { failTransfers } from '../agents/fail-transfers.ts';
import { beginWrapUp } from '../agents/wrap-up.ts';
import { endLeg } from './end-leg.ts';
import { publishConversation } from './publish-conversation.ts';
import type { Scene } from './scene.ts';
import { settleEnd } from './settle-end.ts';

/**
 * Disconnects every leg that is not over, each with the type `typeOf` gives its participant. Agents who talked go on to
 * after-call work, with which the conversation ends. Tells the topics once the present moment is over.
 */
export function endConversation(scene: Scene, typeOf: (participant: Participant) => DisconnectType): void {
  const { sandbox, org, conversation, customer } = scene;
  const at = sandbox.now();
  for (const participant of conversation.participants) {
    const leg = liveLeg(participant);
    if (leg.state === 'disconnected') continue;
    endLeg(leg, at, typeOf(participant));
    if (participant.purpose === 'agent' && leg.connectedAt !== undefined)
      beginWrapUp(scene, participant, leg);
  }
  failTransfers(conversation);
  endCobrowses(org, conversation, at);
  settleEnd(scene);
  sandbox.later(sandbox.settings.deliveryStepMs, () =>
    publishConversation(sandbox, org, conversation, customer),
  );
}
