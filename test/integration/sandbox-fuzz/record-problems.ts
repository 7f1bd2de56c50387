import type { World } from '../../../src/sandbox/world/world.ts';

/**
 * What is wrong with the record: numbers without a gap, times that never go back, each outbound message shown or left
 * waiting once, seen in the history at most once and only after it waited, and nothing of people who are not there.
 */
export function recordProblems({ record, orgs, seededAt }: World): string[] {
  const problems: string[] = [];
  const told = new Map<string, 'shown' | 'waiting' | 'seen'>();
  for (const [index, entry] of record.entries()) {
    if (entry.seq !== index + 1) problems.push(`record entry ${index + 1} has number ${entry.seq}`);
    if (entry.at < (record[index - 1]?.at ?? 0))
      problems.push(`record entry ${entry.seq} is older than the last`);
    if (entry.kind === 'teams') continue;
    if (orgs.get(entry.orgId)?.customers.has(entry.customerId) !== true)
      problems.push(`record entry ${entry.seq} is of a customer who does not exist`);
    if (entry.kind !== 'customer') continue;
    const { id } = entry.message;
    const before = told.get(id);
    if (entry.event === 'shown' || entry.event === 'waiting') {
      if (before !== undefined) problems.push(`message ${id} is ${entry.event} after it was ${before}`);
      told.set(id, entry.event);
    } else if (entry.event === 'seen-in-history') {
      if (before !== 'waiting')
        problems.push(`message ${id} is seen in the history after ${before ?? 'nothing'}`);
      told.set(id, 'seen');
    }
  }
  for (const { conversations } of orgs.values()) {
    for (const { messages, messageType } of conversations.values()) {
      for (const { id, at, direction, status } of messages) {
        if (direction === 'inbound' || at < seededAt || messageType === 'open') continue;
        const arrived = status === 'delivery-success' || status === 'delivery-failed';
        if (arrived !== told.has(id))
          problems.push(`message ${id} is ${status} and was ${told.get(id) ?? 'not told of'}`);
      }
    }
  }
  return problems;
}
