import { openDialog } from '../shell/dialog.js';
import { element } from '../shell/element.js';
import { clockTime } from '../shell/words-of-time.js';

/**
 * The strip at the bottom: the story's steps as they happen, the newest at the right; a click shows what is behind one.
 *
 * @param {HTMLElement} place
 * @param {any} store
 */
export function timeline(place, store) {
  /** @type {Map<any, HTMLElement>} */
  const drawn = new Map();

  store.watch(
    (/** @type {any} */ state) => [state.steps, state.allCalls],
    ({ steps, allCalls }) => {
      const shown = steps.filter(({ told }) => told !== false || allCalls);
      if (shown.length === 0) {
        drawn.clear();
        place.replaceChildren(
          element('li', { class: 'waiting' }, 'Nothing yet. Make an agent available and watch.'),
        );
        return;
      }
      if (drawn.size === 0) place.replaceChildren();
      for (const [step, item] of drawn) {
        if (shown.includes(step)) continue;
        item.remove();
        drawn.delete(step);
      }
      // Steps come a little out of order; what is drawn already stays where it is.
      let next = /** @type {HTMLElement | null} */ (null);
      for (const step of shown.toReversed()) {
        const item = drawn.get(step) ?? element('li', {}, stepButton(step));
        if (!drawn.has(step)) place.insertBefore(item, next);
        drawn.set(step, item);
        next = item;
      }
      place.scrollTo({ left: place.scrollWidth, behavior: 'smooth' });
    },
  );
}

function stepButton(step) {
  return element(
    'button',
    {
      type: 'button',
      class: `step from-${step.kind} ${step.failed ? 'failed' : ''}`,
      onclick: () => openDialog(step),
    },
    element('span', { class: 'step-title' }, step.title),
    element('span', { class: 'step-about' }, step.about),
    element('time', { class: 'step-time', datetime: step.at }, clockTime(step.at)),
  );
}
