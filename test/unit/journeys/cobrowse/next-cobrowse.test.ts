import { deepEqual, equal } from 'node:assert/strict';
import { nextCobrowse } from '../../../../src/journeys/cobrowse/next-cobrowse.ts';
import { sessionsIn, type Witness, witnessOf } from '../../../../src/journeys/cobrowse/witness-of.ts';
import type { CobrowseOffer } from '../../../../src/store/shapes/cobrowse-table.ts';

const at = 1_000_000;
const ends = at + 60_000;

function offer(part: Partial<CobrowseOffer> = {}): CobrowseOffer {
  return {
    eventId: 'e',
    sessionId: 's',
    conversationId: 'c',
    channelId: 'd',
    agentId: 'ada',
    customerName: null,
    contract: 'platform',
    mode: 'view',
    state: 'offered',
    code: null,
    joinCode: '123456789',
    offerEndsAt: ends,
    acceptedAt: null,
    attemptedAt: at,
    changedAt: at,
    version: 2,
    ...part,
  };
}
const seen = (customer: Witness['customer'], part: Partial<Witness> = {}) => ({
  witness: { customer, joinedAt: null, leftAt: null, ...part },
  session: null,
});

describe('what becomes of an offer of cobrowse', () => {
  it('is accepted by the customer’s own side alone, and keeps the code', () => {
    deepEqual(nextCobrowse(offer(), seen('connected', { joinedAt: at + 9_000 }), at + 10_000), {
      state: 'accepted',
      code: null,
      acceptedAt: at + 9_000,
      changedAt: at + 10_000,
    });
    equal(nextCobrowse(offer(), seen('asked'), at + 10_000), null);
    equal(nextCobrowse(offer(), { witness: 'silent', session: 'stands' }, at + 10_000), null);
  });

  it('is declined before its end, and has run out at its end', () => {
    const declined = nextCobrowse(offer(), seen('over', { leftAt: at + 5_000 }), at + 6_000);
    deepEqual([declined?.state, declined?.joinCode], ['rejected', null]);
    equal(nextCobrowse(offer(), seen('over', { leftAt: ends }), ends + 1)?.state, 'expired');
    equal(nextCobrowse(offer(), seen('asked'), ends + 2_999), null);
    equal(nextCobrowse(offer(), seen('asked'), ends + 3_000)?.state, 'expired');
    equal(nextCobrowse(offer(), { witness: 'silent', session: 'gone' }, ends)?.state, 'expired');
  });

  it('is over without a word where nothing tells more, and never called accepted for that', () => {
    const gone = nextCobrowse(offer(), { witness: 'silent', session: 'gone' }, at + 9_000);
    deepEqual([gone?.state, gone?.code, gone?.joinCode], ['ended', 'cobrowse.outcome-unknown', null]);
    const stands = nextCobrowse(offer(), { witness: 'silent', session: 'stands' }, ends + 3_000);
    deepEqual([stands?.state, stands?.code], ['unknown', 'cobrowse.outcome-unknown']);
    equal(nextCobrowse(offer(), { witness: null, session: null }, ends + 14_999), null);
    equal(nextCobrowse(offer(), { witness: null, session: null }, ends + 15_000)?.state, 'unknown');
  });

  it('is put right by news that come late, and moved by none once it is decided', () => {
    const late = seen('connected', { joinedAt: ends - 100 });
    equal(nextCobrowse(offer({ state: 'expired' }), late, ends + 9_000)?.state, 'accepted');
    const unknown = offer({ state: 'unknown', code: 'cobrowse.outcome-unknown' });
    equal(nextCobrowse(unknown, late, ends + 90_000)?.state, 'accepted');
    equal(nextCobrowse(unknown, { witness: 'silent', session: 'gone' }, ends + 90_000)?.state, 'ended');
    for (const state of ['rejected', 'ended', 'refused', 'missing', 'asking'] as const)
      equal(nextCobrowse(offer({ state }), late, ends), null, state);
  });

  it('ends after it was accepted with the session or after half a day', () => {
    const accepted = offer({ state: 'accepted', acceptedAt: at + 9_000 });
    equal(nextCobrowse(accepted, seen('connected'), at + 90_000), null);
    equal(nextCobrowse(accepted, { witness: null, session: null }, at + 90_000), null);
    equal(nextCobrowse(accepted, seen('over'), at + 90_000)?.state, 'ended');
    equal(nextCobrowse(accepted, { witness: 'silent', session: 'gone' }, at + 90_000)?.state, 'ended');
    equal(nextCobrowse(accepted, { witness: null, session: null }, at + 13 * 3_600_000)?.state, 'ended');
    const both = nextCobrowse(offer(), seen('over', { joinedAt: at + 1, leftAt: at + 9 }), at + 10);
    deepEqual([both?.state, both?.acceptedAt], ['ended', at + 1]);
  });
});

describe('what a conversation tells of cobrowse', () => {
  const side = (state: string, part: object = {}) => ({ cobrowseSessionId: 's', state, ...part });
  const told = (customer: object[], agent: object[] = []) => ({
    id: 'c',
    participants: [
      { purpose: 'agent', cobrowsesessions: agent },
      { purpose: 'customer', cobrowsesessions: customer },
    ],
  });

  it('is the customer’s side: an agent is there first', () => {
    equal(witnessOf(told([], [side('connected')]), 's'), null);
    equal(witnessOf(told([side('offering')], [side('connected')]), 's')?.customer, 'asked');
    equal(witnessOf(told([side('connected')]), 's')?.customer, 'connected');
    equal(witnessOf(told([side('disconnected')]), 's')?.customer, 'over');
    equal(witnessOf(told([side('connected')]), 'other'), null);
    equal(witnessOf({ id: 'c', participants: [{ purpose: 'customer' }] }, 's'), null);
  });

  it('names the sessions there are, all or those that stand', () => {
    const both = told([side('disconnected'), { id: 't', state: 'offering' }]);
    deepEqual(sessionsIn(both), ['s', 't']);
    deepEqual(sessionsIn(both, true), ['t']);
  });
});
