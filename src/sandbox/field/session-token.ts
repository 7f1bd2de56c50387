import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const header = z.object({ alg: z.literal('HS256') });
const claims = z.object({
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  nbf: z.number().optional(),
  iss: z.string().optional(),
  sub: z.string().optional(),
});

/** What a session token must say to hold for one hand-off. */
interface Expected {
  /** The key of the organisation it is meant for. */
  readonly key: string;
  readonly destinationOrgId: string;
  readonly sourceOrgId: string;
  /** The guest's session id. */
  readonly guestId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * What is wrong with a session token re-issued for another organisation (a JWT, HS256), or undefined. unverified: all
 * of it but that `aud` is the destination; an `iss` or `sub` is held to the source and the guest's session when there,
 * and no clock skew is forgiven.
 */
export function faultOfSessionToken(token: string, expected: Expected): string | undefined {
  const [head = '', payload = '', signature = '', ...more] = token.split('.');
  if (more.length > 0 || !header.safeParse(parsed(head)).success) return 'the token is no JWT with HS256';
  const due = createHmac('sha256', expected.key).update(`${head}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== due.length || !timingSafeEqual(given, due)) {
    return 'the token is not signed for the destination organisation';
  }
  const read = claims.safeParse(parsed(payload));
  if (!read.success) return 'the token lacks aud or exp';
  const { aud, exp, nbf = 0, iss = expected.sourceOrgId, sub = expected.guestId } = read.data;
  if (![aud].flat().includes(expected.destinationOrgId)) {
    return 'the audience of the token is not the destination organisation';
  }
  if (exp * 1000 <= expected.now) return 'the token has expired';
  if (nbf * 1000 > expected.now) return 'the token is not valid yet';
  if (iss !== expected.sourceOrgId) return 'the issuer of the token is not the source organisation';
  if (sub !== expected.guestId) return 'the token is of another session';
  return undefined;
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
