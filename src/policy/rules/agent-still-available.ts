import type { HeldReason } from '../held-reason.ts';

/** The message says an agent is free; that must be true when it leaves, not only when it was proposed. */
export function agentStillAvailable(facts: { agentAvailable: boolean }): HeldReason | null {
  return facts.agentAvailable ? null : 'agent-no-longer-available';
}
