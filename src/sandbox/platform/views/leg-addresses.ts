import type { Conversation, Participant } from '../../world/conversation.ts';
import type { Customer } from '../../world/customer.ts';
import { type Leg, legStart } from '../../world/leg.ts';

/** From and to of a participant's legs, by the platform's reading: the customer writes from the guest id to the deployment. */
export function legAddresses(conversation: Conversation, customer: Customer, { purpose }: Participant) {
  const guest = customer.guestId;
  const deployment = conversation.deploymentId;
  return purpose === 'customer' ? { from: guest, to: deployment } : { from: deployment, to: guest };
}

/** The customer's leg points at the agent's (or queue's) latest one of its time, every other leg at the customer's. */
export function peerOf(
  { participants }: Conversation,
  { purpose }: Participant,
  leg: Leg,
): string | undefined {
  const own = participants.find((each) => each.purpose === 'customer')?.legs;
  if (own === undefined) return undefined;
  if (purpose !== 'customer') {
    return (own.findLast((each) => legStart(each) <= legStart(leg)) ?? own[0]).communicationId;
  }
  const index = own.indexOf(leg);
  const next = own[index + 1];
  const from = index <= 0 ? Number.NEGATIVE_INFINITY : legStart(leg);
  const to = next === undefined ? Number.POSITIVE_INFINITY : legStart(next);
  const latest = (asked: Participant['purpose']): Leg | undefined =>
    participants
      .filter((each) => each.purpose === asked)
      .flatMap(({ legs }) => legs)
      .filter((each) => legStart(each) >= from && legStart(each) < to)
      .reduce<Leg | undefined>(
        (found, each) => (found === undefined || legStart(each) >= legStart(found) ? each : found),
        undefined,
      );
  return (latest('agent') ?? latest('acd') ?? latest('api'))?.communicationId;
}

/** Inbound unless the conversation began with a message of ours. */
export function directionOf({ participants }: Conversation): 'inbound' | 'outbound' {
  return participants[0]?.purpose === 'api' ? 'outbound' : 'inbound';
}
