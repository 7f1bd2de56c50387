import { controlApi } from '../link/control-api.js';
import { element } from '../shell/element.js';
import { orToast } from '../shell/toast.js';
import { standing } from './standing.js';

/**
 * Who serves the open conversation, as a line under the messenger's head, with what the agent's side can do: answer, or
 * end it. Hidden while no conversation is open.
 *
 * @param {HTMLElement} place
 * @param {string} customerId
 * @param {any} store
 * @returns {() => void} ends the watching
 */
export function conversationBar(place, customerId, store) {
  let asked = 0;
  return store.watch(
    (/** @type {any} */ state) => [
      latestOf(state.org, customerId),
      state.org?.agents,
      state.conversationNews,
    ],
    async ({ org }) => {
      const latest = latestOf(org, customerId);
      asked += 1;
      const mine = asked;
      const detail =
        latest?.state === 'connected'
          ? await controlApi.conversation(latest.id).catch(() => undefined)
          : undefined;
      if (mine === asked) draw(place, detail);
    },
  );
}

/** @param {any} org @param {string} customerId */
export function latestOf(org, customerId) {
  return org?.customers.find(({ id }) => id === customerId)?.conversations[0];
}

function draw(place, detail) {
  place.hidden = detail === undefined;
  if (detail === undefined) return;
  const { words, act, label } = standing(detail.participants);
  const had = place.contains(document.activeElement);
  const button = element(
    'button',
    { type: 'button', class: 'button small', onclick: () => orToast(() => controlApi.act(detail.id, act)) },
    label,
  );
  place.replaceChildren(element('span', {}, words), button);
  if (had) button.focus();
}
