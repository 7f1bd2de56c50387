import { shortDate, shortTime } from '../shell/words-of-time.js';

/**
 * A card's own times (`{{DATE(…)}}`, `{{TIME(…)}}`), which Teams shows in its reader's manner, written in this page's
 * one manner instead.
 *
 * @template T
 * @param {T} json
 * @returns {T}
 */
export function withTimes(json) {
  const text = JSON.stringify(json).replaceAll(
    /\{\{(DATE|TIME)\(([\dT:.Z+-]+)(?:,\s*\w+)?\)\}\}/g,
    (_whole, what, iso) => (what === 'DATE' ? shortDate(iso) : shortTime(iso)),
  );
  return JSON.parse(text);
}
