import assert from 'node:assert/strict';
import type { SendingFacts, Truth } from '../../../src/policy/facts.ts';
import { maySend } from '../../../src/policy/may-send.ts';

const hour = 60 * 60_000;
const noonUtc = Date.UTC(2026, 10, 21, 12);

const free: Truth = {
  customer: 'disconnected',
  agentOnIt: false,
  waiting: false,
  guestSessionExpired: false,
  timeZone: null,
  lastActivityAt: noonUtc - hour,
};

function facts(part: Partial<SendingFacts> = {}, truth: Partial<Truth> = {}): SendingFacts {
  return {
    now: noonUtc,
    truth: { ...free, ...truth },
    sessionLastActivityAt: noonUtc - hour,
    paused: false,
    agentAvailable: true,
    connectedElsewhere: false,
    lastSentAt: null,
    contactAgainAfterMs: 24 * hour,
    optedOut: false,
    quietHours: { from: 21 * 60, to: 8 * 60 },
    timeZone: 'UTC',
    ...part,
  };
}

describe('maySend', () => {
  const cases: [string, SendingFacts, string | null][] = [
    ['all is well', facts(), null],
    ['the conversation is gone', facts({ truth: null }), 'conversation-gone'],
    ['somebody paused it meanwhile', facts({ paused: true }), 'paused'],
    ['the customer told us to stop meanwhile', facts({ optedOut: true }), 'opted-out'],
    [
      'the customer came back and talks to an agent',
      facts({}, { customer: 'connected', agentOnIt: true }),
      'connected-now',
    ],
    [
      'the customer waits in a queue',
      facts({}, { customer: 'connected', waiting: true }),
      'waiting-in-queue',
    ],
    ['the customer talks in another conversation', facts({ connectedElsewhere: true }), 'connected-now'],
    [
      'somebody else wrote to the customer meanwhile',
      facts({ lastSentAt: noonUtc - hour }),
      'contacted-recently',
    ],
    ['the guest session has run out', facts({}, { guestSessionExpired: true }), 'session-expired'],
    ['the agent is busy again', facts({ agentAvailable: false }), 'agent-no-longer-available'],
    [
      'approval took past the 24 hours',
      facts({}, { lastActivityAt: noonUtc - 24 * hour - 1 }),
      'outside-24h',
    ],
    ['it is night in Tokyo, 21:00', facts({}, { timeZone: 'Asia/Tokyo' }), 'quiet-hours'],
    ['it is 07:00 in New York', facts({}, { timeZone: 'America/New_York' }), 'quiet-hours'],
    ['it is 13:00 in Berlin', facts({}, { timeZone: 'Europe/Berlin' }), null],
    ['the zone is unknown and our own is Tokyo', facts({ timeZone: 'Asia/Tokyo' }), 'quiet-hours'],
    [
      'the zone told is none and our own is Tokyo',
      facts({ timeZone: 'Asia/Tokyo' }, { timeZone: 'Mars/Base' }),
      'quiet-hours',
    ],
    ['quiet hours are off', facts({ quietHours: null }, { timeZone: 'Asia/Tokyo' }), null],
  ];
  for (const [what, given, reason] of cases) {
    it(`says ${reason ?? 'yes'} when ${what}`, () => {
      assert.equal(maySend(given), reason);
    });
  }

  it('keeps to the minute: quiet begins at 21:00 and ends at 08:00', () => {
    const at = (hours: number, minutes: number) =>
      maySend(
        facts({ now: Date.UTC(2026, 10, 21, hours, minutes) }, { lastActivityAt: Date.UTC(2026, 10, 21) }),
      );
    assert.deepEqual(
      [at(20, 59), at(21, 0), at(7, 59), at(8, 0)],
      [null, 'quiet-hours', 'quiet-hours', null],
    );
  });
});
