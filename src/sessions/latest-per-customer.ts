import { customerKey, type Session } from './session.ts';

/** Only the latest session of each customer counts: who is connected now is not reached through an older conversation. */
export function latestPerCustomer(sessions: readonly Session[]): Session[] {
  const latest = new Map<string, Session>();
  for (const session of sessions) {
    const key = customerKey(session);
    const known = latest.get(key);
    if (known === undefined || session.lastActivityAt > known.lastActivityAt) latest.set(key, session);
  }
  return [...latest.values()];
}
