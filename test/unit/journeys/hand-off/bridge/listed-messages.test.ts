import { deepEqual, equal } from 'node:assert/strict';
import {
  customerIsOff,
  listedMessages,
} from '../../../../../src/journeys/hand-off/bridge/read/listed-messages.ts';

const at = (ms: number) => new Date(ms).toISOString();
const participant = (purpose: string, messages: [string, number][], state = 'connected') => ({
  purpose,
  name: purpose,
  messages: [
    { id: 'leg', state, messages: messages.map(([messageId, ms]) => ({ messageId, messageTime: at(ms) })) },
  ],
});

describe('the messages a conversation lists', () => {
  it('come in the order they were written, whoever wrote them, each with a place of its own', () => {
    const conversation = {
      id: 'c',
      participants: [
        participant('customer', [
          ['a', 1_000],
          ['d', 3_000],
        ]),
        participant('agent', [
          ['b', 2_000],
          ['c', 2_000],
        ]),
        {
          purpose: 'acd',
          messages: [{ messages: [{ messageId: null }, { messageId: 'x', messageTime: 'never' }] }],
        },
      ],
    };
    deepEqual(
      listedMessages(conversation).map(({ id, place, byCustomer }) => [id, place, byCustomer]),
      [
        ['a', 1_000_000, true],
        ['b', 2_000_000, false],
        ['c', 2_000_050, false],
        ['d', 3_000_000, true],
      ],
    );
  });

  it('tell that the customer is off when every leg of theirs is over', () => {
    const customer = participant('customer', [], 'disconnected');
    equal(customerIsOff({ id: 'c', participants: [customer] }), true);
    equal(customerIsOff({ id: 'c', participants: [customer, participant('agent', [])] }), true);
    const back = { ...customer, messages: [{ state: 'disconnected' }, { state: 'connected' }] };
    equal(customerIsOff({ id: 'c', participants: [back] }), false);
    equal(customerIsOff({ id: 'c', participants: [] }), false);
    equal(customerIsOff({ id: 'c', endTime: at(1), participants: [] }), true);
  });
});
