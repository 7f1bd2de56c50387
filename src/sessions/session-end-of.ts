import type { SessionEnd } from './session.ts';

/** By the platform's disconnect types, lower case without dots: the API writes `session.expired`, analytics `sessionExpired`. */
const ends: Readonly<Record<string, SessionEnd>> = {
  client: 'customer',
  endpoint: 'customer',
  inactivity: 'timed-out',
  timeout: 'timed-out',
  sessionexpired: 'timed-out',
  system: 'flow',
  error: 'fault',
  transportfailure: 'fault',
};

/**
 * What ended a customer's leg, from its disconnect type (SDK 262); null where that does not tell. `peer` is the other side: an agent,
 * or the flow where no agent ever was (field report: a recorded conversation). Pure.
 */
export function sessionEndOf(
  disconnectType: string | null | undefined,
  hadAgent: boolean,
): SessionEnd | null {
  const type = disconnectType?.replaceAll(/[.\s]/g, '').toLowerCase() ?? '';
  if (type === 'peer') return hadAgent ? 'agent' : 'flow';
  return Object.hasOwn(ends, type) ? (ends[type] ?? null) : null;
}
