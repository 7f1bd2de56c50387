type LegState = 'alerting' | 'connected' | 'parked' | 'disconnected';

export interface Participant {
  readonly id: string;
  readonly purpose: 'customer' | 'workflow' | 'acd' | 'agent' | 'api';
  readonly name: string;
  userId?: string;
  queueId?: string;
  externalContactId?: string;
  attributes?: Record<string, string>;
  /** One leg; its id is the communicationId (= analytics sessionId). */
  readonly communicationId: string;
  state: LegState;
  /** When an agent's leg began to ring. */
  alertedAt?: number;
  connectedAt: number;
  disconnectedAt?: number;
  disconnectType?: DisconnectType;
  /** What was before the leg was connected again: a customer who came back within the threading window. */
  earlier?: {
    readonly connectedAt: number;
    readonly disconnectedAt: number;
    readonly disconnectType?: DisconnectType;
  }[];
}

/** As the conversations API writes it; analytics writes the same in camel case. */
type DisconnectType =
  | 'client'
  | 'peer'
  | 'endpoint'
  | 'transfer'
  | 'system'
  | 'session.expired'
  | 'inactivity';

type MessageStatus = 'queued' | 'sent' | 'delivery-success' | 'delivery-failed' | 'received';

export interface Message {
  readonly id: string;
  readonly participantId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly text: string;
  readonly at: number;
  status: MessageStatus;
  /** Shown to the guest as the sender. */
  readonly fromName?: string;
  readonly originatingEntity?: 'Human' | 'Bot';
}

export interface Conversation {
  readonly id: string;
  readonly orgId: string;
  readonly customerId: string;
  readonly deploymentId: string;
  readonly startedAt: number;
  endedAt?: number;
  participants: Participant[];
  messages: Message[];
}
