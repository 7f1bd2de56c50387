import { deepEqual, equal } from 'node:assert/strict';
import { customerLeg, customerOf } from '../../../src/sandbox/acts/conversation/customer-leg.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { first, type Guest, guestsWhere } from '../../support/sandbox/platform-ground.ts';
import { type BridgeGround, startBridgeGround } from './bridge-ground.ts';

describe('The bridge of a hand-off whose customer goes on at another device', () => {
  let ground: BridgeGround;
  let other: Guest;
  beforeEach(async () => {
    ground = await startBridgeGround();
    await ground.begin();
    await waitFor(() => ground.partnerSaw().length === 2, { what: 'context and transcript' });
    await ground.desk();
    other = elsewhere();
  });
  afterEach(async () => {
    await ground.close();
  });

  /** Another guest becomes the same person, and was here last. */
  function elsewhere(): Guest {
    const { customer, conversation } = ground.guest;
    const found = first(
      guestsWhere(
        ground.near,
        (each) => each.customer.deploymentId === customer.deploymentId && each.conversation !== conversation,
      ),
    );
    const { externalContactId } = customer;
    ground.near.customers.change(found.customer, { externalContactId });
    found.customer.sessionExpiresAt = customer.sessionExpiresAt + 60_000;
    const participant = customerOf(found.conversation);
    if (participant !== undefined && externalContactId !== null)
      participant.externalContactId = externalContactId;
    return found;
  }
  const over = () => waitFor(() => ground.ends.length > 0, { what: 'the end', deadlineMs: 10_000 });

  for (const { name, fault } of [
    { name: 'its answer says where', fault: null },
    { name: 'its answer is lost', fault: { when: 'after', status: 500 } },
  ]) {
    it(`sends one message there, no more and nothing twice, and ends: ${name}`, async () => {
      const seenBefore = sent(other);
      if (fault !== null) await ground.fault({ method: 'POST', path: '/messages/agentless$', ...fault });
      await ground.agentSays('one');
      await ground.agentSays('two');
      await over();
      deepEqual(ground.ends, [{ by: 'fault', code: 'bridge.landed-elsewhere' }]);
      deepEqual(sent(other).slice(seenBefore.length), ['one']);
      deepEqual(ground.customerSaw(), []);
      equal(ground.partnerSaw().at(-1)?.startsWith('> ['), true, 'the partner’s people are told');
      equal(customerLeg(ground.guest.conversation)?.state, 'connected', 'the customer stays with us');
      const rows = await ground.store().bridges.of(ground.handOffId);
      const replies = rows.filter(({ direction }) => direction === 'to-customer');
      deepEqual(
        replies.map(({ state, code, text, receiptSent }) => [code, state, text, receiptSent]).sort(),
        [
          ['bridge.ended-before', 'dropped', '', 'Failed'],
          ['bridge.landed-elsewhere', 'failed', '', 'Failed'],
        ],
      );
    });
  }

  function sent({ conversation }: Guest): string[] {
    const all = [...ground.near.conversations.ofCustomer(conversation.customerId)];
    return all.flatMap(({ messages }) =>
      messages.flatMap(({ direction, text }) => (direction === 'outbound' ? [text ?? ''] : [])),
    );
  }
});
