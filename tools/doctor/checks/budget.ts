import { coded, type Finding, good } from '../finding.ts';

/** What is left of the client's requests in this minute; other programs on the same client use it too. Pure. */
export function budget(told: { readonly count: number; readonly allowed: number } | null): Finding {
  if (told === null) return good('budget', 'The platform does not say how much of the rate limit is left.');
  const left = Math.max(0, told.allowed - told.count);
  const said = `${left} of ${told.allowed} requests a minute are left.`;
  return left * 10 < told.allowed
    ? coded('budget', 'warning', 'genesys.throttled', { left, allowed: told.allowed }, said)
    : good('budget', said);
}
