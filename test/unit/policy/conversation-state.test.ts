import assert from 'node:assert/strict';
import {
  type ConversationState,
  conversationState,
  idleAfterMs,
} from '../../../src/policy/conversation-state.ts';
import type { Truth } from '../../../src/policy/facts.ts';
import { exampleTruth } from '../../support/example-truth.ts';

const now = Date.UTC(2026, 10, 21, 12);
const hour = 60 * 60_000;
const threadingMs = 72 * hour;
const guestSessionMs = 20 * hour;
const me = { userId: 'ada', parked: false };
const other = { userId: 'bob', parked: false };
const parked = { userId: 'bob', parked: true };
const connected = (part: Partial<Truth> = {}): Truth =>
  exampleTruth({ customer: 'connected', lastActivityAt: now - hour, ...part });
const left = (part: Partial<Truth> = {}): Truth =>
  exampleTruth({ endedAt: now - hour, lastActivityAt: now - hour, ...part });

/** What several facts at once come to: the one that decides is the one that keeps us from the customer the most. */
const cases: readonly (readonly [what: string, truth: Truth | null, state: ConversationState])[] = [
  ['nothing is there', null, 'gone'],
  ['nobody with the customer, silent for long', connected(), 'idle'],
  ['silent to the moment', connected({ lastActivityAt: now - idleAfterMs }), 'idle'],
  ['silent a moment less', connected({ lastActivityAt: now - idleAfterMs + 1 }), 'connected'],
  ['nobody tells when the customer was last active', connected({ lastActivityAt: null }), 'connected'],
  ['waiting, however silent', connected({ waiting: true }), 'queued'],
  ['with me', connected({ agents: [me] }), 'with-this-agent'],
  ['with me and somebody else', connected({ agents: [other, me] }), 'with-this-agent'],
  ['with somebody else', connected({ agents: [other] }), 'with-another-agent'],
  [
    'with somebody nobody knows',
    connected({ agents: [{ userId: null, parked: false }] }),
    'with-another-agent',
  ],
  [
    'with somebody else, while another parked it',
    connected({ agents: [parked, other] }),
    'with-another-agent',
  ],
  [
    'with somebody else, and in a queue as well',
    connected({ agents: [other], waiting: true }),
    'with-another-agent',
  ],
  ['parked', connected({ agents: [parked] }), 'parked'],
  ['parked by me', connected({ agents: [{ userId: 'ada', parked: true }] }), 'parked'],
  ['parked, and in a queue as well', connected({ agents: [parked], waiting: true }), 'parked'],
  [
    'connected, whatever was told of the session',
    connected({ guestSessionExpired: true, cleared: true }),
    'idle',
  ],
  ['gone from an agent who is still on it', left({ agents: [other] }), 'open'],
  ['gone from me', left({ agents: [me] }), 'open'],
  ['gone from a queue', left({ waiting: true }), 'open'],
  ['gone', left(), 'closed'],
  ['gone, nobody tells when', left({ endedAt: null }), 'closed'],
  ['gone for just as long as the window', left({ endedAt: now - threadingMs }), 'closed'],
  ['gone a moment longer', left({ endedAt: now - threadingMs - 1 }), 'closed-long-ago'],
  ['gone with its session', left({ guestSessionExpired: true, agents: [other] }), 'expired'],
  ['gone for longer than its session lives', left({ lastActivityAt: now - guestSessionMs - 1 }), 'expired'],
  [
    'the same, with an agent still on it',
    left({ lastActivityAt: now - 21 * hour, agents: [other] }),
    'expired',
  ],
  ['wiped', left({ cleared: true }), 'cleared'],
  ['wiped, with an agent still on it', left({ cleared: true, agents: [other] }), 'cleared'],
  ['wiped, and its session over since', left({ cleared: true, lastActivityAt: now - 21 * hour }), 'cleared'],
];

describe('conversationState', () => {
  for (const [what, truth, state] of cases)
    it(`${what}: ${state}`, () =>
      assert.equal(conversationState(truth, { agentId: 'ada', now, threadingMs, guestSessionMs }), state));

  it('takes no session for over whose life is not known', () => {
    const facts = { agentId: 'ada', now, threadingMs, guestSessionMs: null };
    assert.equal(conversationState(left({ lastActivityAt: now - 23 * hour }), facts), 'closed');
  });
});
