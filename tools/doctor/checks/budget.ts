import { type Finding, good, warning } from '../finding.ts';

const next =
  'Run this again in a minute; if it stays so, another program uses the same OAuth client: give Reachback one of its own.';

/** What is left of the client's requests in this minute; other programs on the same client use it too. Pure. */
export function budget(told: { readonly count: number; readonly allowed: number } | null): Finding {
  if (told === null) return good('budget', 'The platform does not say how much of the rate limit is left.');
  const left = Math.max(0, told.allowed - told.count);
  const said = `${left} of ${told.allowed} requests a minute are left.`;
  return left * 10 < told.allowed ? warning('budget', `Only ${said}`, next) : good('budget', said);
}
