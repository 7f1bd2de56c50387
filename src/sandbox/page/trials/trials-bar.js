import { controlApi } from '../link/control-api.js';
import { announce } from '../shell/announce.js';
import { element } from '../shell/element.js';
import { orToast } from '../shell/toast.js';
import { faultWords } from './fault-words.js';
import { openTrials } from './trials-dialog.js';

/**
 * The button of the header that opens the trials, and a bar that stands above the columns for as long as something is
 * armed or has just happened: what, and what to watch for.
 *
 * @param {HTMLElement} button
 * @param {HTMLElement} bar
 * @param {any} store
 */
export function trialsBar(button, bar, store) {
  const refresh = async () => {
    const { faults } = await controlApi.faults();
    if (JSON.stringify(faults) !== JSON.stringify(store.get().faults)) store.update({ faults });
  };
  button.addEventListener('click', () => {
    openTrials(store, refresh);
    orToast(refresh);
  });
  // What was armed plays on a request: whatever comes may have used it up.
  store.watch(
    (/** @type {any} */ state) => [state.steps, state.worldNumber, state.connection],
    ({ connection, faults }) => {
      if (connection === 'live' && (faults.length > 0 || bar.hidden)) refresh().catch(() => undefined);
    },
  );
  store.watch(
    (/** @type {any} */ state) => [state.faults, state.trial],
    ({ faults, trial, watch }) => {
      bar.hidden = faults.length === 0 && trial === null;
      if (bar.hidden) return;
      const happened = faults.length === 0;
      bar.classList.toggle('happened', happened);
      if (happened) announce(`It has happened: ${trial}`);
      const words = happened ? trial : faults.map((fault) => faultWords(fault)).join(' · ');
      const done = element(
        'button',
        {
          type: 'button',
          class: 'button small',
          onclick: () =>
            orToast(async () => {
              if (!happened) await controlApi.clearFaults();
              store.update({ trial: null, watch: null });
              await refresh();
              button.focus();
            }),
        },
        happened ? 'Done' : 'Clear',
      );
      bar.replaceChildren(
        element('strong', {}, happened ? 'It has happened' : 'Will fail'),
        element('p', {}, words, watch === null ? '' : element('span', { class: 'watch' }, watch)),
        done,
      );
    },
  );
}
