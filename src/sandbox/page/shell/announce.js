const keptMs = 10_000;

/**
 * Tells screen readers, politely, what the eye sees happen. Each sentence stands on its own for a while, so that none is
 * lost when several come at once; the same one again within that while is not said twice.
 *
 * @param {string} sentence
 */
export function announce(sentence) {
  const place = document.querySelector('#said');
  if (place === null || [...place.children].some((said) => said.textContent === sentence)) return;
  const said = document.createElement('p');
  said.textContent = sentence;
  place.append(said);
  setTimeout(() => said.remove(), keptMs);
}
