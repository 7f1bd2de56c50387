import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { createOfferCobrowse } from '../../../../src/journeys/cobrowse/offer-cobrowse.ts';
import { silentLog } from '../../../support/silent-log.ts';
import { storeOfEachTest } from '../../../support/store-of-each-test.ts';

describe('offering cobrowse', () => {
  const store = storeOfEachTest();

  it('gives what a press made to the agent who made it, whoever holds the same button', async () => {
    const offer = createOfferCobrowse({
      store: store(),
      call: async () => {
        throw new ReachbackError('genesys.unreachable');
      },
      signIns: { callOf: () => null, offered: () => false },
      directory: { agent: () => null },
      deploymentOf: async () => null,
      sessionsOffered: () => true,
      policyControl: async () => false,
      underWay: new Map(),
      changed: () => {},
      newId: () => 'new',
      now: () => 1,
      log: silentLog,
    });
    const made = {
      eventId: 'cobrowse 7a0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a02 0 view',
      sessionId: '5e0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a01',
      conversationId: '7a0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a02',
      channelId: '8a0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a03',
      agentId: 'ada',
      customerName: null,
      contract: 'field',
      mode: 'view',
      state: 'offered',
      code: null,
      joinCode: '123456',
      offerEndsAt: 60_000,
      acceptedAt: null,
      attemptedAt: 1,
      changedAt: 1,
      version: 1,
    } as const;
    await store().cobrowses.add(made);
    const press = {
      personKey: 'p',
      target: made.conversationId,
      mode: 'view',
      eventId: made.eventId,
    } as const;
    assert.equal((await offer({ ...press, agentId: 'ada' })).joinCode, '123456');
    await assert.rejects(offer({ ...press, agentId: 'ben' }), { code: 'cobrowse.not-yours' });
  });
});
