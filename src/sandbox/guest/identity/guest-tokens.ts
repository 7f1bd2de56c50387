import { createHmac, randomBytes } from 'node:crypto';

/** Whom a JWT speaks for: the guest of one session, or somebody who has signed in on a deployment. */
export type JwtOwner =
  | { readonly kind: 'guest'; readonly orgId: string; readonly customerId: string }
  | ({ readonly kind: 'person' } & Person);

/** Somebody who has signed in. */
export interface Person {
  readonly orgId: string;
  readonly deploymentId: string;
  /** Their id at the identity provider. */
  readonly subject: string;
  readonly name: string;
}

export interface GuestTokens {
  /** A JWT for the history of that guest's session; `exp` in epoch seconds. */
  forGuest(orgId: string, customerId: string): { jwt: string; exp: number };
  /** What a redeemed code gives. */
  forPerson(person: Person): { jwt: string; refreshToken: string };
  refresh(refreshToken: string): { jwt: string; person: Person } | undefined;
  /** Ends a person's JWTs and refresh tokens on that deployment. */
  revoke(person: Person): void;
  /** Its owner; `expired` when it was one of ours, undefined when it is none (or revoked). */
  read(jwt: string): JwtOwner | 'expired' | undefined;
}

const lifeSeconds = 3600;

/** JWTs signed with a key of this process. unverified: claims and lifetimes; a guest treats them as opaque. */
export function createGuestTokens(now: () => number): GuestTokens {
  const key = randomBytes(32);
  const issued = new Map<string, { owner: JwtOwner; exp: number }>();
  const refreshing = new Map<string, Person>();
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  const sign = (owner: JwtOwner): { jwt: string; exp: number } => {
    const exp = Math.floor(now() / 1000) + lifeSeconds;
    const sub = owner.kind === 'guest' ? owner.customerId : owner.subject;
    const jti = randomBytes(8).toString('hex');
    const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ org: owner.orgId, sub, exp, jti })}`;
    const jwt = `${head}.${createHmac('sha256', key).update(head).digest('base64url')}`;
    issued.set(jwt, { owner, exp });
    return { jwt, exp };
  };

  return {
    forGuest: (orgId, customerId) => sign({ kind: 'guest', orgId, customerId }),
    forPerson(person) {
      const refreshToken = randomBytes(32).toString('base64url');
      refreshing.set(refreshToken, person);
      return { jwt: sign({ kind: 'person', ...person }).jwt, refreshToken };
    },
    refresh(refreshToken) {
      const person = refreshing.get(refreshToken);
      return person && { jwt: sign({ kind: 'person', ...person }).jwt, person };
    },
    revoke(person) {
      for (const [jwt, { owner }] of issued) {
        if (owner.kind === 'person' && isSame(owner, person)) issued.delete(jwt);
      }
      for (const [token, owner] of refreshing) if (isSame(owner, person)) refreshing.delete(token);
    },
    read(jwt) {
      const entry = issued.get(jwt);
      if (entry === undefined) return undefined;
      return entry.exp * 1000 > now() ? entry.owner : 'expired';
    },
  };
}

function isSame(one: Person, other: Person): boolean {
  return one.deploymentId === other.deploymentId && one.subject === other.subject;
}
