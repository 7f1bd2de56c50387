import type { Truth } from './facts.ts';

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
 * write, `threadingMs` how long after its end a message still lands on the same conversation.
 */
export function conversationState(
  truth: Truth | null,
  { agentId, now, threadingMs }: { agentId: string; now: number; threadingMs: number },
): ConversationState {
  if (truth === null) return 'gone';
  if (truth.customer === 'connected') return stateOfConnected(truth, agentId, now);
  if (truth.guestSessionExpired) return 'expired';
  if (truth.cleared) return 'cleared';
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
