import { z } from 'zod';
import type { KeyRing } from './key-ring.ts';
import { refuse } from './refuse.ts';
import { type Scope, scopesOf } from './scope.ts';
import { timeVerdict } from './time-verdict.ts';
import type { WidgetRefusal } from './widget-refusal.ts';

const issuer = 'reachback';
const audience = 'reachback-widget';

const claims = z.object({
  iss: z.string(),
  aud: z.string(),
  sub: z.string().min(1),
  scope: z.string(),
  iat: z.number(),
  exp: z.number(),
});

/** What a token of ours stands for. */
export interface WidgetToken {
  readonly visitId: string;
  readonly scopes: readonly Scope[];
}

/** A token of ours for a visit, from now on for so long. */
export async function issueWidgetToken(
  keys: KeyRing,
  { visitId, scopes }: WidgetToken,
  { now, lifeMs }: { now: number; lifeMs: number },
): Promise<{ token: string; expiresAt: number }> {
  const iat = Math.floor(now / 1_000);
  const exp = iat + Math.floor(lifeMs / 1_000);
  const token = await keys.sign({
    iss: issuer,
    aud: audience,
    sub: visitId,
    scope: scopes.join(' '),
    iat,
    exp,
  });
  return { token, expiresAt: exp * 1_000 };
}

/** Reads a token of ours for one of its uses. One that is over serves `revoke` still: it ends something. Throws `widget.*`. */
export async function readWidgetToken(
  keys: KeyRing,
  token: string | null,
  { now, scope }: { now: number; scope: Scope },
): Promise<WidgetToken> {
  if (token === null) throw refuse('widget.token-missing');
  const checked = await keys.check(token);
  if (checked === 'malformed') throw refuse('widget.token-malformed');
  if (typeof checked === 'string') throw refuse(`widget.${checked}`);
  const verdict = tokenVerdict(checked.payload, now, scope);
  if (typeof verdict === 'string') throw refuse(verdict);
  return verdict;
}

/** Pure. */
function tokenVerdict(payload: unknown, now: number, scope: Scope): WidgetToken | WidgetRefusal {
  const read = claims.safeParse(payload);
  if (!read.success) return 'widget.token-malformed';
  const { iss, aud, sub, iat, exp } = read.data;
  if (iss !== issuer) return 'widget.wrong-issuer';
  if (aud !== audience) return 'widget.wrong-audience';
  const late = timeVerdict({ iat, nbf: null, exp: scope === 'revoke' ? Number.POSITIVE_INFINITY : exp }, now);
  if (late !== null) return late;
  const scopes = scopesOf(read.data.scope) ?? [];
  return scopes.includes(scope) ? { visitId: sub, scopes } : 'widget.wrong-scope';
}
