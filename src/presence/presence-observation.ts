import type { RoutingStatus, SystemPresence } from './agent-presence.ts';

/** A value and since when, epoch milliseconds of the platform's clock; null when it was told without a time. */
interface Observed<T> {
  readonly value: T;
  readonly since: number | null;
}

/** What one frame or one reading says of one agent. */
export interface PresenceObservation {
  readonly agentId: string;
  readonly presence: Observed<SystemPresence> | null;
  readonly routing: Observed<RoutingStatus> | null;
}
