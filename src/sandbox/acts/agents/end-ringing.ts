import { liveLeg } from '../../world/leg.ts';
import { endLeg } from '../conversation/end-leg.ts';
import type { Scene } from '../conversation/scene.ts';
import { failTransfers } from './fail-transfers.ts';

/** The conversation goes elsewhere before the agent it rings at has answered (unverified: `transfer` on that leg). */
export function endRinging({ sandbox, conversation }: Pick<Scene, 'sandbox' | 'conversation'>): void {
  for (const participant of conversation.participants) {
    const leg = liveLeg(participant);
    if (leg.state === 'alerting') endLeg(leg, sandbox.now(), 'transfer');
  }
  failTransfers(conversation);
}
