import type { CobrowseSession } from './cobrowse-session.ts';

/** What became of it by now (epoch ms): an offer ends even when nobody was there to end it. */
export function cobrowseState(
  { state, offerEndsAt }: Pick<CobrowseSession, 'state' | 'offerEndsAt'>,
  now: number,
): CobrowseSession['state'] {
  return state === 'offering' && offerEndsAt <= now ? 'expired' : state;
}
