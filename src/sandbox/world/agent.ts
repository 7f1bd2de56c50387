/** Somebody who serves customers. */
export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  /** As the platform's REST writes it: `Available`, `On Queue`, … */
  presence: string;
  /** What the agent says of it. */
  presenceMessage?: string;
  presenceSince: number;
  routingStatus: 'OFF_QUEUE' | 'IDLE' | 'INTERACTING' | 'NOT_RESPONDING' | 'COMMUNICATING';
  routingSince: number;
}
