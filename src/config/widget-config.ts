import type { Secret } from './secret.ts';

/** A key by its name; the first of a list signs, all of them check. */
export interface NamedKey {
  readonly kid: string;
  readonly key: Secret;
}

/** How customers get tokens for a widget of one's own. */
export interface WidgetConfig {
  /** Pages that may ask, as `https://host[:port]`. */
  readonly origins: readonly string[];
  /** Any page of this machine may ask as well: in the sandbox. */
  readonly anyLoopbackOrigin: boolean;
  /** Null: the sandbox's first. */
  readonly deploymentId: string | null;
  /** Where guests connect; null: the sandbox's. */
  readonly messagingUrl: string | null;
  /** Whoever signs assertions with a shared secret. */
  readonly siteSecrets: readonly NamedKey[];
  /** Where the site's public keys are; null: none. */
  readonly jwksUrl: string | null;
  readonly audience: string;
  readonly issuer: string;
  /** Guests without an assertion are served. */
  readonly anonymous: boolean;
  /** Users without a contact get one; otherwise they are refused. */
  readonly createsContacts: boolean;
  /** Names of the external sources of userId and external_id. */
  readonly userSource: string;
  readonly externalIdSource: string;
  readonly tokenMs: number;
  /** Our own keys; empty: kept in a file of the data directory. */
  readonly keys: readonly NamedKey[];
  /** Requests a minute. */
  readonly perAddress: number;
  readonly perUser: number;
  /** How many proxies in front of us write X-Forwarded-For. */
  readonly proxies: number;
}
