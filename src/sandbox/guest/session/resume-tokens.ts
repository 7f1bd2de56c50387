import { randomBytes } from 'node:crypto';

export interface ResumeTokens {
  /** A token with which another browser goes on with this session; `exp` in epoch seconds. */
  issue(customerId: string): { resumeToken: string; exp: number };
  /** Whose session it is, once. */
  redeem(resumeToken: string): string | undefined;
}

/** unverified: that they work once, and for how long. */
const lifeSeconds = 3600;

/** Resume tokens in memory. */
export function createResumeTokens(now: () => number): ResumeTokens {
  const issued = new Map<string, { customerId: string; exp: number }>();
  return {
    issue(customerId) {
      const resumeToken = randomBytes(32).toString('base64url');
      const exp = Math.floor(now() / 1000) + lifeSeconds;
      issued.set(resumeToken, { customerId, exp });
      return { resumeToken, exp };
    },
    redeem(resumeToken) {
      const entry = issued.get(resumeToken);
      issued.delete(resumeToken);
      return entry !== undefined && entry.exp * 1000 > now() ? entry.customerId : undefined;
    },
  };
}
