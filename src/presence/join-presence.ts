import type { AgentPresence } from './agent-presence.ts';
import type { PresenceObservation } from './presence-observation.ts';

/** How an observation came, as far as it matters for whom to believe. */
export interface Hearing {
  /** The platform's clock, epoch milliseconds. */
  readonly now: number;
  /**
   * Of a reading: how long before it was asked for the last frame of this agent came, milliseconds; negative when that came
   * only afterwards. Null of a frame.
   */
  readonly sinceHeardMs: number | null;
}

export interface JoinedPresence {
  /** Null when nothing of it is new. */
  readonly state: AgentPresence | null;
  /** It contradicts what is known, and nothing yet says which is true: a reading a little later does. */
  readonly doubtful: boolean;
}

/** Of two changes with one time, only what the platform says this long after the last frame tells which was the last. */
const tieMs = 2_000;
/** A reading this long after the last frame is what is, even if its time is older: the platform's own clocks differ, too. */
const settledMs = 10_000;

/**
 * The state with whatever is newer by the platform's own times, so any order of the same frames ends in the same state. Of two
 * values with one time the one that frees nobody stands until a reading decides. Pure.
 */
export function joinPresence(
  state: AgentPresence,
  { presence, routing }: PresenceObservation,
  hearing: Hearing,
): JoinedPresence {
  const presenceNow = later({ value: state.presence, since: state.presenceSince }, presence, hearing);
  const routingNow = later({ value: state.routingStatus, since: state.routingSince }, routing, hearing);
  const doubtful = presenceNow === 'doubtful' || routingNow === 'doubtful';
  const newPresence = typeof presenceNow === 'object' ? presenceNow : null;
  const newRouting = typeof routingNow === 'object' ? routingNow : null;
  if (newPresence === null && newRouting === null) return { state: null, doubtful };
  return {
    state: {
      agentId: state.agentId,
      presence: newPresence?.value ?? state.presence,
      presenceSince: newPresence?.since ?? state.presenceSince,
      routingStatus: newRouting?.value ?? state.routingStatus,
      routingSince: newRouting?.since ?? state.routingSince,
    },
    doubtful: doubtful || newPresence?.tied === true || newRouting?.tied === true,
  };
}

interface Known<T> {
  readonly value: T;
  readonly since: number;
}

/** What is to be believed instead of what is known. */
function later<T extends string>(
  known: Known<T>,
  seen: { readonly value: T; readonly since: number | null } | null,
  { now, sinceHeardMs }: Hearing,
): (Known<T> & { readonly tied: boolean }) | 'doubtful' | 'known' {
  if (seen === null) return 'known';
  const { value } = seen;
  const differs = value !== known.value;
  if (seen.since === null)
    return differs ? { value, since: Math.max(now, known.since), tied: false } : 'known';
  if (seen.since > known.since) return { value, since: seen.since, tied: false };
  if (!differs) return 'known';
  const tied = seen.since === known.since;
  if (sinceHeardMs !== null && sinceHeardMs >= (tied ? tieMs : settledMs))
    return { value, since: Math.max(seen.since, Math.min(known.since, now)), tied: false };
  if (tied) return weight(value) > weight(known.value) ? { value, since: seen.since, tied } : 'doubtful';
  return sinceHeardMs !== null && sinceHeardMs >= 0 ? 'doubtful' : 'known';
}

/** The values that free an agent weigh least, the others by the alphabet. */
function weight(value: string): string {
  if (value === 'available' || value === 'IDLE') return '0';
  return value === 'on-queue' ? '1' : value;
}
