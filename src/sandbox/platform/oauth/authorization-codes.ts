import { createHash, randomBytes } from 'node:crypto';

/** An agent who signed in through a client. */
export interface SignedIn {
  readonly orgId: string;
  readonly clientId: string;
  readonly agentId: string;
}

interface Asked {
  /** Where the browser was sent with the code; the exchange must name the same. */
  readonly redirectUri: string;
  /** SHA-256 of the verifier, base64url, when the client uses PKCE. */
  readonly challenge?: string | undefined;
}

export interface AuthorizationCodes {
  /** A code for whoever just signed in. */
  issue(who: SignedIn, asked: Asked): string;
  /** Who the code is of, once; undefined for a code that is not, or not for this client, address and verifier. */
  redeem(
    code: string,
    by: { readonly clientId: string; readonly redirectUri: string; readonly verifier?: string | undefined },
  ): SignedIn | undefined;
  /** A refresh token for them. */
  refreshTokenFor(who: SignedIn): string;
  /** Who a refresh token is of, once: with a new access token there comes a new one (unverified). */
  refresh(refreshToken: string, clientId: string): SignedIn | undefined;
  /** Ends the refresh tokens of everybody who fits. */
  forget(fits: (who: SignedIn) => boolean): void;
}

/** unverified: how long the platform lets a code wait. */
const codeLifeMs = 5 * 60_000;

/** Codes of the authorization-code grant and refresh tokens, in memory. `now` is epoch milliseconds. */
export function createAuthorizationCodes(now: () => number): AuthorizationCodes {
  const codes = new Map<string, { who: SignedIn; asked: Asked; expiresAt: number }>();
  const refreshTokens = new Map<string, SignedIn>();
  return {
    issue(who, asked) {
      const code = randomBytes(32).toString('base64url');
      codes.set(code, { who, asked, expiresAt: now() + codeLifeMs });
      return code;
    },
    redeem(code, { clientId, redirectUri, verifier }) {
      const entry = codes.get(code);
      // Shown to the wrong client or with the wrong verifier, a code is spent too.
      codes.delete(code);
      if (entry === undefined || entry.expiresAt <= now()) return undefined;
      const { who, asked } = entry;
      const same = who.clientId === clientId && asked.redirectUri === redirectUri;
      const proven =
        asked.challenge === undefined ? verifier === undefined : asked.challenge === hashOf(verifier ?? '');
      return same && proven ? who : undefined;
    },
    refreshTokenFor(who) {
      const token = randomBytes(43).toString('base64url');
      refreshTokens.set(token, who);
      return token;
    },
    refresh(refreshToken, clientId) {
      const who = refreshTokens.get(refreshToken);
      if (who?.clientId !== clientId) return undefined;
      refreshTokens.delete(refreshToken);
      return who;
    },
    forget(fits) {
      for (const [token, who] of refreshTokens) if (fits(who)) refreshTokens.delete(token);
      for (const [code, { who }] of codes) if (fits(who)) codes.delete(code);
    },
  };
}

function hashOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
