import type { OutreachMode } from '../outreach/outreach.ts';
import { isQuietMinute, type QuietHours } from './is-quiet-minute.ts';

/** What a change lets go that was kept back before. */
export type Loosening = 'automatic' | 'quiet-hours' | 'contact-again' | 'cobrowse-control';

interface Strictness {
  readonly mode: OutreachMode;
  readonly quietHours: QuietHours;
  /** Whose clock they go by where the customer's is not known. */
  readonly timeZone: string;
  /** For how long a customer is left alone after a message or a no, milliseconds. */
  readonly contactAgainAfterMs: number;
  readonly cobrowseControl: boolean;
}

const minutesOfDay = Array.from({ length: 24 * 60 }, (_, minute) => minute);

/**
 * In what a new policy is looser than the one before: messages that need no approval any more, moments that are no longer quiet, customers
 * written to again sooner, agents who may act on customers' pages.
 */
export function loosenings(before: Strictness, after: Strictness): Loosening[] {
  const found: Loosening[] = [];
  if (before.mode === 'supervisor' && after.mode === 'automatic') found.push('automatic');
  const noLongerQuiet = (minute: number): boolean =>
    isQuietMinute(before.quietHours, minute) && !isQuietMinute(after.quietHours, minute);
  // By another clock other moments are quiet, and some no longer are.
  const otherClock = before.quietHours !== null && before.timeZone !== after.timeZone;
  if (otherClock || minutesOfDay.some(noLongerQuiet)) found.push('quiet-hours');
  if (after.contactAgainAfterMs < before.contactAgainAfterMs) found.push('contact-again');
  if (!before.cobrowseControl && after.cobrowseControl) found.push('cobrowse-control');
  return found;
}
