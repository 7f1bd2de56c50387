import { customerKey, customerKeys, guestKey, type Session } from './session.ts';

export interface CustomerSeen {
  readonly latest: Session;
  /** Every key this customer is known by in any of the sessions. */
  readonly keys: readonly string[];
}

/**
 * Only the latest session of each customer counts: who is connected now is not reached through an older conversation.
 * A guest who is a contact in one session is the same person in the others, named or not.
 */
export function latestPerCustomer(sessions: readonly Session[]): CustomerSeen[] {
  const personOfGuest = new Map<string, string>();
  for (const session of sessions)
    if (session.externalContactId !== null) personOfGuest.set(guestKey(session), customerKey(session));
  const seen = new Map<string, { latest: Session; keys: Set<string> }>();
  for (const session of sessions) {
    const person =
      session.externalContactId === null
        ? (personOfGuest.get(guestKey(session)) ?? guestKey(session))
        : customerKey(session);
    const known = seen.get(person) ?? { latest: session, keys: new Set([person]) };
    if (session.lastActivityAt > known.latest.lastActivityAt) known.latest = session;
    for (const key of customerKeys(session)) known.keys.add(key);
    seen.set(person, known);
  }
  return [...seen.values()].map(({ latest, keys }) => ({ latest, keys: [...keys] }));
}
