/** The system presences of Genesys Cloud, normalised (SDK 262: REST says `On Queue`, events say `ON_QUEUE`). */
export const systemPresences = [
  'available',
  'away',
  'busy',
  'offline',
  'idle',
  'on-queue',
  'meal',
  'training',
  'meeting',
  'break',
] as const;

export type SystemPresence = (typeof systemPresences)[number];

export const routingStatuses = [
  'OFF_QUEUE',
  'IDLE',
  'INTERACTING',
  'NOT_RESPONDING',
  'COMMUNICATING',
] as const;

export type RoutingStatus = (typeof routingStatuses)[number];

/** What is known of one agent. Times are epoch milliseconds of the platform's clock. */
export interface AgentPresence {
  readonly agentId: string;
  readonly presence: SystemPresence;
  readonly presenceSince: number;
  readonly routingStatus: RoutingStatus;
  readonly routingSince: number;
}

/** Free to write to a customer: Available, or on queue and idle. */
export function isAvailable(state: Pick<AgentPresence, 'presence' | 'routingStatus'>): boolean {
  return state.presence === 'available' || (state.presence === 'on-queue' && state.routingStatus === 'IDLE');
}
