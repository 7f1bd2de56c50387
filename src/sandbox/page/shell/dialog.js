import { element } from './element.js';

/**
 * Shows these parts in the page's one dialog; what was in it before makes room. The focus goes back to where it came
 * from when it closes.
 *
 * @param {...Node} parts
 */
export function showDialog(...parts) {
  const place = dialog();
  place.replaceChildren(element('div', { class: 'dialog-sheet' }, parts));
  place.classList.remove('narrow', 'wide');
  if (!place.open) place.showModal();
  else place.querySelector('button, input')?.focus();
}

/** Asks before something that cannot be taken back. @param {{ title: string, text: string, yes: string, run: () => void }} question */
export function askFirst({ title, text, yes, run }) {
  const confirm = element('button', { type: 'button', class: 'button primary' }, yes);
  confirm.addEventListener('click', () => {
    dialog().close();
    run();
  });
  showDialog(
    element('div', { class: 'dialog-head' }, element('h2', { id: 'dialog-title' }, title)),
    element('div', { class: 'dialog-body' }, element('p', {}, text)),
    element('div', { class: 'dialog-actions' }, closeButton('Cancel'), confirm),
  );
  dialog().classList.add('narrow');
}

/** @param {string} label */
export function closeButton(label) {
  return element('button', { type: 'button', class: 'button', onclick: () => dialog().close() }, label);
}

function dialog() {
  const found = document.querySelector('#dialog');
  if (!(found instanceof HTMLDialogElement)) throw new Error('the page has no dialog');
  return found;
}
