import type { Conversation } from '../../../src/sandbox/world/conversation.ts';
import { legStart } from '../../../src/sandbox/world/leg.ts';
import type { Org } from '../../../src/sandbox/world/org.ts';
import type { World } from '../../../src/sandbox/world/world.ts';
import { transferProblems } from './agent-problems.ts';
import { indexProblems } from './index-problems.ts';
import { recordProblems } from './record-problems.ts';

/** What is inconsistent in a sandbox's world, in words; nothing when all is well. */
export function worldProblems(world: World): string[] {
  return [
    ...[...world.orgs.values()].flatMap((org) => [
      ...[...org.conversations.values()].flatMap((conversation) =>
        conversationProblems(org, conversation).map((problem) => `${conversation.id} ${problem}`),
      ),
      ...transferProblems(org),
      ...indexProblems(org),
    ]),
    ...recordProblems(world),
  ];
}

function conversationProblems(org: Org, conversation: Conversation): string[] {
  const problems: string[] = [];
  const { participants, messages, startedAt, endedAt } = conversation;
  const legs = participants.flatMap((each) => each.legs);
  const live = participants.flatMap((each) => each.legs.filter(({ state }) => state !== 'disconnected'));
  const customers = participants.filter(({ purpose }) => purpose === 'customer');
  if (!org.customers.has(conversation.customerId)) problems.push('is of a customer who does not exist');
  if (conversation.messageType !== 'open' && !org.deployments.has(conversation.deploymentId))
    problems.push('is on a deployment that does not exist');
  if (customers.length !== 1) problems.push(`has ${customers.length} customers`);
  if (endedAt !== undefined && live.length > 0) problems.push('has ended and a leg is live');
  if (endedAt !== undefined && endedAt < startedAt) problems.push('ended before it began');
  const open = customers.some((each) => each.legs.at(-1)?.state === 'connected');
  if (endedAt === undefined && !open && live.length === 0 && !wrappingUp(conversation))
    problems.push('goes on with nobody on it');
  const serving = live.filter((leg) =>
    participants.some((each) => each.purpose === 'agent' && each.legs.includes(leg)),
  );
  if (serving.length > 1) problems.push(`is with ${serving.length} agents at a time`);
  for (const { legs: own, purpose } of participants) {
    if (own.slice(0, -1).some(({ state }) => state !== 'disconnected'))
      problems.push(`has a ${purpose} with an old leg alive`);
  }
  for (const leg of legs) {
    if ((leg.disconnectedAt !== undefined) !== (leg.state === 'disconnected'))
      problems.push(`has a leg ${leg.state} with disconnectedAt ${leg.disconnectedAt}`);
    if (leg.disconnectedAt !== undefined && leg.disconnectedAt < legStart(leg))
      problems.push('has a leg that ended before it began');
  }
  if (new Set(legs.map(({ communicationId }) => communicationId)).size !== legs.length)
    problems.push('has a communication twice');
  const known = new Set(participants.map(({ id }) => id));
  for (const message of messages)
    if (!known.has(message.participantId)) problems.push(`has message ${message.id} of nobody`);
  return problems;
}

function wrappingUp({ participants }: Conversation): boolean {
  return participants.some(({ legs }) =>
    legs.some(({ wrapUp }) => wrapUp !== undefined && wrapUp.to === undefined),
  );
}
