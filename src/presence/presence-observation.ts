import type { RoutingStatus, SystemPresence } from './agent-presence.ts';

/** What one frame or one snapshot says of one agent. `since` is epoch milliseconds of the platform's clock. */
export interface PresenceObservation {
  readonly agentId: string;
  readonly presence: { readonly value: SystemPresence; readonly since: number } | null;
  readonly routing: { readonly value: RoutingStatus; readonly since: number } | null;
}
