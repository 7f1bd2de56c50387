import { element } from './element.js';

/**
 * A short word at the edge of the page; goes by itself after a while, or when closed.
 *
 * @param {string} text
 * @param {{ bad?: boolean, action?: { label: string, run: () => void } }} [more]
 */
export function toast(text, { bad = false, action } = {}) {
  const made = element(
    'div',
    { class: bad ? 'toast bad' : 'toast', role: bad ? 'alert' : null },
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
  setTimeout(() => made.remove(), 8000);
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

/** Tells screen readers what the eye sees move. @param {string} sentence */
export function announce(sentence) {
  const place = document.querySelector('#said');
  if (place !== null) place.textContent = sentence;
}
