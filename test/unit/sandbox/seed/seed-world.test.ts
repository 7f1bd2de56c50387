import assert from 'node:assert/strict';
import { customerLeg } from '../../../../src/sandbox/acts/conversation/customer-leg.ts';
import { seedWorld } from '../../../../src/sandbox/seed/seed-world.ts';
import type { Conversation } from '../../../../src/sandbox/world/conversation.ts';
import type { Customer } from '../../../../src/sandbox/world/customer.ts';
import { liveLeg } from '../../../../src/sandbox/world/leg.ts';

const now = Date.UTC(2026, 10, 21, 9, 30);
const hour = 3_600_000;
const endpoint = 'http://127.0.0.1:9/';

describe('the seeded world', () => {
  const world = seedWorld('northwind', now, endpoint);
  const [org] = world.orgs.values();
  assert.ok(org);
  const guests = [...org.conversations.values()].map((conversation): [Conversation, Customer] => {
    const customer = org.customers.get(conversation.customerId);
    assert.ok(customer);
    return [conversation, customer];
  });
  const legOf = (conversation: Conversation) => {
    const leg = customerLeg(conversation);
    assert.ok(leg);
    return leg;
  };
  const reachable = guests.filter(([conversation, customer]) => {
    const { state, disconnectedAt = 0 } = legOf(conversation);
    return state === 'disconnected' && now - disconnectedAt < 24 * hour && customer.sessionExpiresAt > now;
  });

  it('comes out the same for the same seed and time, and different for another seed', () => {
    assert.deepEqual(seedWorld('northwind', now, endpoint), world);
    const [other] = seedWorld('other', now, endpoint).orgs.values();
    assert.notEqual(other?.id, org.id);
    assert.notEqual(other?.clients.get(other.clientId)?.secret, org.clients.get(org.clientId)?.secret);
  });

  it('keeps its ids whenever it is seeded', () => {
    const [later] = seedWorld('northwind', now + 5 * hour, endpoint).orgs.values();
    assert.deepEqual([...(later?.conversations.keys() ?? [])], [...org.conversations.keys()]);
  });

  it('has 12 agents, five or more away from customers, and all talkers on queue', () => {
    const agents = [...org.agents.values()];
    assert.equal(agents.length, 12);
    const away = agents.filter(({ presence }) => !['Available', 'On Queue'].includes(presence));
    assert.ok(away.length >= 5);
    for (const conversation of org.conversations.values()) {
      for (const each of conversation.participants) {
        if (each.userId === undefined || liveLeg(each).state !== 'connected') continue;
        assert.equal(org.agents.get(each.userId)?.routingStatus, 'INTERACTING');
      }
    }
    const talking = new Set(
      guests.flatMap(([{ participants }]) =>
        participants.flatMap((each) => (liveLeg(each).state === 'connected' ? (each.userId ?? []) : [])),
      ),
    );
    for (const { id, name, routingStatus } of agents)
      assert.equal(talking.has(id), routingStatus === 'INTERACTING', name);
  });

  it('has at least 15 named and 6 anonymous customers to reach back to', () => {
    const named = reachable.filter(([, { name }]) => name !== null);
    assert.ok(named.length >= 15, `${named.length} named`);
    assert.ok(reachable.length - named.length >= 6, `${reachable.length - named.length} anonymous`);
    for (const [, { name, externalContactId }] of guests)
      assert.equal(name === null, externalContactId === null);
  });

  it('has sessions just inside and just outside 24 hours, expired ones and abandoned ones', () => {
    const endedAgo = guests.flatMap(([conversation]) => {
      const { disconnectedAt } = legOf(conversation);
      return disconnectedAt === undefined ? [] : (now - disconnectedAt) / 60_000;
    });
    assert.ok(endedAgo.some((minutes) => minutes > 24 * 60 - 6 && minutes < 24 * 60 - 1));
    assert.ok(endedAgo.some((minutes) => minutes > 24 * 60 && minutes < 24 * 60 + 6));
    assert.ok(endedAgo.every((minutes) => minutes < 4 * 24 * 60));
    assert.ok(guests.some(([, customer]) => customer.sessionExpiresAt <= now));
    const abandoned = guests.filter(([{ participants, endedAt }]) => {
      const purposes = participants.map(({ purpose }) => purpose);
      return endedAt !== undefined && purposes.includes('acd') && !purposes.includes('agent');
    });
    assert.ok(abandoned.length >= 5);
  });

  it('has talks that read in order and lie within their conversation', () => {
    for (const [conversation] of guests) {
      const { messages, startedAt, endedAt = now } = conversation;
      const times = messages.map(({ at }) => at);
      assert.deepEqual(
        times,
        [...times].sort((a, b) => a - b),
      );
      assert.ok(times.every((at) => at >= startedAt && at <= endedAt));
      assert.ok(messages.length >= 2);
      for (const { participantId } of messages) {
        assert.ok(conversation.participants.some(({ id }) => id === participantId));
      }
    }
  });

  it('has about half of its customers at an open browser', () => {
    const open = [...org.customers.values()].filter(({ browserOpen }) => browserOpen).length;
    assert.ok(open > 20 && open < 40, `${open} open`);
  });

  it('has an open browser at whoever an agent served last, and closed ones behind', () => {
    const served = (agentId: string) =>
      reachable
        .filter(
          ([{ participants }]) =>
            participants.findLast(({ purpose }) => purpose === 'agent')?.userId === agentId,
        )
        .toSorted(([one], [other]) => (other.endedAt ?? 0) - (one.endedAt ?? 0))
        .map(([, { browserOpen }]) => browserOpen);
    const queues = [...org.agents.keys()].map(served);
    assert.ok(queues.filter(([latest]) => latest === true).length >= 8);
    assert.ok(queues.every(([latest]) => latest !== false));
    assert.ok(queues.flat().filter((open) => !open).length >= 5, 'some to leave a message for');
  });

  it('has a Teams tenant with a channel, the agents and a supervisor', () => {
    const users = [...world.teams.users.values()];
    assert.deepEqual(
      users.filter(({ role }) => role === 'supervisor').map(({ email }) => email),
      ['sam.porter@northwind.example'],
    );
    assert.equal(users.length, 13);
    assert.equal(world.teams.conversations.size, 14);
  });
});
