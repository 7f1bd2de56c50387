import type { HeldReason } from '../held-reason.ts';

/** When the guest session has run out the transcript is closed to the customer: a message would never be seen. */
export function sessionNotExpired(facts: { guestSessionExpired: boolean }): HeldReason | null {
  return facts.guestSessionExpired ? 'session-expired' : null;
}
