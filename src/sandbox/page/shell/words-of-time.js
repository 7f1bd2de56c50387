import { sandboxNow } from './sandbox-time.js';

/** One manner of writing times on the whole page: 24 hours, as on a board in a control room. */
const manner = { hourCycle: 'h23', hour: '2-digit', minute: '2-digit' };

/** `14:03:22`, in the reader's time zone. @param {string} iso */
export function clockTime(iso) {
  return new Date(iso).toLocaleTimeString('en-GB', { ...manner, second: '2-digit' });
}

/** `14:03`. @param {string | Date} at */
export function shortTime(at) {
  return new Date(at).toLocaleTimeString('en-GB', manner);
}

/** `Sat 21 Nov`. @param {string | Date} at */
export function shortDate(at) {
  return new Date(at)
    .toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
    .replace(',', '');
}

/** `just now`, `8 min`, `3 h`, `2 d`: how long ago. @param {string} iso @param {number} [now] */
function howLong(iso, now = sandboxNow()) {
  const minutes = Math.floor((now - Date.parse(iso)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / (24 * 60))} d`;
}

/** `+12 ms`, `+1.4 s`, `+3 min`, `+2 h`, `+1 d`: how long after the step before. @param {number} ms */
export function after(ms) {
  if (ms < 1000) return `+${Math.max(0, Math.round(ms))} ms`;
  if (ms < 10_000) return `+${(ms / 1000).toFixed(1)} s`;
  if (ms < 60_000) return `+${Math.round(ms / 1000)} s`;
  if (ms < 3_600_000) return `+${Math.round(ms / 60_000)} min`;
  return ms < 86_400_000 ? `+${Math.round(ms / 3_600_000)} h` : `+${Math.round(ms / 86_400_000)} d`;
}

/** The same length of time in full words, for a screen reader. @param {number} ms */
export function afterInWords(ms) {
  const units = { ms: 'millisecond', s: 'second', min: 'minute', h: 'hour', d: 'day' };
  const [, amount, unit] = /^\+([\d.]+) (\w+)$/.exec(after(ms)) ?? [];
  return `${amount} ${units[unit]}${amount === '1' ? '' : 's'} later`;
}

/** A `<time>` that is kept true as time goes by. @param {string} iso */
export function sinceTime(iso, { clock = clockTime } = {}) {
  const made = document.createElement('time');
  made.dateTime = iso;
  made.dataset.since = iso;
  made.title = `since ${clock(iso)}`;
  made.textContent = howLong(iso);
  return made;
}

/** Keeps every `[data-since]` on the page true without drawing anything else anew. */
export function keepTimesTrue() {
  for (const shown of document.querySelectorAll('[data-since]')) {
    if (shown instanceof HTMLElement) shown.textContent = howLong(shown.dataset.since ?? '');
  }
}
