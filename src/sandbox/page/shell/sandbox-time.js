/** The sandbox's clock as this page knows it: the computer's, plus how far the sandbox's is ahead. @returns {number} epoch ms */
export function sandboxNow() {
  return Date.now() + aheadMs();
}

/** How far the sandbox's clock is ahead of the computer's; kept on the document, for every part of the page alike. */
export function aheadMs() {
  return Number(document.documentElement.dataset.aheadMs ?? 0);
}

/** @param {number} ms */
export function setAhead(ms) {
  document.documentElement.dataset.aheadMs = String(ms);
}
