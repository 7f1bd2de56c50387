import { avatar } from '../shell/avatar.js';
import { element, replaceContent } from '../shell/element.js';
import { sandboxNow } from '../shell/sandbox-time.js';
import { sinceTime } from '../shell/words-of-time.js';
import { customerName } from './customer-name.js';

const day = 24 * 3600 * 1000;

const filters = {
  recent: { title: 'Last 24 h', keeps: (customer) => sandboxNow() - lastActivity(customer) < day },
  all: { title: 'Everybody', keeps: () => true },
  identified: { title: 'Identified', keeps: ({ externalContactId }) => externalContactId !== null },
  anonymous: { title: 'Anonymous', keeps: ({ externalContactId }) => externalContactId === null },
};

/**
 * The customers to choose from, latest first, with a search and a filter.
 *
 * @param {HTMLElement} place
 * @param {any} store
 */
export function visitorList(place, store) {
  const search = element('input', {
    type: 'search',
    class: 'field',
    placeholder: 'Find a customer',
    'aria-label': 'Find a customer',
  });
  const filter = element(
    'select',
    { 'aria-label': 'Which customers' },
    Object.entries(filters).map(([value, { title }]) => element('option', { value }, title)),
  );
  const list = element('ul', { class: 'visitor-list' });
  place.replaceChildren(element('div', { class: 'visitor-filters' }, search, filter), list);
  search.addEventListener('input', () => {
    if (search instanceof HTMLInputElement) store.update({ customerSearch: search.value });
  });
  filter.addEventListener('change', () => {
    if (filter instanceof HTMLSelectElement) store.update({ customerFilter: filter.value });
  });

  store.watch(
    (/** @type {any} */ state) => [
      state.org,
      state.customerId,
      state.customerSearch,
      state.customerFilter,
      state.reached,
    ],
    ({ org, customerId, customerSearch, customerFilter, reached }) => {
      if (org === null) return;
      const wanted = customerSearch.trim().toLowerCase();
      const shown = org.customers
        .filter((customer) => customer.id === customerId || filters[customerFilter].keeps(customer))
        .filter((customer) => customerName(customer).toLowerCase().includes(wanted))
        .sort((one, other) => lastActivity(other) - lastActivity(one));
      const channels = new Map(org.deployments.map(({ id, name }) => [id, name]));
      replaceContent(
        list,
        ...(shown.length === 0
          ? [element('li', { class: 'nobody' }, 'Nobody fits. Try another filter.')]
          : shown.map((customer) => {
              const current = customer.id === customerId;
              const about = {
                channel: channels.get(customer.channelId) ?? 'handed over',
                reached: reached.has(customer.id),
              };
              return element('li', {}, visitor(customer, current, about, store));
            })),
      );
    },
  );
}

function visitor(customer, current, { channel, reached }, store) {
  const at = new Date(lastActivity(customer)).toISOString();
  return element(
    'button',
    {
      type: 'button',
      class: 'visitor',
      'aria-current': current ? 'true' : null,
      'data-key': `visitor-${customer.id}`,
      'data-customer': customer.id,
      onclick: () => store.update({ customerId: customer.id }),
    },
    avatar(customer.name ?? '?', 'small'),
    element(
      'span',
      {},
      element('span', { class: 'name' }, customerName(customer)),
      element('span', { class: 'about' }, `${channel} · `, sinceTime(at)),
    ),
    element(
      'span',
      {},
      reached && element('span', { class: 'tag reached' }, 'Reached'),
      !reached && (customer.online || current) && element('span', { class: 'tag online' }, 'Online'),
    ),
  );
}

function lastActivity({ conversations }) {
  return Math.max(0, ...conversations.map(({ lastActivityAt }) => Date.parse(lastActivityAt)));
}
