import type { OutreachMode } from '../outreach/outreach.ts';
import type { Secret } from './secret.ts';
import type { WidgetConfig } from './widget-config.ts';

export interface GenesysConfig {
  readonly apiUrl: string;
  readonly loginUrl: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
}

/** The OAuth client through which agents sign in as themselves. */
export interface SignInConfig {
  readonly clientId: string;
  readonly clientSecret: Secret | null;
  /** Where this program is reached by browsers, without a slash at its end. */
  readonly publicUrl: string;
}

export interface TeamsConfig {
  readonly appId: string;
  readonly appPassword: Secret;
  readonly tenantId: string;
}

/** Where beginnings and ends of conversations are told. */
export interface WebhookConfig {
  /** May itself hold a key. */
  readonly url: Secret;
  /** All in use at the same time; at least one. */
  readonly secrets: readonly Secret[];
  readonly kinds: readonly ('started' | 'ended')[];
}

/** How customers are written to: what the environment says first, and supervisors may change while it runs. */
export interface OutreachPolicy {
  readonly mode: OutreachMode;
  /** ICU message. */
  readonly text: string;
  readonly approvalMs: number;
  readonly contactAgainAfterMs: number;
  /** Minutes of the customer's day; null: none. */
  readonly quietHours: { readonly from: number; readonly to: number } | null;
  readonly timeZone: string;
  /** Agents may act on a customer's page in a cobrowse session, where the customer's messenger allows it, too. */
  readonly cobrowseControl: boolean;
}

export interface OutreachConfig extends OutreachPolicy {
  readonly customerTimeZoneAttribute: string;
}

/** What the process was told, typed and checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: Secret | null;
  readonly logLevel: string;
  /** Null: sandbox mode. */
  readonly genesys: GenesysConfig | null;
  /** Null: not set up. */
  readonly signIn: SignInConfig | null;
  /** Null: nobody is told. */
  readonly webhook: WebhookConfig | null;
  readonly handOff: {
    /** Null: no partner is registered, but the sandbox’s own in sandbox mode. */
    readonly partnersFile: string | null;
    /** Null: a key of our own in the data directory. */
    readonly keyFile: string | null;
  };
  readonly sandboxPort: number;
  /** Names or ids; empty: every queue. */
  readonly queues: readonly string[];
  /** Null: no Teams credentials, loopback only. */
  readonly teams: TeamsConfig | null;
  readonly supervisors: readonly string[];
  /** The Entra group whose owners are supervisors as well; null: none. */
  readonly supervisorTeam: string | null;
  /** Of conversations nobody chose one in and Teams tells none of. */
  readonly language: 'en' | 'de' | 'fr' | 'es' | 'ja';
  readonly outreach: OutreachConfig;
  /** Null: not set up. */
  readonly widget: WidgetConfig | null;
}
