import type { CobrowseOffer, CobrowsePatch } from '../../store/shapes/cobrowse-table.ts';
import type { Witness } from './witness-of.ts';

/** What was read of an offer; null: could not be read. */
export interface SeenOfOffer {
  /** By the conversation; `silent`: it tells nothing of the session. */
  readonly witness: Witness | 'silent' | null;
  /** The session itself; `gone`: there is none (any more). */
  readonly session: 'stands' | 'gone' | null;
}

/** From the offer's end to taking it for run out although nothing said so. */
const slackMs = 3_000;
/** So long after the offer's end it is still tried to read what became of it. */
const unreadMs = 15_000;
/** Nobody looks along for longer; a session nobody can be asked about any more is called ended. */
const longestMs = 12 * 60 * 60_000;

/**
 * What became of an offer that left, by what was read and by the clock; null: nothing new. Only the customer's own side of the session says
 * accepted. Times are epoch milliseconds. Pure.
 */
export function nextCobrowse(offer: CobrowseOffer, seen: SeenOfOffer, now: number): CobrowsePatch | null {
  const patch = became(offer, seen, now);
  if (patch === null) return null;
  const over = patch.state !== 'accepted' && patch.state !== 'unknown' && patch.state !== 'offered';
  return { ...patch, ...(over ? { joinCode: null } : {}), changedAt: now };
}

function became(offer: CobrowseOffer, { witness, session }: SeenOfOffer, now: number): CobrowsePatch | null {
  const { state, attemptedAt } = offer;
  if (state === 'accepted') return afterAcceptance(offer, { witness, session }, now);
  if (state !== 'offered' && state !== 'expired' && state !== 'unknown') return null;
  if (witness !== null && witness !== 'silent' && witness.customer !== 'asked')
    return answered(offer, witness, now);
  if (state === 'expired') return null;
  if (now - attemptedAt > longestMs) return { state: 'ended', code: 'cobrowse.outcome-unknown' };
  const endsAt = offer.offerEndsAt ?? attemptedAt;
  if (session === 'gone') {
    if (state === 'offered' && now >= endsAt) return { state: 'expired', code: null };
    return { state: 'ended', code: 'cobrowse.outcome-unknown' };
  }
  if (state === 'unknown' || now < endsAt + slackMs) return null;
  // Said to be asked still, when the time for it is over.
  if (witness !== null && witness !== 'silent') return { state: 'expired', code: null };
  const unread = witness === null && now < endsAt + unreadMs;
  return unread ? null : { state: 'unknown', code: 'cobrowse.outcome-unknown' };
}

function answered({ offerEndsAt }: CobrowseOffer, witness: Witness, now: number): CobrowsePatch {
  const { customer, joinedAt, leftAt } = witness;
  if (customer === 'connected') return { state: 'accepted', code: null, acceptedAt: joinedAt ?? now };
  if (joinedAt !== null) return { state: 'ended', code: null, acceptedAt: joinedAt };
  const ranOut = offerEndsAt !== null && (leftAt ?? now) >= offerEndsAt - 500;
  return { state: ranOut ? 'expired' : 'rejected', code: null };
}

function afterAcceptance(
  { attemptedAt }: CobrowseOffer,
  { witness, session }: SeenOfOffer,
  now: number,
): CobrowsePatch | null {
  const left = witness !== null && witness !== 'silent' && witness.customer === 'over';
  const over = left || session === 'gone' || now - attemptedAt > longestMs;
  return over ? { state: 'ended', code: null } : null;
}
