/** What a widget may do with what it is given. */
export const scopes = ['chat', 'refresh', 'revoke'] as const;

export type Scope = (typeof scopes)[number];

/** The scopes a claim names, others left out; all of them when there is no claim. Null for what is no such claim. Pure. */
export function scopesOf(claim: unknown): readonly Scope[] | null {
  if (claim === undefined) return scopes;
  if (typeof claim !== 'string') return null;
  const named = claim.split(' ');
  return scopes.filter((scope) => named.includes(scope));
}
