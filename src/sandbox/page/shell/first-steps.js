/** What has to have happened for each of the three steps of the header to be done. */
const proofs = [
  ({ role }) => role === 'free',
  ({ role }) => role === 'shown' || role === 'waiting',
  ({ role }) => role === 'wrote',
];

/**
 * Ticks off the three steps a newcomer is asked to do. The second is to watch, or, when a card asks for it, to decide.
 *
 * @param {HTMLElement} place
 * @param {any} store
 */
export function firstSteps(place, store) {
  store.watch(
    (/** @type {any} */ { steps }) => [...proofs.map((proof) => steps.some(proof)), asksForDecision(steps)],
    ({ steps }) => {
      // Who came later proves who came before: presence is not kept for a page opened afterwards.
      const last = proofs.findLastIndex((proof) => steps.some(proof));
      for (const [index, item] of [...place.children].entries()) {
        const done = index <= last;
        item.classList.toggle('next', index === last + 1);
        item.classList.toggle('done', done);
        const number = item.querySelector('.number');
        if (number !== null) number.textContent = done ? '✓' : String(index + 1);
      }
      const words = place.querySelector('#watch-or-decide');
      if (words !== null) words.textContent = asksForDecision(steps) ? 'Approve the card' : 'Watch the card';
    },
  );
}

function asksForDecision(steps) {
  return steps.findLast(({ role }) => role === 'card')?.state === 'awaiting-approval';
}
