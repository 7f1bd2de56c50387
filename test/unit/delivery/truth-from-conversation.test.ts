import assert from 'node:assert/strict';
import { truthFromConversation } from '../../../src/delivery/truth-from-conversation.ts';
import { conversation } from '../../../src/genesys/wire/conversation.ts';

const leg = (state: string, more: object = {}) => ({ id: 'leg', state, ...more });

function truth(...participants: object[]) {
  return truthFromConversation(conversation.parse({ id: 'c', participants }), 'timeZone');
}

describe('truthFromConversation', () => {
  it('sees a customer who left, when and from which zone', () => {
    const seen = truth(
      {
        purpose: 'customer',
        attributes: { timeZone: 'Asia/Tokyo', cart: '3' },
        messages: [
          leg('disconnected', {
            connectedTime: '2026-11-20T10:00:00.000Z',
            disconnectedTime: '2026-11-20T10:30:00.000Z',
            messages: [
              { messageId: 'm', messageTime: '2026-11-20T10:20:00.000Z', messageStatus: 'received' },
            ],
          }),
        ],
      },
      { purpose: 'agent', messages: [leg('disconnected')] },
    );
    assert.deepEqual(seen, {
      customer: 'disconnected',
      agentOnIt: false,
      waiting: false,
      guestSessionExpired: false,
      timeZone: 'Asia/Tokyo',
      lastActivityAt: Date.parse('2026-11-20T10:30:00.000Z'),
    });
  });

  it('tells talking to an agent from waiting for one', () => {
    const customer = { purpose: 'customer', messages: [leg('connected')] };
    const acd = { purpose: 'acd', messages: [leg('connected')] };
    const waiting = truth(customer, acd);
    assert.deepEqual([waiting.customer, waiting.waiting, waiting.agentOnIt], ['connected', true, false]);
    for (const state of ['alerting', 'connected', 'parked']) {
      const talking = truth(customer, acd, { purpose: 'agent', messages: [leg(state)] });
      assert.deepEqual([talking.waiting, talking.agentOnIt], [false, true]);
    }
  });

  it('goes by the last customer leg for an expired guest session, in either spelling', () => {
    const expired = (disconnectType: string) =>
      truth({ purpose: 'customer', messages: [leg('disconnected', { disconnectType })] }).guestSessionExpired;
    assert.deepEqual(
      [expired('session.expired'), expired('sessionExpired'), expired('client')],
      [true, true, false],
    );
  });

  it('does not take what the organisation wrote for activity of the customer', () => {
    const seen = truth({
      purpose: 'customer',
      messages: [
        leg('disconnected', {
          disconnectedTime: '2026-11-20T10:30:00.000Z',
          messages: [
            { messageId: 'm', messageTime: '2026-11-21T09:00:00.000Z', messageStatus: 'delivery-success' },
          ],
        }),
      ],
    });
    assert.equal(seen.lastActivityAt, Date.parse('2026-11-20T10:30:00.000Z'));
  });

  it('knows a connected customer by either name of that part, as the index does', () => {
    assert.equal(truth({ purpose: 'external', messages: [leg('connected')] }).customer, 'connected');
  });

  it('takes a customer without any leg for disconnected', () => {
    assert.equal(truth({ purpose: 'customer' }).customer, 'disconnected');
  });
});
