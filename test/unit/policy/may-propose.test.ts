import assert from 'node:assert/strict';
import type { ProposalFacts } from '../../../src/policy/facts.ts';
import { mayPropose } from '../../../src/policy/may-propose.ts';
import { exampleSession } from '../../support/example-session.ts';

const hour = 60 * 60_000;
const now = Date.UTC(2026, 10, 21, 12);

function facts(part: Partial<ProposalFacts> = {}): ProposalFacts {
  return {
    now,
    session: exampleSession({ lastActivityAt: now - hour }),
    agent: { id: 'ada', queueIds: ['queue-support'] },
    channelQueueIds: ['queue-support', 'queue-billing'],
    lastSentAt: null,
    lastFailedAt: null,
    lastDeclinedAt: null,
    contactAgainAfterMs: 24 * hour,
    optedOut: false,
    openOutreach: false,
    offers: { externalMessages: true, webchat: false, threadingMs: 72 * hour },
    guestSessionMs: null,
    ...part,
  };
}

describe('mayPropose', () => {
  it('lets a customer of the last 24 hours through', () => {
    assert.equal(mayPropose(facts()), null);
  });

  it('ends exactly 24 hours after the customer was last active', () => {
    const at = (lastActivityAt: number) => mayPropose(facts({ session: exampleSession({ lastActivityAt }) }));
    assert.equal(at(now - 24 * hour), null);
    assert.equal(at(now - 24 * hour - 1), 'outside-24h');
  });

  const cases: [string, Partial<ProposalFacts>, string | null][] = [
    ['is connected', { session: exampleSession({ lastActivityAt: now, endedAt: null }) }, 'connected-now'],
    [
      'is connected, by themselves and silent for ten minutes',
      { session: exampleSession({ lastActivityAt: now - hour / 6, endedAt: null }) },
      null,
    ],
    [
      'is connected, silent and looked after',
      { session: exampleSession({ lastActivityAt: now - hour, endedAt: null, attended: true }) },
      'connected-now',
    ],
    ['has a session that ran out', { guestSessionMs: hour - 1 }, 'session-expired'],
    ['has a session that holds', { guestSessionMs: hour }, null],
    [
      'is connected, however short sessions are',
      { session: exampleSession({ lastActivityAt: now - hour / 6, endedAt: null }), guestSessionMs: 1 },
      null,
    ],
    ['has a message on its way', { openOutreach: true }, 'open-outreach'],
    ['told us to stop', { optedOut: true }, 'opted-out'],
    ['was written to an hour ago', { lastSentAt: now - hour }, 'contacted-recently'],
    ['was written to exactly a day ago', { lastSentAt: now - 24 * hour }, null],
    [
      'was declined by a person a minute less than a day ago',
      { lastDeclinedAt: now - 24 * hour + 60_000 },
      'declined-recently',
    ],
    ['was declined by a person a day ago', { lastDeclinedAt: now - 24 * hour }, null],
    ['could not be written to half an hour ago', { lastFailedAt: now - hour / 2 }, 'failed-recently'],
    ['could not be written to an hour ago', { lastFailedAt: now - hour }, null],
    [
      'wrote on a channel the agent does not serve',
      { channelQueueIds: ['queue-sales'] },
      'agent-not-on-channel',
    ],
    [
      'is anonymous and the organisation does not offer the field endpoint',
      {
        session: exampleSession({ lastActivityAt: now, externalContactId: null }),
        offers: { externalMessages: false, webchat: false, threadingMs: 72 * hour },
      },
      'no-route',
    ],
    [
      'is anonymous and the organisation offers it',
      { session: exampleSession({ lastActivityAt: now, externalContactId: null }) },
      null,
    ],
  ];
  for (const [what, part, reason] of cases) {
    it(`says ${reason ?? 'yes'} when the customer ${what}`, () => {
      assert.equal(mayPropose(facts(part)), reason);
    });
  }
});
