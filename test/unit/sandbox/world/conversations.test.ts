import assert from 'node:assert/strict';
import type { Conversation } from '../../../../src/sandbox/world/conversation.ts';
import { Conversations } from '../../../../src/sandbox/world/conversations.ts';

const conversation = (id: string, customerId: string, startedAt: number, ended = true): Conversation => ({
  id,
  orgId: 'org',
  customerId,
  deploymentId: 'webshop',
  startedAt,
  ...(ended && { endedAt: startedAt + 10 }),
  participants: [],
  messages: [
    {
      id: `${id} 1`,
      participantId: 'p',
      communicationId: 'c',
      direction: 'inbound',
      text: 'Hi',
      at: startedAt,
      status: 'received',
    },
  ],
});
const idsOf = (found: readonly Conversation[]): string[] => found.map(({ id }) => id);

describe('the conversations of an organisation', () => {
  let all: Conversations;
  beforeEach(() => {
    all = Conversations.of([
      conversation('late', 'ann', 300),
      conversation('early', 'ben', 100),
      conversation('open', 'ann', 200, false),
    ]);
  });

  it('are found by customer, message and start', () => {
    assert.deepEqual(idsOf(all.ofCustomer('ann')), ['late', 'open']);
    assert.deepEqual(idsOf(all.ofCustomer('nobody')), []);
    assert.equal(all.withMessage('early 1')?.id, 'early');
    assert.equal(all.withMessage('early 2'), undefined);
    assert.deepEqual(idsOf(all.startedBetween(100, 300)), ['early', 'open']);
    assert.deepEqual(idsOf(all.startedBetween(101, 301)), ['open', 'late']);
    assert.deepEqual(idsOf(all.open()), ['open']);
  });

  it('are found as well when they come later, in any order', () => {
    all.ofCustomer('ann');
    all.withMessage('');
    all.startedBetween(0, 1);
    all.open();
    const between = conversation('between', 'ann', 150, false);
    all.set(between.id, between);
    assert.deepEqual(idsOf(all.ofCustomer('ann')), ['late', 'open', 'between']);
    assert.equal(all.withMessage('between 1'), between);
    assert.deepEqual(idsOf(all.startedBetween(0, 250)), ['early', 'between', 'open']);
    assert.deepEqual(idsOf(all.open()), ['open', 'between']);
    const [message] = between.messages;
    assert.ok(message);
    all.addMessage(between, { ...message, id: 'between 2' });
    assert.equal(all.withMessage('between 2'), between);
  });

  it('stop being open when they end, and are again when they go on', () => {
    const [first] = all.open();
    assert.ok(first);
    all.end(first, 400);
    assert.deepEqual(all.open(), []);
    all.reopen(first);
    assert.deepEqual(idsOf(all.open()), ['open']);
  });

  it('are not found once deleted or archived, but by their id; archived ones keep their place in time', () => {
    const [late, open] = all.ofCustomer('ann');
    assert.ok(late && open);
    late.gone = 'archived';
    open.gone = 'deleted';
    assert.deepEqual(all.ofCustomer('ann'), []);
    assert.equal(all.withMessage('late 1'), undefined);
    assert.deepEqual(all.open(), []);
    assert.deepEqual(idsOf(all.startedBetween(0, 1000)), ['early', 'late']);
    assert.equal(all.get('late'), late);
  });

  it('are gone when they are taken out', () => {
    all.ofCustomer('ben');
    all.delete('early');
    assert.deepEqual(all.ofCustomer('ben'), []);
    assert.deepEqual(idsOf(all.startedBetween(0, 1000)), ['open', 'late']);
  });
});
