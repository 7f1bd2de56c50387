import type { OutreachMode } from '../outreach/outreach.ts';
import type { Secret } from './secret.ts';

export interface GenesysConfig {
  readonly apiUrl: string;
  readonly loginUrl: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
}

export interface TeamsConfig {
  readonly appId: string;
  readonly appPassword: Secret;
  readonly tenantId: string;
}

export interface OutreachConfig {
  readonly mode: OutreachMode;
  /** ICU message. */
  readonly text: string;
  readonly approvalMs: number;
  readonly contactAgainAfterMs: number;
  /** Minutes of the customer's day; null: none. */
  readonly quietHours: { readonly from: number; readonly to: number } | null;
  readonly timeZone: string;
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
  readonly sandboxPort: number;
  /** Names or ids; empty: every queue. */
  readonly queues: readonly string[];
  /** Null: no Teams credentials, loopback only. */
  readonly teams: TeamsConfig | null;
  readonly supervisors: readonly string[];
  readonly outreach: OutreachConfig;
}
