import type { AuditEntry } from './audit-entry.ts';
import type { CobrowseSession } from './cobrowse/cobrowse-session.ts';
import type { Contacts } from './contacts/contacts.ts';
import type { ExternalSource } from './contacts/external-contact.ts';
import type { ConversationRules } from './conversation-rules.ts';
import type { Conversations } from './conversations.ts';
import type { Customers } from './customers.ts';
import type { MessengerSettings } from './messenger-settings.ts';
import type { Offers } from './offers.ts';
import type { OpenIntegration } from './open/open-integration.ts';
import type { OrgTrust } from './org-trust.ts';

/** One Genesys Cloud organisation. */
export interface Org {
  readonly id: string;
  readonly name: string;
  /** The client a bot of this organisation signs in with; one of `clients`. */
  readonly clientId: string;
  clients: Map<string, OAuthClient>;
  /** What the role of its agents grants to their own tokens. */
  agentPermissions: string[];
  /** Endpoints of the field reports it has. */
  readonly offers: Offers;
  readonly trust: OrgTrust;
  /** Minutes a disconnected conversation still takes new messages (0–4320). */
  threadingMinutes: number;
  deployments: Map<string, Deployment>;
  queues: Map<string, Queue>;
  agents: Map<string, Agent>;
  customers: Customers;
  conversations: Conversations;
  /** How its conversations are treated. */
  rules: ConversationRules;
  /** Codes of its identity provider that are not yet redeemed. */
  signIns: Map<string, SignIn>;
  contacts: Contacts;
  externalSources: Map<string, ExternalSource>;
  cobrowses: Map<string, CobrowseSession>;
  openIntegrations: Map<string, OpenIntegration>;
  /** Append-only. */
  audits: AuditEntry[];
}

/** An OAuth client with the client-credentials grant (its roles count, scopes do not), or one users sign in through. */
export interface OAuthClient {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  /** `domain:entity:action`, as its roles grant them. */
  permissions: string[];
  /** Asked for by endpoints of the field reports; unverified, as the platform ignores scopes for this grant. */
  scopes: string[];
  /** Where it may send users back with a code; there for a client of the authorization-code grant only. */
  redirectUris?: string[];
  state: 'active' | 'disabled' | 'inactive';
  /** How long its tokens live; the sandbox's setting when null. */
  accessTokenSeconds: number | null;
}

export interface Deployment {
  readonly id: string;
  readonly name: string;
  /** Queues its inbound message flow routes to. */
  readonly queueIds: string[];
  sessionDurationSeconds: number;
  messenger: MessengerSettings;
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
  /** What the agent says of it. */
  presenceMessage?: string;
  presenceSince: number;
  routingStatus: 'OFF_QUEUE' | 'IDLE' | 'INTERACTING' | 'NOT_RESPONDING' | 'COMMUNICATING';
  routingSince: number;
}

export interface Customer {
  readonly id: string;
  /** What the customer told us, or null for an anonymous visitor. */
  name: string | null;
  externalContactId: string | null;
  readonly deploymentId: string;
  /** Secret of the customer's browser; whoever has it owns the session. */
  token: string;
  /** The guest's session id, visible in analytics as the customer leg's addressFrom. */
  readonly guestId: string;
  readonly timeZone: string;
  /** A browser window with the messenger is open (simulated; a real guest socket counts too). */
  browserOpen: boolean;
  /** When the guest's session runs out. */
  sessionExpiresAt: number;
  /** Secrets of other browsers the same session was opened in. */
  otherTokens?: string[];
  /** Who signed in, by their id at the organisation's identity provider; guests who did not have none. */
  signedInAs?: string;
  /** The conversation was ended by the other side and the guest may only start anew. */
  readOnly?: boolean;
  /** The conversation began with the guest's Join. */
  autoStarted?: boolean;
  /** The next word begins a new conversation: the guest started anew or wiped the last one. */
  startsNew?: boolean;
  /** The guest wiped the conversation and has not been back since. */
  wiped?: boolean;
  /** The ids the browser has for its visitor and the visit, where its messenger said them. */
  journey?: { readonly customerId: string; readonly sessionId?: string };
  /** What was before (epoch ms) is out of the guest's history. */
  historyFrom?: number;
}

/** Somebody who has signed in at the organisation's identity provider, on the way back with a code. */
interface SignIn {
  /** Their id there; the external id of their contact. */
  readonly subject: string;
  readonly name: string;
  readonly expiresAt: number;
}
