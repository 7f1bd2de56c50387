import type { Stay } from './agent-script.ts';

export interface ToldOf {
  readonly agentId: string;
  /** When the customer got it, epoch milliseconds. */
  readonly at: number;
}

/** How long after an agent has left a message may still be on its way; milliseconds. */
const onItsWayMs = 10_000;

/**
 * What is wrong with the messages customers got, by when the agents they name were available. Each stay calls for one message
 * at most, and for just one if it lasts. Pure.
 */
export function judgeMessages(
  stays: ReadonlyMap<string, readonly Stay[]>,
  messages: readonly ToldOf[],
): string[] {
  const problems: string[] = [];
  for (const { agentId, at } of messages) {
    const stay = stays.get(agentId)?.findLast(({ from }) => from <= at);
    if (stay === undefined) problems.push(`${agentId} was written for and had never been available`);
    else if (stay.to !== null && at > stay.to + onItsWayMs)
      problems.push(`${agentId} was written for ${Math.round((at - stay.to) / 1000)} s after leaving`);
  }
  for (const [agentId, known] of stays) {
    for (const [index, stay] of known.entries()) {
      const until = known[index + 1]?.from ?? Number.POSITIVE_INFINITY;
      const got = messages.filter(
        (each) => each.agentId === agentId && each.at >= stay.from && each.at < until,
      );
      if (got.length > 1) problems.push(`${agentId} was written for ${got.length} times for one change`);
      if (got.length === 0 && stay.to === null)
        problems.push(`${agentId} is available and nobody was written to`);
    }
  }
  return problems;
}
