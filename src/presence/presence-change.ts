import { type AgentPresence, isAvailable } from './agent-presence.ts';
import { type Hearing, joinPresence } from './join-presence.ts';
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
  /** A reading soon must tell what is true. */
  readonly doubtful: boolean;
  readonly becameAvailable: BecameAvailable | null;
  /** Why a change to available was let go. */
  readonly passedOver: 'flapping' | 'too-old' | null;
}

/** Becoming available again so soon after the last time is flapping. */
const flappingMs = 10_000;
/** A change to available found out later than this is history, not an occasion. */
const freshMs = 300_000;
/** An event comes within seconds of its change; what is older and was not told by one is not going to be. */
export const onTheWayMs = 10_000;
/** REST and events may write the same moment with different precision. */
const sameMomentMs = 1_000;

/** The known state after a restart, from what was stored. */
export function knownFromStored(state: AgentPresence): KnownAgent {
  const free = isAvailable(state);
  return { state, free, lastBecameAt: free ? freeSince(state) : null };
}

/** How an observation came. */
export interface Told extends Hearing {
  /**
   * It follows a time in which events may have been lost: a reading, or a frame before the first reading is in. Then a newer
   * start of the same availability means the agent left and came back meanwhile.
   */
  readonly afterGap: boolean;
  /** A reading although no gap is known: what is younger than its event may take is left to that event. */
  readonly routine: boolean;
}

/**
 * Joins an observation with what is known. Older and repeated observations change nothing, by the platform's own times.
 * The first sight of an agent is a baseline and no occasion; until there is a whole one, null. Pure.
 */
export function presenceChange(
  before: KnownAgent | null,
  seen: PresenceObservation,
  told: Told,
): PresenceChange | null {
  const { now, afterGap, routine } = told;
  if (before === null) return baseline(seen, now);
  const { state, doubtful } = joinPresence(before.state, seen, told);
  const unchanged = { known: before, changed: false, becameAvailable: null, passedOver: null };
  if (state === null) return { ...unchanged, doubtful };
  const nowFree = isAvailable(state);
  const free = nowFree || (before.free && isBetweenFrames(state));
  const at = freeSince(state);
  const cameBack = afterGap && at > freeSince(before.state) + sameMomentMs && sameKind(before.state, state);
  // The event that tells what it was (a note that was edited, say) may still be under way.
  if (cameBack && before.free && routine && now - at < onTheWayMs) return { ...unchanged, doubtful: true };
  if (!nowFree || (before.free && !cameBack))
    return {
      known: { state, free, lastBecameAt: before.lastBecameAt },
      changed: true,
      doubtful,
      becameAvailable: null,
      passedOver: null,
    };
  const flapping = before.lastBecameAt !== null && at - before.lastBecameAt < flappingMs;
  const tooOld = afterGap && now - at > freshMs;
  return {
    known: { state, free, lastBecameAt: Math.max(at, before.lastBecameAt ?? at) },
    changed: true,
    doubtful,
    becameAvailable:
      flapping || tooOld ? null : { eventId: `${state.agentId}:${at}`, agentId: state.agentId, at },
    passedOver: tooOld ? 'too-old' : flapping ? 'flapping' : null,
  };
}

function baseline({ agentId, presence, routing }: PresenceObservation, now: number): PresenceChange | null {
  if (presence === null || routing === null) return null;
  const known = knownFromStored({
    agentId,
    presence: presence.value,
    presenceSince: presence.since ?? now,
    routingStatus: routing.value,
    routingSince: routing.since ?? now,
  });
  return { known, changed: true, doubtful: false, becameAvailable: null, passedOver: null };
}

/** Going on or off queue is two frames; between them the platform's own rule (on queue is never OFF_QUEUE) does not hold. */
function isBetweenFrames(state: AgentPresence): boolean {
  return state.presence === 'on-queue' && state.routingStatus === 'OFF_QUEUE';
}

/**
 * Whether another instance has seen, and dealt with, what made this agent available: `stored` is newer than what we knew `before`, and says the agent
 * has been free since no later than that. Pure.
 */
export function isSeenElsewhere(
  stored: AgentPresence,
  before: AgentPresence,
  { at }: Pick<BecameAvailable, 'at'>,
): boolean {
  const isNewer = stored.presenceSince > before.presenceSince || stored.routingSince > before.routingSince;
  return isNewer && isAvailable(stored) && freeSince(stored) <= at;
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
