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
    placeholder: 'Write to Reachback, or say “help”',
  });
  const say = (/** @type {string} */ text) =>
    orToast(() => controlApi.say(chat.id, actorIn(chat, store), text));
  const hints = commandsFor(chat, store).map((command) =>
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

/** What who writes there can do: an agent for themselves, a supervisor for all. @param {any} chat @param {any} store */
function commandsFor(chat, store) {
  const { teams } = store.get();
  const actor = teams?.users.find(({ id }) => id === actorIn(chat, store));
  if (chat.kind === 'channel') return ['help', 'status', 'who', 'policy', 'audit'];
  return actor?.role === 'supervisor'
    ? ['help', 'status', 'policy', 'who', 'audit', 'history', 'pause 30m', 'resume']
    : ['help', 'status', 'candidates', 'history', 'available', 'away', 'pause 30m', 'resume'];
}
