import type { Org } from '../../../src/sandbox/world/org.ts';

/** Where what is found by an index differs from what a walk over everything finds. */
export function indexProblems({ conversations, customers }: Org): string[] {
  const problems: string[] = [];
  const all = [...conversations.values()];
  const there = all.filter(({ gone }) => gone === undefined);
  const same = (what: string, found: readonly { id: string }[], wanted: readonly { id: string }[]): void => {
    const ids = (list: readonly { id: string }[]): string =>
      list
        .map(({ id }) => id)
        .toSorted()
        .join();
    if (ids(found) !== ids(wanted)) problems.push(`${what}: ${found.length} found, ${wanted.length} there`);
  };
  same(
    'open conversations',
    conversations.open(),
    there.filter(({ endedAt }) => endedAt === undefined),
  );
  const started = conversations.startedBetween(0, Number.MAX_SAFE_INTEGER);
  same(
    'conversations by start',
    started,
    all.filter(({ gone }) => gone !== 'deleted'),
  );
  if (started.some(({ startedAt }, index) => startedAt < (started[index - 1]?.startedAt ?? 0)))
    problems.push('conversations by start are out of order');
  for (const { id, messages, gone } of all) {
    for (const message of messages) {
      const found = conversations.withMessage(message.id)?.id;
      if (found !== (gone === undefined ? id : undefined))
        problems.push(`message ${message.id} is found in ${found}`);
    }
  }
  const holders = new Map<string, string>();
  for (const customer of customers.values()) {
    const { id, guestId, token, otherTokens = [], externalContactId } = customer;
    same(
      `conversations of ${id}`,
      conversations.ofCustomer(id),
      there.filter(({ customerId }) => customerId === id),
    );
    if (customers.withGuestId(guestId) !== customer) problems.push(`${id} is not found by guest id`);
    for (const each of [token, ...otherTokens]) {
      if (customers.holding(each) !== customer) problems.push(`${id} is not found by a token`);
      if (holders.has(each)) problems.push(`${id} and ${holders.get(each)} hold the same token`);
      holders.set(each, id);
    }
    if (externalContactId !== null && !customers.ofContact(externalContactId).includes(customer))
      problems.push(`${id} is not found by contact`);
  }
  return problems;
}
