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
