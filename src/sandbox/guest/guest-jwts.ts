import { createHmac, randomBytes } from 'node:crypto';
import type { Sandbox } from '../sandbox.ts';

export interface GuestJwts {
  /** A JWT for the history of that guest's session; `exp` in epoch seconds. */
  issue(orgId: string, customerId: string): { jwt: string; exp: number };
  /** Whose history a JWT opens; undefined when it is none of ours or over. */
  read(jwt: string): { orgId: string; customerId: string } | undefined;
}

const lifeSeconds = 3600;

/** JWTs signed with a key of this process. unverified: claims and lifetime; a guest treats it as opaque. */
export function createGuestJwts({ now }: Pick<Sandbox, 'now'>): GuestJwts {
  const key = randomBytes(32);
  const issued = new Map<string, { orgId: string; customerId: string; exp: number }>();
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    issue(orgId, customerId) {
      const exp = Math.floor(now() / 1000) + lifeSeconds;
      const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ org: orgId, sub: customerId, exp })}`;
      const jwt = `${head}.${createHmac('sha256', key).update(head).digest('base64url')}`;
      issued.set(jwt, { orgId, customerId, exp });
      return { jwt, exp };
    },
    read(jwt) {
      const entry = issued.get(jwt);
      return entry !== undefined && entry.exp * 1000 > now() ? entry : undefined;
    },
  };
}
