import { openGuestSession } from '../link/guest-session.js';
import { element } from '../shell/element.js';
import { toast } from '../shell/toast.js';
import { bubbleList } from './bubble-list.js';
import { cobrowseOffer } from './cobrowse-offer.js';
import { conversationBar } from './conversation-bar.js';
import { customerName } from './customer-name.js';
import { partnerDesk } from './partner-desk.js';

/**
 * The chosen customer's web messenger, as it stands in the corner of the shop's page. Open, it is a real guest of the
 * platform, so the customer is online for as long as it shows.
 *
 * @param {HTMLElement} place
 * @param {any} store
 */
export function messengerView(place, store) {
  /** Ends the watching of the open customer's conversation. */
  let endBar = () => {};
  let session = /** @type {ReturnType<typeof openGuestSession> | null} */ (null);
  /** Opens the shown customer's connection anew when it was lost. */
  let reconnect = () => {};

  store.watch(
    (/** @type {any} */ state) => [state.customerId, state.worldNumber, state.org !== null],
    ({ org, customerId }) => {
      session?.close();
      endBar();
      endBar = () => {};
      session = null;
      reconnect = () => {};
      const customer = org?.customers.find(({ id }) => id === customerId);
      if (customer === undefined) place.replaceChildren(nobodyChosen());
      else if (org.deployments.every(({ id }) => id !== customer.channelId))
        endBar = partnerDesk(place, customer, store);
      else open(customer);
    },
  );

  store.watch(
    (/** @type {any} */ state) => [state.connection],
    ({ connection }) => {
      if (connection === 'live') reconnect();
    },
  );

  function open(customer) {
    const list = element('ol');
    const bubbles = element(
      'div',
      {
        class: 'bubbles',
        role: 'region',
        'aria-label': `Messages of ${customerName(customer)}`,
        tabindex: '0',
      },
      list,
    );
    const status = element('p', {}, 'Connecting…');
    const input = element('input', {
      class: 'field',
      name: 'text',
      autocomplete: 'off',
      maxlength: '4096',
      'aria-label': `Write as ${customerName(customer)}`,
      placeholder: 'Answer as the customer…',
      disabled: true,
    });
    const submit = element('button', { class: 'button primary', disabled: true }, 'Send');
    const seen = new Map();
    const startAnew = () => {
      seen.clear();
      session?.startAnew();
    };
    const anew = element(
      'button',
      { type: 'button', class: 'button', hidden: true, onclick: startAnew },
      'Start a new conversation',
    );
    const form = element('form', { class: 'compose' }, input, submit, anew);
    const offer = cobrowseOffer({
      answer: (sessionId, accepts) => session?.answerCobrowse(sessionId, accepts),
    });
    let lost = false;
    let atEnd = true;
    bubbles.addEventListener('scroll', () => {
      atEnd = bubbles.scrollHeight - bubbles.scrollTop - bubbles.clientHeight < 40;
    });
    // When there is less room, the newest stays in view for whoever was reading it.
    new ResizeObserver(() => {
      if (atEnd) bubbles.scrollTop = bubbles.scrollHeight;
    }).observe(bubbles);

    const enable = (/** @type {boolean} */ on) => {
      input.toggleAttribute('disabled', !on);
      submit.toggleAttribute('disabled', !on);
    };
    /** After a read-only end there is nothing to write to: only a new conversation. */
    const setReadOnly = (/** @type {boolean} */ on) => {
      const wasOnAnew = document.activeElement === anew;
      input.hidden = on;
      submit.hidden = on;
      anew.hidden = !on;
      if (wasOnAnew && !on) input.focus();
    };
    const draw = (/** @type {string | null} */ freshId) => {
      const sorted = [...seen.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
      list.replaceChildren(...bubbleList(sorted, freshId, { mine: 'You', theirs: 'Northwind' }));
      bubbles.scrollTop = bubbles.scrollHeight;
    };

    const hear = (/** @type {any} */ event) => {
      if (event.type === 'state') {
        lost = event.state === 'closed';
        status.textContent = { connecting: 'Connecting…', open: 'Online now', closed: 'Connection lost' }[
          event.state
        ];
        enable(event.state === 'open');
        if (event.state === 'open') setReadOnly(event.readOnly);
      } else if (event.type === 'history') {
        for (const message of event.messages) seen.set(message.id, message);
        draw(event.messages[0]?.mine === false ? event.messages[0].id : null);
      } else if (event.type === 'message') {
        seen.set(event.message.id, event.message);
        draw(event.message.id);
      } else if (event.type === 'cobrowse') {
        offer.hear(event.event);
      } else if (event.type === 'ended') {
        offer.end();
        list.append(element('li', { class: 'note' }, 'The conversation was ended by the other side.'));
        bubbles.scrollTop = bubbles.scrollHeight;
        setReadOnly(event.readOnly);
      } else toast(event.text, { bad: true });
    };
    session = openGuestSession(customer, hear);
    reconnect = () => {
      if (lost) session = openGuestSession(customer, hear);
    };

    form.addEventListener('submit', (submitted) => {
      submitted.preventDefault();
      if (!(input instanceof HTMLInputElement) || input.value.trim() === '') return;
      session?.write(input.value.trim());
      input.value = '';
    });
    const bar = element('div', { class: 'conversation-bar', hidden: true });
    place.replaceChildren(widget(customer, status, [bar, offer.place], bubbles, form, store));
    endBar = conversationBar(bar, customer.id, store);
  }
}

function widget(customer, status, bars, bubbles, form, store) {
  const close = element(
    'button',
    {
      type: 'button',
      class: 'button',
      title: 'Closes the customer’s browser: they are offline and messages wait in the history',
      onclick: () => store.update({ customerId: null }),
    },
    'Close',
  );
  return element(
    'section',
    { class: 'widget', 'aria-label': `Messenger of ${customerName(customer)}` },
    element(
      'header',
      { class: 'widget-head' },
      element('div', {}, element('h3', {}, customerName(customer)), status),
      close,
    ),
    ...bars,
    bubbles,
    form,
  );
}

function nobodyChosen() {
  return element(
    'div',
    { class: 'empty' },
    element('strong', {}, 'No messenger open'),
    element(
      'span',
      {},
      'Pick a customer above to open their browser. The customer who is reached opens by itself.',
    ),
  );
}
