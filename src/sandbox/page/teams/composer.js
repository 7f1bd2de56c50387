import { controlApi } from '../link/control-api.js';
import { element } from '../shell/element.js';
import { orToast } from '../shell/toast.js';
import { actorIn } from './actor-in.js';

/** The box to talk to the bot in, with the commands worth trying. @param {any} chat @param {any} store @returns {HTMLElement[]} */
export function composer(chat, store) {
  const field = element('input', {
    class: 'field',
    name: 'text',
    autocomplete: 'off',
    'aria-label': 'Write to the Reachback bot',
    placeholder: 'Write to Reachback: help, status, pause…',
  });
  const say = (/** @type {string} */ text) =>
    orToast(() => controlApi.say(chat.id, actorIn(chat, store), text));
  const hints = ['help', 'status', 'pause', 'resume'].map((command) =>
    element('button', { type: 'button', class: 'hint', onclick: () => say(command) }, command),
  );
  const form = element(
    'form',
    { class: 'compose' },
    field,
    element('button', { class: 'button primary' }, 'Send'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!(field instanceof HTMLInputElement) || field.value.trim() === '') return;
    say(field.value.trim());
    field.value = '';
  });
  return [element('div', { class: 'hints' }, 'Try', hints), form];
}
