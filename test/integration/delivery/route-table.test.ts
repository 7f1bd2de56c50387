import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Route } from '../../../src/outreach/outreach.ts';
import { type ConversationState, conversationStates } from '../../../src/policy/conversation-state.ts';
import { type Offers, type Reach, reaches, routeTable } from '../../../src/policy/route-table.ts';
import { customerLeg } from '../../../src/sandbox/acts/conversation/customer-leg.ts';
import { liveLeg } from '../../../src/sandbox/world/leg.ts';
import type { Guest } from '../../support/sandbox/platform-ground.ts';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';
import {
  type ConversationGround,
  servedGuest,
  startConversations,
  waitingGuest,
} from '../sandbox-conversations/conversation-ground.ts';
import { approveFor } from './route-ground.ts';

type Writer = Guest & { readonly agentId?: string };

const minute = 60_000;
const threadingMinutes = 30;

/** How the sandbox's people bring a conversation into each state; gives the guest, and who writes where that matters. */
const bring: Record<ConversationState, (ground: ConversationGround) => Promise<Writer>> = {
  async idle(ground) {
    const guest = leftAlone(ground);
    ground.advance(11 * minute);
    return guest;
  },
  connected: async (ground) => {
    await ground.control(`/customers/${servedGuest(ground).customer.id}/messages`, { text: 'Hello?' });
    return leftAlone(ground);
  },
  queued: async (ground) => waitingGuest(ground),
  'with-this-agent': async (ground) => servedGuest(ground),
  'with-another-agent': async (ground) => somebodyElses(ground),
  async parked(ground) {
    const guest = somebodyElses(ground);
    await ground.control(`/conversations/${guest.conversation.id}/park`);
    return guest;
  },
  async open(ground) {
    const guest = somebodyElses(ground);
    const leg = customerLeg(guest.conversation);
    assert.ok(leg);
    Object.assign(leg, {
      state: 'disconnected',
      disconnectedAt: Date.now(),
      disconnectType: 'transport.failure',
    });
    return guest;
  },
  closed: async (ground) => ended(ground, 'agent'),
  async 'closed-long-ago'(ground) {
    const guest = await ended(ground, 'agent');
    ground.advance((threadingMinutes + 1) * minute);
    return guest;
  },
  async expired(ground) {
    const guest = somebodyElses(ground);
    ground.advance(guest.customer.sessionExpiresAt - Date.now() + minute);
    return guest;
  },
  async cleared(ground) {
    const leg = customerLeg(somebodyElses(ground).conversation);
    assert.ok(leg);
    leg.cleared = true;
    return ended(ground, 'customer');
  },
  async gone(ground) {
    const guest = await ended(ground, 'agent');
    await ground.control(`/conversations/${guest.conversation.id}/delete`);
    return guest;
  },
};

function somebodyElses(ground: ConversationGround): Guest {
  const { customer, conversation } = servedGuest(ground);
  return { customer, conversation };
}

/** The agent's leg is over, the customer's is not: nobody is there but the customer. */
function leftAlone(ground: ConversationGround): Guest {
  const guest = somebodyElses(ground);
  for (const participant of guest.conversation.participants) {
    if (participant.purpose === 'customer') continue;
    Object.assign(liveLeg(participant), { state: 'disconnected', disconnectedAt: Date.now() });
  }
  return guest;
}

async function ended(ground: ConversationGround, by: 'agent' | 'customer'): Promise<Guest> {
  const guest = somebodyElses(ground);
  await ground.control(`/conversations/${guest.conversation.id}/disconnect`, { by });
  return guest;
}

const offering: Record<Reach, Pick<Offers, 'externalMessages' | 'webchat'> & { contact: boolean }> = {
  contact: { contact: true, externalMessages: true, webchat: true },
  'guest-external': { contact: false, externalMessages: true, webchat: true },
  'guest-webchat': { contact: false, externalMessages: false, webchat: true },
  guest: { contact: false, externalMessages: false, webchat: false },
};

const paths: Record<Route, RegExp> = {
  agentless: /\/messages\/agentless$/,
  'external-messages': /\/external-messages$/,
  webchat: /\/conversations\/webchat\/[^/]+\/messages$/,
};

describe('every row of the route table, from the yes of a supervisor to the customer', () => {
  const store = storeOfEachTest();
  let ground: ConversationGround;
  beforeEach(async () => {
    ground = await startConversations();
    await ground.control(`/orgs/${ground.org.id}/conversation-rules`, { threadingMinutes });
  });
  afterEach(() => ground.close());

  for (const state of conversationStates) {
    for (const reach of reaches) {
      const choice = routeTable[state][reach];
      const says = 'route' in choice ? `goes by ${choice.route}` : `is held: ${choice.held}`;
      it(`${state}, ${reach}: ${says}`, async () => {
        const { contact, ...offers } = offering[reach];
        const guest = await bring[state](ground);
        const before = guest.conversation.id;
        const told = await approveFor(ground, store(), guest, {
          contact,
          offers: { ...offers, threadingMs: threadingMinutes * minute },
        });
        if ('held' in choice) {
          assert.deepEqual([told.outreach.state, told.outreach.reason], ['held', choice.held]);
          assert.deepEqual([told.sent, told.landedOn], [[], []]);
          return;
        }
        assert.deepEqual([told.outreach.state, told.outreach.route], ['sent', choice.route]);
        const [sent, ...others] = told.sent;
        assert.deepEqual(others, []);
        assert.match(sent?.path ?? '', paths[choice.route]);
        if (choice.route === 'agentless')
          assert.equal(sent?.body.useExistingActiveConversation, choice.intoConnected);
        const elsewhere = state === 'closed-long-ago' && choice.route !== 'webchat';
        assert.equal(told.landedOn.length, 1);
        assert.equal(told.landedOn[0] === before, !elsewhere);
      });
    }
  }

  for (const reach of reaches) {
    it(`a guest session that ran out after the conversation was over, ${reach}: is held: session-expired`, async () => {
      const { contact, ...offers } = offering[reach];
      const guest = await ended(ground, 'agent');
      const deployment = ground.org.deployments.get(guest.customer.deploymentId);
      assert.ok(deployment);
      deployment.sessionDurationSeconds = 20 * 60;
      ground.advance(21 * minute);
      const told = await approveFor(ground, store(), guest, {
        contact,
        offers: { ...offers, threadingMs: threadingMinutes * minute },
      });
      assert.deepEqual([told.outreach.state, told.outreach.reason], ['held', 'session-expired']);
      assert.deepEqual([told.sent, told.landedOn], [[], []]);
    });
  }

  it('a conversation that was linked to another contact since: nobody is written to in its place', async () => {
    const guest = await ended(ground, 'agent');
    const [customer] = guest.conversation.participants.filter(({ purpose }) => purpose === 'customer');
    assert.ok(customer);
    customer.externalContactId = randomUUID();
    const told = await approveFor(ground, store(), guest, {
      contact: true,
      offers: { externalMessages: true, webchat: true, threadingMs: threadingMinutes * minute },
    });
    assert.deepEqual(
      [told.outreach.state, told.outreach.reason],
      ['failed', 'outreach.contact-not-of-session'],
    );
    assert.deepEqual([told.sent, told.landedOn], [[], []]);
  });
});
