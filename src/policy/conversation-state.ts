import type { Truth } from './facts.ts';
import { sessionNotExpired } from './rules/session-not-expired.ts';

/** Where a conversation stands, as far as it decides how its customer may be reached. */
export const conversationStates = [
  'idle',
  'connected',
  'queued',
  'with-this-agent',
  'with-another-agent',
  'parked',
  'open',
  'closed',
  'closed-long-ago',
  'expired',
  'cleared',
  'gone',
] as const;

export type ConversationState = (typeof conversationStates)[number];

/** A connected customer nobody looks after is idle when nothing has come from them for so long, milliseconds. */
export const idleAfterMs = 10 * 60_000;

/**
 * Reads the state off what the platform says; null: it no longer has the conversation. `agentId` is the agent who would
 * write, `threadingMs` how long after its end a message still lands on the same conversation, `guestSessionMs` how long the
 * guest's session outlives their last activity (null: not known).
 */
export function conversationState(
  truth: Truth | null,
  facts: { agentId: string; now: number; threadingMs: number; guestSessionMs: number | null },
): ConversationState {
  const { agentId, now, threadingMs, guestSessionMs } = facts;
  if (truth === null) return 'gone';
  if (truth.customer === 'connected') return stateOfConnected(truth, agentId, now);
  if (truth.cleared) return 'cleared';
  const { lastActivityAt } = truth;
  const over = sessionNotExpired({ now, connected: false, lastActivityAt, guestSessionMs }) !== null;
  if (truth.guestSessionExpired || over) return 'expired';
  if (truth.agents.length > 0 || truth.waiting) return 'open';
  return truth.endedAt !== null && now - truth.endedAt > threadingMs ? 'closed-long-ago' : 'closed';
}

function stateOfConnected({ agents, waiting, lastActivityAt }: Truth, agentId: string, now: number) {
  const active = agents.filter(({ parked }) => !parked);
  if (active.some(({ userId }) => userId === agentId)) return 'with-this-agent';
  if (active.length > 0) return 'with-another-agent';
  if (agents.length > 0) return 'parked';
  if (waiting) return 'queued';
  return lastActivityAt !== null && now - lastActivityAt >= idleAfterMs ? 'idle' : 'connected';
}
