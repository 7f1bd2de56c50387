import type { CobrowseSession } from '../cobrowse/cobrowse-session.ts';
import type { Contacts } from '../contacts/contacts.ts';
import type { ExternalSource } from '../contacts/external-contact.ts';
import type { OpenIntegration } from '../open/open-integration.ts';
import type { Agent } from './agent.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { ConversationRules } from './conversation-rules.ts';
import type { Conversations } from './conversations.ts';
import type { Customers } from './customers.ts';
import type { Deployment } from './deployment.ts';
import type { OAuthClient } from './oauth-client.ts';
import type { Offers } from './offers.ts';
import type { OrgTrust } from './org-trust.ts';
import type { Queue } from './queue.ts';

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

/** Somebody who has signed in at the organisation's identity provider, on the way back with a code. */
interface SignIn {
  /** Their id there; the external id of their contact. */
  readonly subject: string;
  readonly name: string;
  readonly expiresAt: number;
}
