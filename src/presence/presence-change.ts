import { type AgentPresence, isAvailable } from './agent-presence.ts';
import type { PresenceObservation } from './presence-observation.ts';

/** One agent became free to write to a customer. */
export interface BecameAvailable {
  /** The same for the same change, however often and by whatever way it is seen. */
  readonly eventId: string;
  readonly agentId: string;
  /** When, by the platform's clock; epoch milliseconds. */
  readonly at: number;
}

/** What is known of an agent, and what the next observation needs to be judged. */
export interface KnownAgent {
  readonly state: AgentPresence;
  /** Free the last time it could be told: `on-queue` with OFF_QUEUE is a moment between two frames and tells nothing. */
  readonly free: boolean;
  /** When the agent last became available; null when not known. */
  readonly lastBecameAt: number | null;
}

export interface PresenceChange {
  readonly known: KnownAgent;
  /** Presence or routing differ from what was known. */
  readonly changed: boolean;
  readonly becameAvailable: BecameAvailable | null;
  /** Why a change to available was let go. */
  readonly passedOver: 'flapping' | 'too-old' | null;
}

/** Becoming available again so soon after the last time is flapping. */
const flappingMs = 10_000;
/** A change to available found out later than this is history, not an occasion. */
const freshMs = 300_000;
/** REST and events may write the same moment with different precision. */
const sameMomentMs = 1_000;

/** The known state after a restart, from what was stored. */
export function knownFromStored(state: AgentPresence): KnownAgent {
  const free = isAvailable(state);
  return { state, free, lastBecameAt: free ? freeSince(state) : null };
}

/**
 * Joins an observation with what is known. Older and repeated observations change nothing, by the platform's own times,
 * so any order of the same frames ends in the same state.
 *
 * `afterGap`: the observation follows a time in which events may have been lost (a snapshot, or a frame before it is
 * in). Then a newer start of the same availability means the agent left and came back meanwhile.
 *
 * The first sight of an agent is a baseline and no occasion; until there is a whole one, null.
 */
export function presenceChange(
  before: KnownAgent | null,
  seen: PresenceObservation,
  { now, afterGap }: { now: number; afterGap: boolean },
): PresenceChange | null {
  if (before === null) return baseline(seen);
  const state = join(before.state, seen);
  if (state === null) return { known: before, changed: false, becameAvailable: null, passedOver: null };
  const nowFree = isAvailable(state);
  const free = nowFree || (before.free && isBetweenFrames(state));
  const at = freeSince(state);
  const cameBack = afterGap && at > freeSince(before.state) + sameMomentMs && sameKind(before.state, state);
  if (!nowFree || (before.free && !cameBack))
    return {
      known: { state, free, lastBecameAt: before.lastBecameAt },
      changed: true,
      becameAvailable: null,
      passedOver: null,
    };
  const flapping = before.lastBecameAt !== null && at - before.lastBecameAt < flappingMs;
  const tooOld = afterGap && now - at > freshMs;
  return {
    known: { state, free, lastBecameAt: at },
    changed: true,
    becameAvailable:
      flapping || tooOld ? null : { eventId: `${state.agentId}:${at}`, agentId: state.agentId, at },
    passedOver: tooOld ? 'too-old' : flapping ? 'flapping' : null,
  };
}

function baseline({ agentId, presence, routing }: PresenceObservation): PresenceChange | null {
  if (presence === null || routing === null) return null;
  const known = knownFromStored({
    agentId,
    presence: presence.value,
    presenceSince: presence.since,
    routingStatus: routing.value,
    routingSince: routing.since,
  });
  return { known, changed: true, becameAvailable: null, passedOver: null };
}

/** The state with whatever is newer; null when nothing is. Of two values with one time the alphabet decides, so order does not. */
function join(state: AgentPresence, { presence, routing }: PresenceObservation): AgentPresence | null {
  const newPresence =
    presence !== null &&
    (presence.since > state.presenceSince ||
      (presence.since === state.presenceSince && presence.value > state.presence));
  const newRouting =
    routing !== null &&
    (routing.since > state.routingSince ||
      (routing.since === state.routingSince && routing.value > state.routingStatus));
  if (!newPresence && !newRouting) return null;
  return {
    agentId: state.agentId,
    presence: newPresence ? presence.value : state.presence,
    presenceSince: newPresence ? presence.since : state.presenceSince,
    routingStatus: newRouting ? routing.value : state.routingStatus,
    routingSince: newRouting ? routing.since : state.routingSince,
  };
}

/** Going on or off queue is two frames; between them the platform's own rule (on queue is never OFF_QUEUE) does not hold. */
function isBetweenFrames(state: AgentPresence): boolean {
  return state.presence === 'on-queue' && state.routingStatus === 'OFF_QUEUE';
}

/** The later of the changes that make the agent free. */
function freeSince(state: AgentPresence): number {
  return state.presence === 'on-queue'
    ? Math.max(state.presenceSince, state.routingSince)
    : state.presenceSince;
}

/**
 * Could the agent have left and come back between these two? Available to on queue is going on, not coming back; and on
 * queue only a newer IDLE tells it: a presence date also moves when its note is edited.
 */
function sameKind(before: AgentPresence, after: AgentPresence): boolean {
  if (before.presence !== after.presence) return false;
  return after.presence === 'available' || after.routingSince > before.routingSince;
}
