/** `14:03:22`, in the reader's own way of writing it. @param {string} iso */
export function clockTime(iso) {
  return new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** `14:03`. @param {string} iso */
export function shortTime(iso) {
  return new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** `just now`, `8 min`, `3 h`, `2 d`: how long ago. @param {string} iso @param {number} [now] */
export function howLong(iso, now = Date.now()) {
  const minutes = Math.floor((now - Date.parse(iso)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / (24 * 60))} d`;
}

/** Keeps every `[data-since]` on the page true without drawing anything else anew. */
export function keepTimesTrue() {
  setInterval(() => {
    for (const shown of document.querySelectorAll('[data-since]')) {
      if (shown instanceof HTMLElement) shown.textContent = howLong(shown.dataset.since ?? '');
    }
  }, 15_000);
}
