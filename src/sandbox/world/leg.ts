/** One communication of a participant: its id is the communicationId (= analytics sessionId). Times are epoch ms. */
export interface Leg {
  readonly communicationId: string;
  state: 'alerting' | 'connected' | 'parked' | 'disconnected';
  /** When an agent's leg began to ring. */
  readonly alertedAt?: number;
  /** Absent until an agent has answered. */
  connectedAt?: number;
  disconnectedAt?: number;
  disconnectType?: DisconnectType;
  /** Times it was put aside by the agent, the last one perhaps still going on. */
  parks?: { readonly from: number; to?: number; readonly resumeAt?: number }[];
  /** The agent's after-call work. */
  wrapUp?: { readonly from: number; to?: number; code?: string; note?: string };
  /** The guest wiped it: `cleared` of analytics. */
  cleared?: true;
  /** On an agent's leg: the queue it came from. */
  readonly queueId?: string;
}

/** As the conversations API writes it; analytics writes the same in camel case. */
export type DisconnectType =
  | 'client'
  | 'peer'
  | 'endpoint'
  | 'transfer'
  | 'transfer.noanswer'
  | 'system'
  | 'session.expired'
  | 'inactivity'
  | 'spam'
  | 'takeover'
  | 'other';

/** When it began, by ringing or at once. */
export function legStart({ alertedAt, connectedAt, disconnectedAt }: Leg): number {
  return alertedAt ?? connectedAt ?? disconnectedAt ?? 0;
}

/** The last leg, the only one that may be live. */
export function liveLeg({ legs }: { readonly legs: readonly [Leg, ...Leg[]] }): Leg {
  return legs.at(-1) ?? legs[0];
}
