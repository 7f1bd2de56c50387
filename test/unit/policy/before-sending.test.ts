import assert from 'node:assert/strict';
import { buildMessage } from '../../../src/outreach/build-message.ts';
import { beforeSending } from '../../../src/policy/before-sending.ts';
import type { SendingFacts, Truth } from '../../../src/policy/facts.ts';
import { exampleTruth } from '../../support/example-truth.ts';

const hour = 60 * 60_000;
const noonUtc = Date.UTC(2026, 10, 21, 12);
const agentId = '33333333-3333-4333-8333-333333333333';
const ids = {
  channelId: '11111111-1111-4111-8111-111111111111',
  guestId: '22222222-2222-4222-8222-222222222222',
  agentId,
};

function facts(part: Partial<SendingFacts> = {}, truth: Partial<Truth> = {}): SendingFacts {
  return {
    now: noonUtc,
    kind: 'presence',
    message: buildMessage({ ...ids, text: 'Hello' }),
    conversationId: '55555555-5555-4555-8555-555555555555',
    externalContactId: '66666666-6666-4666-8666-666666666666',
    truth: exampleTruth({ endedAt: noonUtc - hour, lastActivityAt: noonUtc - hour, ...truth }),
    sessionLastActivityAt: noonUtc - hour,
    paused: false,
    approvedByPolicy: false,
    mode: 'automatic',
    agentAvailable: true,
    agentOnChannel: true,
    connectedElsewhere: false,
    lastSentAt: null,
    contactAgainAfterMs: 24 * hour,
    optedOut: false,
    quietHours: { from: 21 * 60, to: 8 * 60 },
    timeZone: 'UTC',
    offers: { externalMessages: true, webchat: true, threadingMs: 72 * hour },
    permitted: () => true,
    oneRegion: true,
    guestSessionMs: null,
    ...part,
  };
}

/** Every reason, the first one first; null: it may leave. */
function reasons(given: SendingFacts): string[] | null {
  const said = beforeSending(given);
  return 'findings' in said ? said.findings.map(({ reason }) => reason) : null;
}

const maySend = (given: SendingFacts) => reasons(given)?.[0] ?? null;

describe('beforeSending', () => {
  const cases: [string, SendingFacts, string | null][] = [
    ['all is well', facts(), null],
    ['the conversation is gone', facts({ truth: null }), 'conversation-gone'],
    ['somebody paused it meanwhile', facts({ paused: true }), 'paused'],
    [
      'policy cleared it and asks for a person by now',
      facts({ approvedByPolicy: true, mode: 'supervisor' }),
      'approval-needed',
    ],
    ['a person approved it', facts({ mode: 'supervisor' }), null],
    ['the customer told us to stop meanwhile', facts({ optedOut: true }), 'opted-out'],
    [
      'the customer came back and talks to this agent',
      facts({}, { customer: 'connected', agents: [{ userId: agentId, parked: false }] }),
      'connected-now',
    ],
    ['the agent left the queues of the channel', facts({ agentOnChannel: false }), 'agent-not-on-channel'],
    ['the client lacks the permission', facts({ permitted: () => false }), 'permission-missing'],
    ['nobody could read the permissions', facts({ permitted: () => null }), null],
    ['the hosts are of two regions', facts({ oneRegion: false }), 'region-mismatch'],
    [
      'the channel is not the session’s',
      facts({}, { channelId: '77777777-7777-4777-8777-777777777777' }),
      'outreach.channel-not-of-session',
    ],
    [
      'the browser’s session is another',
      facts({}, { channelId: ids.channelId, guestId: 'another' }),
      'outreach.to-not-browser-session',
    ],
    ['a follow-up’s agent is busy', facts({ kind: 'follow-up', agentAvailable: false }), null],
    ['who asked by hand is busy', facts({ kind: 'by-hand', agentAvailable: false }), null],
    [
      'who is asked for by hand has answered an earlier message',
      facts({ kind: 'by-hand', lastSentAt: noonUtc - hour / 2 }, { lastWroteAt: noonUtc - hour / 4 }),
      'contacted-recently',
    ],
    [
      'a follow-up comes after a message nobody answered',
      facts({ kind: 'follow-up', lastSentAt: noonUtc - hour / 2 }),
      'contacted-recently',
    ],
    [
      'a follow-up comes after a message whose reader only left',
      facts({ kind: 'follow-up', lastSentAt: noonUtc - 2 * hour }),
      'contacted-recently',
    ],
    [
      'a follow-up comes after a message the customer answered',
      facts({ kind: 'follow-up', lastSentAt: noonUtc - 2 * hour }, { lastWroteAt: noonUtc - hour }),
      null,
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
    ['the guest session has outlived its life', facts({ guestSessionMs: hour - 1 }), 'session-expired'],
    ['the guest session ends this moment', facts({ guestSessionMs: hour }), null],
    ['how long guest sessions live is not known', facts({ guestSessionMs: null }), null],
    [
      'the customer is connected, however short sessions are',
      facts({ guestSessionMs: 1 }, { customer: 'connected', endedAt: null, lastActivityAt: noonUtc - hour }),
      null,
    ],
    ['the customer wiped it', facts({}, { cleared: true }), 'cleared'],
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
    [
      'it is 03:30 in London by its abbreviation, and 08:30 in Dhaka',
      facts(
        { now: Date.UTC(2026, 5, 20, 2, 30), timeZone: 'Europe/London' },
        { timeZone: 'BST', lastActivityAt: Date.UTC(2026, 5, 20, 2), endedAt: Date.UTC(2026, 5, 20, 2) },
      ),
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

  it('names everything that stands in the way, the most telling first', () => {
    const all = facts(
      {
        paused: true,
        optedOut: true,
        agentAvailable: false,
        agentOnChannel: false,
        oneRegion: false,
        message: buildMessage({ ...ids, text: ' ' }),
      },
      { timeZone: 'Asia/Tokyo' },
    );
    assert.deepEqual(reasons(all), [
      'paused',
      'opted-out',
      'agent-no-longer-available',
      'quiet-hours',
      'agent-not-on-channel',
      'region-mismatch',
      'outreach.text-empty',
    ]);
  });
});
