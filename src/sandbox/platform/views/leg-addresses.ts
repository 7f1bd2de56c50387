import type { Conversation, Participant } from '../../conversation.ts';
import type { Customer } from '../../org.ts';

/** From and to of one leg, by the platform's reading: the customer writes from the guest id to the deployment. */
export function legAddresses(conversation: Conversation, customer: Customer, leg: Participant) {
  const guest = customer.guestId;
  const deployment = conversation.deploymentId;
  return leg.purpose === 'customer' ? { from: guest, to: deployment } : { from: deployment, to: guest };
}

/** The customer's leg points at the agent's (or queue's) latest one, every other leg at the customer's. */
export function peerOf({ participants }: Conversation, leg: Participant): string | undefined {
  if (leg.purpose !== 'customer') {
    return participants.find(({ purpose }) => purpose === 'customer')?.communicationId;
  }
  const last = (purpose: Participant['purpose']) => participants.findLast((each) => each.purpose === purpose);
  return (last('agent') ?? last('acd') ?? last('api'))?.communicationId;
}

/** Inbound unless the conversation began with a message of ours. */
export function directionOf({ participants }: Conversation): 'inbound' | 'outbound' {
  return participants[0]?.purpose === 'api' ? 'outbound' : 'inbound';
}
