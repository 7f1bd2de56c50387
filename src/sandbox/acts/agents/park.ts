import type { Participant } from '../../world/conversation.ts';
import { type Leg, liveLeg } from '../../world/leg.ts';
import { publishConversation } from '../conversation/publish-conversation.ts';
import type { Scene } from '../conversation/scene.ts';
import { freeAgent } from './free-agent.ts';
import { setRouting } from './set-routing.ts';

/** The agent puts the conversation aside, until `resumeAt` (epoch ms) if given, and has room for another. */
export function parkLeg(scene: Scene, participant: Participant, resumeAt?: number): void {
  const { sandbox, org, conversation, customer } = scene;
  const leg = liveLeg(participant);
  leg.state = 'parked';
  leg.parks = [...(leg.parks ?? []), { from: sandbox.now(), ...(resumeAt !== undefined && { resumeAt }) }];
  timeResume(scene, participant, leg);
  publishConversation(sandbox, org, conversation, customer);
  const agent = org.agents.get(participant.userId ?? '');
  if (agent !== undefined) freeAgent(sandbox, org, agent);
}

/** Takes a parked leg up again at its time. */
export function timeResume(scene: Scene, participant: Participant, leg: Leg): void {
  const park = leg.parks?.at(-1);
  if (park?.resumeAt === undefined) return;
  scene.sandbox.later(Math.max(0, park.resumeAt - scene.sandbox.now()), () => {
    if (park.to === undefined) resumeLeg(scene, participant);
  });
}

/** The agent goes on with what was parked. unverified: at the resume time it is connected at once, without ringing. */
export function resumeLeg({ sandbox, org, conversation, customer }: Scene, participant: Participant): void {
  const leg = liveLeg(participant);
  const park = leg.parks?.at(-1);
  if (leg.state !== 'parked' || park === undefined) return;
  park.to = sandbox.now();
  leg.state = 'connected';
  const agent = org.agents.get(participant.userId ?? '');
  if (agent !== undefined) setRouting(sandbox, org, agent, 'INTERACTING');
  publishConversation(sandbox, org, conversation, customer);
}
