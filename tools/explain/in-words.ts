import type { RetryClass } from '../../src/errors/catalogue.ts';
import type { Explained, Explanation } from '../../src/explain/explain.ts';
import type { HeldBack } from './held-back.ts';

const again: Readonly<Record<RetryClass, string>> = {
  safe: 'Trying again does no harm: it was not carried out, or does not matter twice.',
  never: 'No: while nothing changes, the answer stays the same.',
  unknown:
    'Only after looking whether it was carried out; Reachback looks by itself and never sends blindly.',
};

const unknown = `This error is not known to Reachback. For whoever looks into it, collect:
  - the whole answer with its status line and headers, without Authorization and Cookie
  - the correlation id: the header ININ-Correlation-Id, or contextId in the body
  - method and path of the request, and the time in UTC
  - the lines of Reachback’s log around that time (LOG_LEVEL=debug shows every exchange)
  - what npm run doctor says`;

/** What an explanation says to a person at a terminal. Pure. */
export function inWords({ found, correlationId, permissions, retryAfterSeconds }: Explained): string {
  const facts = [
    ...(permissions.length > 0 ? [`Permissions  ${permissions.join(', ')}`] : []),
    ...(retryAfterSeconds === null ? [] : [`Wait         ${retryAfterSeconds} s, as it was told`]),
    ...(correlationId === null ? [] : [`Correlation  ${correlationId}`]),
  ];
  const several = found.length > 1 ? [`It may be one of ${found.length}, the closest first:`] : [];
  const parts = found.length === 0 ? [unknown] : [...several, ...found.map(one)];
  return [...parts, ...(facts.length > 0 ? [facts.join('\n')] : [])].join('\n\n');
}

/** The same of a reason why a message was kept back. Pure. */
export function reasonInWords({ reason, meaning, next }: HeldBack): string {
  return [`Reason       ${reason}`, `Means        ${meaning}`, `Next         ${next}`].join('\n');
}

function one({ code, meaning, likely, next, retry, onlyAt, sources, unverified }: Explanation): string {
  return [
    `Code         ${code}`,
    ...(onlyAt === null ? [] : [`If           the request was ${onlyAt}`]),
    `Means        ${meaning}`,
    `Likely       ${likely}`,
    `Next         ${next}`,
    `Again        ${again[retry]}`,
    `From         ${sources.join('; ')}${unverified ? ' (unverified)' : ''}`,
  ].join('\n');
}
