import { deepEqual } from 'node:assert/strict';
import type { ConversationWire } from '../../../../src/genesys/wire/conversation.ts';
import { mayOffer, type OfferFacts } from '../../../../src/journeys/cobrowse/may-offer.ts';

const leg = (state: string, type = 'webmessaging') => ({
  id: 'leg',
  state,
  direction: 'inbound',
  type,
  toAddress: null,
  fromAddress: null,
});

function conversation(agent: string, customer = 'connected', part: object = {}): ConversationWire {
  return {
    id: 'c',
    participants: [
      { purpose: 'customer', messages: [leg(customer)] },
      { purpose: 'agent', userId: 'ada', messages: [leg(agent)] },
    ],
    ...part,
  };
}

const facts: OfferFacts = {
  asked: 'view',
  agentId: 'ada',
  presence: 'On Queue',
  conversation: conversation('connected'),
  deployment: { enabled: true, control: false },
  policyControl: false,
  sessionsOffered: true,
  agent: 'signed-out',
};

describe('whether cobrowse may be offered', () => {
  it('is so for an agent at work who is connected with a customer of a messenger that has it', () => {
    deepEqual(mayOffer(facts), { contract: 'field', mode: 'view' });
    for (const presence of ['Available', 'BUSY', 'Away'])
      deepEqual(mayOffer({ ...facts, presence }), { contract: 'field', mode: 'view' });
  });

  const cases: readonly [string, Partial<OfferFacts>][] = [
    ['cobrowse.initiator-unknown', { agentId: null, presence: null }],
    ['cobrowse.presence-unknown', { presence: null, conversation: null }],
    ['cobrowse.initiator-offline', { presence: 'Offline', conversation: null }],
    ['cobrowse.initiator-offline', { presence: ' OFFLINE' }],
    ['cobrowse.conversation-unknown', { conversation: null, deployment: null }],
    [
      'cobrowse.not-web',
      {
        conversation: {
          id: 'c',
          participants: [{ purpose: 'customer', messages: [leg('connected', 'sms')] }],
        },
      },
    ],
    ['cobrowse.not-web', { conversation: { id: 'c', participants: [] } }],
    ['cobrowse.conversation-over', { conversation: conversation('connected', 'disconnected') }],
    [
      'cobrowse.conversation-over',
      { conversation: conversation('connected', 'connected', { endTime: '2026-11-21T12:00:00Z' }) },
    ],
    ['cobrowse.not-connected', { conversation: conversation('alerting') }],
    ['cobrowse.not-connected', { conversation: conversation('parked') }],
    ['cobrowse.not-connected', { conversation: conversation('disconnected') }],
    ['cobrowse.not-yours', { agentId: 'bo' }],
    ['cobrowse.deployment-unread', { deployment: null }],
    ['cobrowse.deployment-off', { deployment: { enabled: false, control: true } }],
    ['cobrowse.control-by-policy', { asked: 'control' }],
    ['cobrowse.not-set-up', { sessionsOffered: false, agent: 'unavailable' }],
    ['cobrowse.not-signed-in', { sessionsOffered: false }],
  ];
  for (const [code, part] of cases) {
    it(`is refused as ${code}: ${Object.keys(part).join(', ')}`, () => {
      deepEqual(mayOffer({ ...facts, ...part }), { refused: code });
    });
  }
});
