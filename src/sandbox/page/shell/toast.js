import { announce } from './announce.js';
import { element } from './element.js';

/**
 * A short word above the box to write in; goes by itself after a while, when closed, or after the next good press.
 *
 * @param {string} text
 * @param {{ bad?: boolean, action?: { label: string, run: () => void } }} [more]
 */
export function toast(text, { bad = false, action } = {}) {
  const made = element(
    'div',
    { class: `toast ${bad ? 'bad' : ''} ${action === undefined ? '' : 'offer'}` },
    element('span', {}, text),
    action === undefined
      ? null
      : element(
          'button',
          {
            type: 'button',
            class: 'button',
            onclick: () => {
              made.remove();
              action.run();
            },
          },
          action.label,
        ),
    element('button', { type: 'button', class: 'button', onclick: () => made.remove() }, 'Close'),
  );
  document.querySelector('#toasts')?.append(made);
  announce(bad ? `Problem: ${text}` : text);
  setTimeout(() => made.remove(), 8000);
}

/** Takes away what was said of an earlier press; offers of something to do stay. */
export function clearToasts() {
  for (const made of document.querySelectorAll('.toast:not(.offer)')) made.remove();
}

/** Runs something that may fail and says so when it does. @template T @param {() => Promise<T>} run @returns {Promise<T | undefined>} */
export async function orToast(run) {
  try {
    return await run();
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error), { bad: true });
    return undefined;
  }
}
