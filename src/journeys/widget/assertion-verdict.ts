import { z } from 'zod';
import { isMalformedId } from './malformed-id.ts';
import { type Scope, scopesOf } from './scope.ts';
import { timeVerdict } from './time-verdict.ts';
import type { WidgetRefusal } from './widget-refusal.ts';

/** Who the customer is, as the site's server vouches for. */
export interface Assertion {
  /** The id in the old system: any text. */
  readonly userId: string;
  readonly externalId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  /** There: it counts once. */
  readonly jti: string | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly scopes: readonly Scope[];
  /** For the flow, beside ours. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** An assertion may be valid for so long at most: it is made for one request. */
const longestLifeSeconds = 600;

/** Seconds since 1970, so that a time in milliseconds is not taken for the year 58,000. */
const time = z.number().min(0).max(99_999_999_999);

const claims = z.object({
  iat: time,
  exp: time,
  nbf: time.optional(),
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  iss: z.string().optional(),
  sub: z.unknown().optional(),
  external_id: z.unknown().optional(),
  jti: z.string().min(1).max(255).optional(),
  scope: z.unknown().optional(),
  name: z.string().optional().catch(undefined),
  email: z.email().max(256).optional().catch(undefined),
  attributes: z.record(z.string().min(1).max(100), z.string()).optional(),
});

/**
 * Whether a payload whose signature holds may be believed at this moment, and what it says. A name that is no text and an e-mail address
 * that is none are left out: nobody is refused over them. Pure.
 */
export function assertionVerdict(
  payload: unknown,
  now: number,
  expected: { readonly audience: string; readonly issuer: string },
): Assertion | WidgetRefusal {
  const read = claims.safeParse(payload);
  if (!read.success) return 'widget.assertion-malformed';
  const { iat, exp, nbf, aud, iss, sub, external_id, jti, scope, name, email, attributes } = read.data;
  if (![aud].flat().includes(expected.audience)) return 'widget.wrong-audience';
  if (iss !== expected.issuer) return 'widget.wrong-issuer';
  const late = timeVerdict({ iat, nbf: nbf ?? null, exp }, now);
  if (late !== null) return late;
  if (exp <= iat) return 'widget.assertion-malformed';
  if (exp - iat > longestLifeSeconds) return 'widget.lives-too-long';
  const granted = scopesOf(scope);
  if (granted === null) return 'widget.assertion-malformed';
  if (!granted.includes('chat')) return 'widget.wrong-scope';
  if (typeof sub !== 'string' || isMalformedId(sub)) return 'widget.malformed-id';
  if (external_id !== undefined && external_id !== null && isMalformedId(external_id))
    return 'widget.malformed-id';
  return {
    userId: sub,
    externalId: typeof external_id === 'string' ? external_id : null,
    name: name === undefined || name.trim() === '' ? null : name.trim(),
    email: email ?? null,
    jti: jti ?? null,
    expiresAt: exp * 1_000,
    scopes: granted,
    attributes: attributes ?? {},
  };
}
