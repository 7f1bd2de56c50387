import { element } from './element.js';
import { clockTime } from './words-of-time.js';

/** Shows what is behind a step: its path and the JSON as it went over the wire. @param {any} step */
export function openDialog(step) {
  show(
    element(
      'div',
      { class: 'dialog-sheet' },
      element(
        'div',
        { class: 'dialog-head' },
        element(
          'div',
          {},
          element('h2', { id: 'dialog-title' }, step.title),
          element('p', {}, `${clockTime(step.at)} · ${step.detail ?? step.about}`),
        ),
        closeButton('Close'),
      ),
      element(
        'div',
        { class: 'dialog-body' },
        step.raw.flatMap(({ title, json }) => [
          element('h3', {}, title),
          element(
            'pre',
            { tabindex: '0' },
            json === undefined || json === null ? 'no body' : JSON.stringify(json, null, 2),
          ),
        ]),
      ),
    ),
  );
}

/** Asks before something that cannot be taken back. @param {{ title: string, text: string, yes: string, run: () => void }} question */
export function askFirst({ title, text, yes, run }) {
  const confirm = element('button', { type: 'button', class: 'button primary' }, yes);
  confirm.addEventListener('click', () => {
    dialog().close();
    run();
  });
  show(
    element(
      'div',
      { class: 'dialog-sheet narrow' },
      element('div', { class: 'dialog-head' }, element('h2', { id: 'dialog-title' }, title)),
      element('div', { class: 'dialog-body' }, element('p', {}, text)),
      element('div', { class: 'dialog-actions' }, closeButton('Cancel'), confirm),
    ),
  );
}

function show(sheet) {
  dialog().replaceChildren(sheet);
  dialog().showModal();
}

function closeButton(label) {
  return element('button', { type: 'button', class: 'button', onclick: () => dialog().close() }, label);
}

function dialog() {
  const found = document.querySelector('#dialog');
  if (!(found instanceof HTMLDialogElement)) throw new Error('the page has no dialog');
  return found;
}
