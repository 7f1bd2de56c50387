import { randomBytes } from 'node:crypto';
import type { OAuthClient } from '../world/oauth-client.ts';
import type { Org } from '../world/org.ts';
import { type AuthorizationCodes, createAuthorizationCodes } from './oauth/authorization-codes.ts';

/** Who a bearer token speaks for. */
interface Grant {
  readonly orgId: string;
  readonly clientId: string;
  /** The agent who signed in; absent with the client-credentials grant. */
  readonly agentId?: string;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
}

export interface AccessTokens {
  /** What users' sign-ins leave behind: codes, and refresh tokens. */
  readonly codes: AuthorizationCodes;
  /** A new token of the client, for itself or for an agent who signed in through it. */
  issue(org: Org, client: OAuthClient, agentId?: string): { token: string; seconds: number };
  /** Who the token speaks for, while it lives. */
  grantOf(token: string): Grant | undefined;
  /** What became of a token that speaks for nobody. */
  endOf(token: string): 'expired' | 'revoked' | 'unknown';
  /** Ends every token that fits; gives how many. */
  revoke(fits: (grant: Grant) => boolean): number;
  /** Hears of tokens that were revoked. */
  onRevoked(listener: (tokens: ReadonlySet<string>) => void): void;
}

/** Bearer tokens in memory: a restart ends them all, as a revocation would. `defaultSeconds` is for clients that name no validity. */
export function createAccessTokens(now: () => number, defaultSeconds: number): AccessTokens {
  const issued = new Map<string, Grant & { readonly expiresAt: number }>();
  const revoked = new Set<string>();
  const listeners: ((tokens: ReadonlySet<string>) => void)[] = [];
  const codes = createAuthorizationCodes(now);
  return {
    codes,
    issue(org, client, agentId) {
      const token = randomBytes(43).toString('base64url');
      const seconds = client.accessTokenSeconds ?? defaultSeconds;
      issued.set(token, {
        orgId: org.id,
        clientId: client.id,
        ...(agentId !== undefined && { agentId }),
        issuedAt: now(),
        expiresAt: now() + seconds * 1000,
      });
      return { token, seconds };
    },
    grantOf(token) {
      const entry = issued.get(token);
      return entry !== undefined && entry.expiresAt > now() ? entry : undefined;
    },
    endOf: (token) => (issued.has(token) ? 'expired' : revoked.has(token) ? 'revoked' : 'unknown'),
    revoke(fits) {
      codes.forget((who) => fits({ ...who, issuedAt: now() }));
      const ended = [...issued].filter(([, grant]) => fits(grant));
      for (const [token] of ended) {
        issued.delete(token);
        revoked.add(token);
      }
      const tokens = new Set(ended.map(([token]) => token));
      for (const tell of listeners) tell(tokens);
      return tokens.size;
    },
    onRevoked(listener) {
      listeners.push(listener);
    },
  };
}
