import type { Sandbox } from '../../sandbox.ts';
import { liveLeg } from '../../world/leg.ts';
import { timeAlert } from '../agents/alert-agent.ts';
import { timeResume } from '../agents/park.ts';
import { timeWrapUp } from '../agents/wrap-up.ts';
import { deliverMessage } from '../messages/deliver-message.ts';
import type { Scene } from './scene.ts';

/** What was under way when the sandbox stopped goes on: deliveries, ringing, after-call work, parked conversations. */
export function resumeWork(sandbox: Sandbox): void {
  for (const org of sandbox.world.orgs.values()) {
    for (const conversation of org.conversations.values()) {
      const customer = org.customers.get(conversation.customerId);
      if (customer !== undefined) resume({ sandbox, org, conversation, customer });
    }
  }
}

function resume(scene: Scene): void {
  const { sandbox, org, conversation, customer } = scene;
  for (const message of conversation.messages) {
    if (message.status === 'queued' || message.status === 'sent') {
      deliverMessage(sandbox, org, conversation, customer, message);
    }
  }
  for (const participant of conversation.participants) {
    if (participant.purpose !== 'agent') continue;
    const live = liveLeg(participant);
    if (live.state === 'alerting') timeAlert(scene, participant, live);
    if (live.state === 'parked') timeResume(scene, participant, live);
    for (const leg of participant.legs) {
      if (leg.wrapUp !== undefined && leg.wrapUp.to === undefined) timeWrapUp(scene, participant, leg);
    }
  }
}
