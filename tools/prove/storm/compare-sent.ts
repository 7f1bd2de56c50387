import type { StoredOutreach } from '../stored/stored-outreaches.ts';
import type { StormWorld } from './storm-world.ts';

const left = new Set(['sent', 'delivered', 'undelivered', 'replied']);

/** Where the messages customers got are not those the ledger says were sent; one sentence each. */
export async function compareSent(
  { world, agents }: StormWorld,
  outreaches: readonly StoredOutreach[],
): Promise<string[]> {
  const got = new Map<string, number>();
  const customers = new Map<string, number>();
  for (const entry of await world.sandbox.record()) {
    if (entry.kind !== 'customer' || !(entry.event === 'shown' || entry.event === 'waiting')) continue;
    got.set(entry.message.text, (got.get(entry.message.text) ?? 0) + 1);
    customers.set(entry.customerId, (customers.get(entry.customerId) ?? 0) + 1);
  }
  const written = new Map<string, number>();
  for (const { eventId, state } of outreaches) {
    const [agentId = ''] = eventId.split(':');
    if (left.has(state)) written.set(agentId, (written.get(agentId) ?? 0) + 1);
  }
  return [
    ...agents
      .map(({ id, name }) => [name, got.get(`Reachback: ${name}`) ?? 0, written.get(id) ?? 0] as const)
      .filter(([, received, sent]) => received !== sent)
      .map(([name, received, sent]) => `${name}: customers got ${received}, the ledger says ${sent}`),
    ...[...customers].filter(([, count]) => count > 1).map(([id]) => `customer ${id} was written to twice`),
  ];
}
