import { randomBytes } from 'node:crypto';
import type { Org } from '../org.ts';

export interface AccessTokens {
  /** A new token for the organisation's client. */
  issue(org: Org): { token: string; seconds: number };
  /** The organisation's id, while the token lives. */
  orgIdOf(token: string): string | undefined;
}

/** Bearer tokens of the client-credentials grant, in memory: a restart ends them all, as a revocation would. */
export function createAccessTokens(now: () => number, seconds: number): AccessTokens {
  const issued = new Map<string, { orgId: string; expiresAt: number }>();
  return {
    issue(org) {
      const token = randomBytes(43).toString('base64url');
      issued.set(token, { orgId: org.id, expiresAt: now() + seconds * 1000 });
      return { token, seconds };
    },
    orgIdOf(token) {
      const entry = issued.get(token);
      return entry !== undefined && entry.expiresAt > now() ? entry.orgId : undefined;
    },
  };
}
