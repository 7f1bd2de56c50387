import { liveLeg } from '../../../src/sandbox/world/leg.ts';
import type { Org } from '../../../src/sandbox/world/org.ts';

/** Where what agents are and what they do contradict each other. Nobody has set a routing status by hand. */
export function agentProblems(org: Org): string[] {
  const talking = new Set<string>();
  const wrapping = new Set<string>();
  for (const conversation of org.conversations.values()) {
    for (const { userId, legs } of conversation.participants) {
      if (userId === undefined) continue;
      if (legs.at(-1)?.state === 'connected') talking.add(userId);
      if (legs.some(({ wrapUp }) => wrapUp !== undefined && wrapUp.to === undefined)) wrapping.add(userId);
    }
  }
  return [...org.agents.values()].flatMap(({ id, name, presence, routingStatus }) => {
    const problems: string[] = [];
    const busy = talking.has(id) || wrapping.has(id);
    if (routingStatus === 'INTERACTING' && !busy) problems.push(`${name} is INTERACTING with nobody`);
    if (routingStatus === 'IDLE' && talking.has(id)) problems.push(`${name} is IDLE on a connected leg`);
    if ((presence === 'On Queue') === (routingStatus === 'OFF_QUEUE'))
      problems.push(`${name} is ${presence} and ${routingStatus}`);
    return problems;
  });
}

/** Transfers that wait for an answer where nothing rings. */
export function transferProblems(org: Org): string[] {
  return [...org.conversations.values()].flatMap(({ id, transfers = [], participants }) => {
    const rings = participants.some((each) => liveLeg(each).state === 'alerting');
    const pending = transfers.filter(({ state }) => state === 'Pending').length;
    return pending > (rings ? 1 : 0)
      ? [`${id} has ${pending} transfers pending and ${rings ? 'one leg' : 'nothing'} rings`]
      : [];
  });
}
