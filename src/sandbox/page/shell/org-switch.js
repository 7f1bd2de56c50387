import { element } from './element.js';

/**
 * Which organisation the page shows; nothing to choose, nothing shown, while there is but one.
 *
 * @param {HTMLElement} place
 * @param {any} store
 */
export function orgSwitch(place, store) {
  store.watch(
    (/** @type {any} */ state) => [state.orgs?.map(({ id, name }) => `${id} ${name}`).join(), state.org?.id],
    ({ orgs, org }) => {
      place.hidden = (orgs?.length ?? 0) < 2;
      if (place.hidden) return;
      const select = element(
        'select',
        { id: 'org', 'aria-label': 'Organisation', 'data-key': 'org' },
        orgs.map(({ id, name }) => element('option', { value: id, selected: id === org?.id }, name)),
      );
      select.addEventListener('change', () => {
        if (!(select instanceof HTMLSelectElement)) return;
        const orgId = select.value;
        store.update({ orgId, org: orgs.find(({ id }) => id === orgId), customerId: null });
      });
      const focused = place.contains(document.activeElement);
      place.replaceChildren(select);
      if (focused) select.focus();
    },
  );
}
