import assert from 'node:assert/strict';
import { createRandomStream } from '../../../../src/sandbox/seed/large/random-stream.ts';
import { seedScaledWorld } from '../../../../src/sandbox/seed/seed-scaled-world.ts';
import { seedWorld } from '../../../../src/sandbox/seed/seed-world.ts';
import type { Org } from '../../../../src/sandbox/world/org.ts';
import type { World } from '../../../../src/sandbox/world/world.ts';

const now = Date.UTC(2026, 10, 21, 9);
const size = { agents: 500, conversations: 5_000 };
const seed = (name = 'northwind') => seedScaledWorld(name, now, 'http://127.0.0.1:9/', size);

function firstOrg({ orgs }: World): Org {
  const [org] = orgs.values();
  assert.ok(org);
  return org;
}

describe('a large seed', () => {
  const world = seed();
  const org = firstOrg(world);
  const written = seedWorld('northwind', now, 'http://127.0.0.1:9/');
  const small = firstOrg(written);
  const newAgents = [...org.agents.values()].filter(({ id }) => !small.agents.has(id));
  const newConversations = [...org.conversations.values()].filter(({ id }) => !small.conversations.has(id));

  it('is as large as wanted, and comes out the same for the same seed', () => {
    assert.equal(org.agents.size, 500);
    assert.equal(org.conversations.size, 5_000);
    assert.deepEqual(seed(), world);
    assert.notDeepEqual([...firstOrg(seed('other')).agents.keys()], [...org.agents.keys()]);
  });

  it('leaves the written people, places and talks as they are', () => {
    for (const part of [
      'agents',
      'queues',
      'deployments',
      'customers',
      'conversations',
      'contacts',
    ] as const) {
      for (const [id, thing] of small[part]) assert.deepEqual(org[part].get(id), thing, part);
    }
    assert.deepEqual([...world.teams.users.values()].slice(0, 13), [...written.teams.users.values()]);
    assert.equal(world.teams.tenantId, written.teams.tenantId);
    assert.equal([...world.orgs.values()].length, [...written.orgs.values()].length);
  });

  it('names every agent differently, and gives only the first dozens a Teams user', () => {
    const emails = new Set([...org.agents.values()].map(({ email }) => email));
    assert.equal(emails.size, 500);
    assert.equal(new Set([...org.agents.values()].map(({ name }) => name)).size, 500);
    assert.equal(world.teams.users.size, 13 + 24);
    for (const { email, role } of world.teams.users.values()) {
      if (role === 'agent') assert.ok(emails.has(email), email);
    }
  });

  it('puts the new agents into new queues, some hundred in each', () => {
    const queues = [...org.queues.values()].filter(({ id }) => !small.queues.has(id));
    assert.deepEqual(
      queues.map(({ name }) => name),
      ['Sales 2', 'Support 2', 'Billing 2'],
    );
    for (const { memberIds } of queues) assert.ok(memberIds.length > 100 && memberIds.length < 400);
    const members = new Set(queues.flatMap(({ memberIds }) => memberIds));
    assert.deepEqual(members, new Set(newAgents.map(({ id }) => id)));
  });

  it('has the variety of the written visits, each served by a member of its queue', () => {
    const ends = new Map<string, number>();
    for (const { participants, endedAt, customerId } of newConversations) {
      const customer = org.customers.get(customerId);
      assert.ok(customer);
      const end = endedAt === undefined ? 'goes on' : participants[0]?.legs.at(-1)?.disconnectType;
      ends.set(`${customer.name === null ? 'somebody' : 'named'}: ${end}`, (ends.get(String(end)) ?? 0) + 1);
      for (const { purpose, userId = '', queueId = '' } of participants) {
        if (purpose !== 'agent') continue;
        assert.ok(org.queues.get(queueId)?.memberIds.includes(userId));
        if (endedAt === undefined) assert.equal(org.agents.get(userId)?.routingStatus, 'INTERACTING');
      }
    }
    assert.deepEqual(
      [...ends.keys()].sort(),
      ['named', 'somebody'].flatMap((who) =>
        ['client', 'goes on', 'peer', 'session.expired'].map((end) => `${who}: ${end}`),
      ),
    );
    const returned = [...org.customers.keys()].filter((id) => org.conversations.ofCustomer(id).length > 1);
    assert.ok(returned.length > 500, `${returned.length} customers came back`);
  });

  it('finds its customers by guest, token and contact', () => {
    for (const customer of [...org.customers.values()].slice(-50)) {
      assert.equal(org.customers.withGuestId(customer.guestId), customer);
      assert.equal(org.customers.holding(customer.token), customer);
      if (customer.externalContactId === null) continue;
      assert.deepEqual(org.customers.ofContact(customer.externalContactId), [customer]);
      assert.equal(org.contacts.get(customer.externalContactId)?.id, customer.externalContactId);
    }
  });
});

describe('a random stream', () => {
  it('gives UUIDs of version 4, none twice, and the same again for the same seed', () => {
    const stream = createRandomStream('a');
    const ids = Array.from({ length: 10_000 }, () => stream.id());
    for (const id of ids)
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(new Set(ids).size, ids.length);
    const again = createRandomStream('a');
    assert.deepEqual(
      ids.slice(0, 10),
      Array.from({ length: 10 }, () => again.id()),
    );
    assert.notEqual(createRandomStream('b').id(), ids[0]);
  });

  it('draws every number of a range about as often', () => {
    const stream = createRandomStream('a');
    const counts = new Map<number, number>();
    for (let index = 0; index < 60_000; index += 1) {
      const drawn = stream.between(1, 6);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    assert.deepEqual([...counts.keys()].sort(), [1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) assert.ok(count > 9_500 && count < 10_500, `${count}`);
  });
});
