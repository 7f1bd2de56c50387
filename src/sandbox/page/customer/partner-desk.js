import { controlApi } from '../link/control-api.js';
import { element } from '../shell/element.js';
import { orToast } from '../shell/toast.js';
import { bubbleList } from './bubble-list.js';
import { conversationBar, latestOf } from './conversation-bar.js';
import { customerName } from './customer-name.js';

/**
 * What an agent of the partner sees of a customer who was handed over: they sit at no page of this organisation, so there is no messenger
 * to open, but a conversation to read and answer.
 *
 * @param {HTMLElement} place
 * @param {any} customer
 * @param {any} store
 * @returns {() => void} ends the watching
 */
export function partnerDesk(place, customer, store) {
  const name = customerName(customer);
  const list = element('ol');
  const bubbles = element(
    'div',
    { class: 'bubbles', role: 'region', 'aria-label': `What ${name} and the agent wrote`, tabindex: '0' },
    list,
  );
  const bar = element('div', { class: 'conversation-bar', hidden: true });
  const input = element('input', {
    class: 'field',
    name: 'text',
    autocomplete: 'off',
    maxlength: '2000',
    'aria-label': `Answer ${name} as the agent`,
    placeholder: 'Answer as the agent…',
  });
  const form = element(
    'form',
    { class: 'compose' },
    input,
    element('button', { class: 'button primary' }, 'Send'),
  );
  place.replaceChildren(
    element(
      'section',
      { class: 'widget', 'aria-label': `The agent’s desk: ${name}` },
      element(
        'header',
        { class: 'widget-head' },
        element('div', {}, element('h3', {}, name), element('p', {}, 'Handed over · as the agent sees it')),
        element(
          'button',
          { type: 'button', class: 'button', onclick: () => store.update({ customerId: null }) },
          'Close',
        ),
      ),
      bar,
      bubbles,
      form,
    ),
  );

  let newest = '';
  async function draw() {
    const conversations = await controlApi.conversationsOf(customer.id).catch(() => null);
    if (conversations === null) return;
    const messages = conversations
      .flatMap(({ messages: said }) => said)
      .map((message) => ({
        ...message,
        mine: message.direction === 'outbound',
        from: message.direction === 'outbound' ? message.fromName : null,
      }))
      .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    const last = messages.at(-1)?.id ?? '';
    if (last === newest) return;
    list.replaceChildren(...bubbleList(messages, last, { mine: 'Agent', theirs: name }));
    newest = last;
    bubbles.scrollTop = bubbles.scrollHeight;
  }

  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    const latest = latestOf(store.get().org, customer.id);
    if (!(input instanceof HTMLInputElement) || input.value.trim() === '' || latest === undefined) return;
    const text = input.value.trim();
    input.value = '';
    orToast(() => controlApi.write(latest.id, text));
  });
  const endBar = conversationBar(bar, customer.id, store);
  const endNews = store.watch(
    (/** @type {any} */ state) => [
      latestOf(state.org, customer.id)?.lastActivityAt,
      state.conversationNews,
      state.steps,
    ],
    draw,
  );
  return () => {
    endBar();
    endNews();
  };
}
