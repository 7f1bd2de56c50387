/**
 * The sandbox's whole state, as plain JSON: what is here survives a restart through the snapshot file.
 * Times are epoch milliseconds. Maps are keyed by id.
 */
export interface World {
  seed: string;
  seededAt: number;
  orgs: Map<string, Org>;
  teams: TeamsWorld;
  /** Append-only: what each customer and each Teams conversation saw. */
  record: RecordEntry[];
}

export interface Org {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Capabilities that differ between organisations. */
  readonly offers: { externalMessages: boolean };
  /** Minutes a disconnected conversation still takes new messages (0–4320). */
  threadingMinutes: number;
  deployments: Map<string, Deployment>;
  queues: Map<string, Queue>;
  agents: Map<string, Agent>;
  customers: Map<string, Customer>;
  conversations: Map<string, Conversation>;
}

export interface Deployment {
  readonly id: string;
  readonly name: string;
  /** Queues its inbound message flow routes to. */
  readonly queueIds: string[];
  sessionDurationSeconds: number;
}

export interface Queue {
  readonly id: string;
  readonly name: string;
  readonly memberIds: string[];
}

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  /** As the platform's REST writes it: `Available`, `On Queue`, … */
  presence: string;
  presenceSince: number;
  routingStatus: 'OFF_QUEUE' | 'IDLE' | 'INTERACTING' | 'NOT_RESPONDING' | 'COMMUNICATING';
  routingSince: number;
}

export interface Customer {
  readonly id: string;
  /** What the customer told us, or null for an anonymous visitor. */
  readonly name: string | null;
  readonly externalContactId: string | null;
  readonly deploymentId: string;
  /** Secret of the customer's browser; whoever has it owns the session. */
  readonly token: string;
  /** The guest's session id, visible in analytics as the customer leg's addressFrom. */
  readonly guestId: string;
  readonly timeZone: string;
  /** A browser window with the messenger is open (simulated; a real guest socket counts too). */
  browserOpen: boolean;
  /** When the guest's session runs out. */
  sessionExpiresAt: number;
}

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

export interface TeamsWorld {
  readonly tenantId: string;
  readonly botId: string;
  /** Where Teams delivers activities to: the bot's messaging endpoint. */
  botEndpoint: string;
  team: { id: string; name: string; aadGroupId: string; channels: { id: string; name: string }[] };
  users: Map<string, TeamsUser>;
  conversations: Map<string, TeamsConversation>;
}

export interface TeamsUser {
  /** `29:…` */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'agent' | 'supervisor';
}

export interface TeamsConversation {
  /** `a:…` for a personal chat, `19:…@thread.tacv2` for a channel. */
  readonly id: string;
  readonly kind: 'personal' | 'channel';
  readonly name: string;
  /** The person of a personal chat. */
  readonly userId?: string;
  /** The install event has reached the bot. */
  installed: boolean;
  /** Somebody removed the app here: the connector refuses the bot until it is installed again. */
  removed: boolean;
  activities: TeamsActivity[];
}

export interface TeamsActivity {
  readonly id: string;
  readonly from: 'bot' | string;
  readonly at: number;
  updatedAt?: number;
  /** The Bot Framework activity as it came in (text, attachments, …). */
  body: Record<string, unknown>;
}

export type RecordEntry = CustomerEntry | TeamsEntry;

/** What a customer saw or did. `shown`: on an open messenger; `waiting`: in history, nobody looking; `seen-in-history`: fetched later. */
export interface CustomerEntry {
  readonly seq: number;
  readonly at: number;
  readonly kind: 'customer';
  readonly event: 'shown' | 'waiting' | 'seen-in-history' | 'wrote';
  readonly orgId: string;
  readonly customerId: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly guestId: string;
  readonly message: { readonly id: string; readonly text: string; readonly fromName?: string };
}

/** What a Teams conversation saw. */
interface TeamsEntry {
  readonly seq: number;
  readonly at: number;
  readonly kind: 'teams';
  readonly event: 'posted' | 'updated' | 'deleted' | 'said';
  readonly conversationId: string;
  readonly activityId: string;
  readonly activity: Record<string, unknown>;
}
