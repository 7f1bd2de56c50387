import type { Participant } from '../../world/conversation.ts';
import type { Leg } from '../../world/leg.ts';
import { publishConversation } from '../conversation/publish-conversation.ts';
import type { Scene } from '../conversation/scene.ts';
import { settleEnd } from '../conversation/settle-end.ts';
import { freeAgent } from './free-agent.ts';

/** After-call work begins with the end of an agent's leg, and ends by itself after the organisation's time for it. */
export function beginWrapUp(scene: Scene, participant: Participant, leg: Leg): void {
  const { sandbox, org } = scene;
  leg.wrapUp = { from: sandbox.now() };
  if (org.rules.afterCallWorkSeconds === 0) finishWrapUp(scene, participant, leg);
  else timeWrapUp(scene, participant, leg);
}

/** Ends after-call work when its time is over, counted from its beginning. */
export function timeWrapUp(scene: Scene, participant: Participant, leg: Leg): void {
  const { sandbox, org } = scene;
  const from = leg.wrapUp?.from ?? sandbox.now();
  const left = from + org.rules.afterCallWorkSeconds * 1000 - sandbox.now();
  sandbox.later(Math.max(0, left), () => finishWrapUp(scene, participant, leg));
}

/**
 * The agent is done, with a wrap-up code if they gave one. Sets the agent free and ends the conversation if nothing else
 * goes on; says nothing about a leg that is not wrapped up.
 */
export function finishWrapUp(
  scene: Scene,
  participant: Participant,
  leg: Leg,
  { code, note }: { readonly code?: string | undefined; readonly note?: string | undefined } = {},
): void {
  const { sandbox, org, conversation, customer } = scene;
  if (leg.wrapUp === undefined || leg.wrapUp.to !== undefined) return;
  leg.wrapUp.to = sandbox.now();
  if (code !== undefined) leg.wrapUp.code = code;
  if (note !== undefined) leg.wrapUp.note = note;
  settleEnd(scene, leg.wrapUp.to);
  const agent = org.agents.get(participant.userId ?? '');
  if (agent !== undefined) freeAgent(sandbox, org, agent);
  publishConversation(sandbox, org, conversation, customer);
}
