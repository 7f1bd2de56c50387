import assert from 'node:assert/strict';
import { truthFromConversation } from '../../../src/delivery/truth-from-conversation.ts';
import { conversation } from '../../../src/genesys/wire/conversation.ts';

const leg = (state: string, more: object = {}) => ({ id: 'leg', state, ...more });

function truth(...participants: object[]) {
  return truthFromConversation(conversation.parse({ id: 'c', participants }), 'timeZone') ?? assert.fail();
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
      agents: [],
      waiting: false,
      endedAt: Date.parse('2026-11-20T10:30:00.000Z'),
      guestSessionExpired: false,
      timeZone: 'Asia/Tokyo',
      lastActivityAt: Date.parse('2026-11-20T10:30:00.000Z'),
      lastWroteAt: Date.parse('2026-11-20T10:20:00.000Z'),
      wrote: [{ messageId: 'm', at: Date.parse('2026-11-20T10:20:00.000Z') }],
      channelId: null,
      guestId: null,
      externalContactId: null,
    });
  });

  it('takes a zone with spaces around it, as a form or a flow may write it, and an empty one for none', () => {
    const zone = (timeZone: string) =>
      truth({ purpose: 'customer', attributes: { timeZone }, messages: [leg('disconnected')] }).timeZone;
    assert.deepEqual([zone(' Asia/Tokyo\n'), zone('  ')], ['Asia/Tokyo', null]);
  });

  it('knows the zone by the name under which a site’s attributes may arrive, too', () => {
    const zone = (...all: Record<string, string>[]) =>
      truth(
        ...all.map((attributes) => ({ purpose: 'customer', attributes, messages: [leg('disconnected')] })),
      ).timeZone;
    assert.equal(zone({ 'context.timeZone': 'Asia/Tokyo' }), 'Asia/Tokyo');
    assert.equal(zone({ timeZone: 'Asia/Seoul', 'context.timeZone': 'Asia/Tokyo' }), 'Asia/Seoul');
    assert.equal(zone({ timeZone: ' ', 'context.timeZone': 'Asia/Tokyo' }), 'Asia/Tokyo');
    assert.equal(zone({ timeZone: '' }, { timeZone: 'Asia/Tokyo' }), 'Asia/Tokyo');
  });

  it('tells talking to an agent from waiting for one', () => {
    const customer = { purpose: 'customer', messages: [leg('connected')] };
    const acd = { purpose: 'acd', messages: [leg('connected')] };
    const waiting = truth(customer, acd);
    assert.deepEqual([waiting.customer, waiting.waiting, waiting.agents], ['connected', true, []]);
    for (const state of ['alerting', 'connected', 'parked']) {
      const talking = truth(customer, { purpose: 'agent', userId: 'ada', messages: [leg(state)] });
      assert.deepEqual(
        [talking.waiting, talking.agents],
        [false, [{ userId: 'ada', parked: state === 'parked' }]],
      );
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

  it('tells the channel and the browser where the addresses are ids, and nothing where they are not', () => {
    const addressed = (to: string) => {
      const addresses = {
        toAddress: { addressNormalized: to },
        fromAddress: { addressNormalized: 'guest-1' },
      };
      const { channelId, guestId } = truth({ purpose: 'customer', messages: [leg('connected', addresses)] });
      return [channelId, guestId];
    };
    const deployment = '11111111-1111-4111-8111-111111111111';
    assert.deepEqual(
      [addressed(deployment), addressed('Web shop')],
      [
        [deployment, 'guest-1'],
        [null, null],
      ],
    );
  });

  it('gives null where no web messaging customer is in it', () => {
    const empty = conversation.parse({ id: 'c', participants: [{ purpose: 'customer' }] });
    assert.equal(truthFromConversation(empty, 'timeZone'), null);
  });
});
