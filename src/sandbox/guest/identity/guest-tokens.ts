import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const guest = z.object({ kind: z.literal('guest'), orgId: z.string(), customerId: z.string() });
const person = z.object({
  kind: z.literal('person'),
  orgId: z.string(),
  deploymentId: z.string(),
  /** Their id at the identity provider. */
  subject: z.string(),
  name: z.string(),
});
const claims = z.object({
  owner: z.discriminatedUnion('kind', [guest, person]),
  /** How often the person had signed out when it was made. */
  round: z.number(),
  exp: z.number(),
});

/** Whom a JWT speaks for: the guest of one session, or somebody who has signed in on a deployment. */
type JwtOwner = z.output<typeof claims>['owner'];
/** Somebody who has signed in. */
export type Person = Omit<z.output<typeof person>, 'kind'>;

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
  const refreshing = new Map<string, Person>();
  const rounds = new Map<string, number>();
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signatureOf = (head: string): string => createHmac('sha256', key).update(head).digest('base64url');
  const roundOf = (owner: JwtOwner): number =>
    owner.kind === 'person' ? (rounds.get(personKey(owner)) ?? 0) : 0;

  const sign = (owner: JwtOwner): { jwt: string; exp: number } => {
    const exp = Math.floor(now() / 1000) + lifeSeconds;
    const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ owner, round: roundOf(owner), exp })}`;
    return { jwt: `${head}.${signatureOf(head)}`, exp };
  };

  return {
    forGuest: (orgId, customerId) => sign({ kind: 'guest', orgId, customerId }),
    forPerson(given) {
      const refreshToken = randomBytes(32).toString('base64url');
      refreshing.set(refreshToken, given);
      return { jwt: sign({ kind: 'person', ...given }).jwt, refreshToken };
    },
    refresh(refreshToken) {
      const known = refreshing.get(refreshToken);
      return known && { jwt: sign({ kind: 'person', ...known }).jwt, person: known };
    },
    revoke(given) {
      rounds.set(personKey(given), (rounds.get(personKey(given)) ?? 0) + 1);
      for (const [token, each] of refreshing) {
        if (personKey(each) === personKey(given)) refreshing.delete(token);
      }
    },
    read(jwt) {
      const [header = '', payload = '', signature = ''] = jwt.split('.');
      const expected = Buffer.from(signatureOf(`${header}.${payload}`));
      const given = Buffer.from(signature);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      const { owner, round, exp } = claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
      if (round !== roundOf(owner)) return undefined;
      return exp * 1000 > now() ? owner : 'expired';
    },
  };
}

const personKey = ({ deploymentId, subject }: Pick<Person, 'deploymentId' | 'subject'>): string =>
  `${deploymentId} ${subject}`;
