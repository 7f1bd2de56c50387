import { randomUUID } from 'node:crypto';
import type { OutreachPolicy } from '../../../../src/config/config.ts';
import { createLedger } from '../../../../src/delivery/ledger.ts';
import { createByHand } from '../../../../src/journeys/on-request/by-hand.ts';
import type { ByHand } from '../../../../src/journeys/on-request/writing-by-hand.ts';
import { createLastLook } from '../../../../src/journeys/policy/last-look.ts';
import { createJudgeCustomers } from '../../../../src/journeys/proposing/judge-customers.ts';
import { createWordingOf } from '../../../../src/journeys/proposing/wording-of.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';
import type { Truth } from '../../../../src/policy/facts.ts';
import type { Session } from '../../../../src/sessions/session.ts';
import type { Store } from '../../../../src/store/store.ts';
import { exampleSession } from '../../../support/example-session.ts';
import { exampleTruth } from '../../../support/example-truth.ts';

const minute = 60_000;
export const now = Date.parse('2026-11-21T14:00:00Z');

/** Serves the queue of the example sessions. */
export const ada = {
  id: '33333333-3333-4333-8333-333333333333',
  name: 'Ada Lovelace',
  email: 'ada@northwind.example',
  queueIds: ['queue-support'],
};
/** Serves a channel of her own. */
export const bo = {
  id: '44444444-4444-4444-8444-444444444444',
  name: 'Bo',
  email: null,
  queueIds: ['queue-bo'],
};

export interface ByHandGround {
  readonly byHand: ByHand;
  /** What the dispatcher was given. */
  readonly sent: Outreach[];
  /** The conversations the platform was asked about. */
  readonly looked: string[];
}

/** An agent's part on a real store, with what the platform would say of a conversation. */
export function byHandGround(
  store: Store,
  part: {
    policy?: Partial<OutreachPolicy>;
    truth?: (conversationId: string) => Promise<Truth | null>;
    paused?: boolean;
    /** Null: not known. */
    available?: boolean | null;
  } = {},
): ByHandGround {
  const sent: Outreach[] = [];
  const looked: string[] = [];
  const holds: OutreachPolicy = {
    mode: 'automatic',
    text: 'Hello {customer}, this is {agent} of {queue}.',
    approvalMs: 10 * minute,
    contactAgainAfterMs: 24 * 60 * minute,
    quietHours: null,
    timeZone: 'UTC',
    cobrowseControl: false,
    ...part.policy,
  };
  const policy = async () => holds;
  const offers = () => ({ externalMessages: true, webchat: false, threadingMs: 0 });
  const directory = {
    agent: (id: string) => [ada, bo].find((agent) => agent.id === id) ?? null,
    queueIds: () => ['queue-support', 'queue-bo'],
    queueName: (id: string) => (id === 'queue-support' ? 'Support' : null),
  };
  const pauses = { holds: async () => part.paused ?? false };
  const ledger = createLedger({ outreaches: store.outreaches, now: () => now, changed: () => {} });
  const left = exampleTruth({ endedAt: now - 20 * minute, lastActivityAt: now - 20 * minute });
  const byHand = createByHand({
    ...store,
    ledger,
    judge: createJudgeCustomers({ ...store, offers, guestSessionMs: () => null, policy, now: () => now }),
    look(conversationId) {
      looked.push(conversationId);
      return part.truth?.(conversationId) ?? Promise.resolve(left);
    },
    clear: createLastLook({
      ...store,
      policy,
      pauses,
      directory,
      ground: { offers, permitted: () => null, oneRegion: () => true, guestSessionMs: () => null },
      isAvailable: () => (part.available === undefined ? true : part.available),
      isLookedFor: () => false,
      hear: async () => {},
      now: () => now,
    }),
    async dispatch(outreach) {
      sent.push(outreach);
      return outreach;
    },
    directory,
    pauses,
    wording: createWordingOf(),
    policy,
    now: () => now,
    newId: randomUUID,
  });
  return { byHand, sent, looked };
}

/** Somebody who left twenty minutes ago. */
export function visit(part: Partial<Session> = {}): Session {
  const at = part.lastActivityAt ?? now - 20 * minute;
  return exampleSession({ lastActivityAt: at, endedAt: at, ...part });
}
