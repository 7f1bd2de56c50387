import { controlApi } from '../link/control-api.js';
import { announce } from '../shell/announce.js';
import { closeButton, showDialog } from '../shell/dialog.js';
import { element } from '../shell/element.js';
import { orToast } from '../shell/toast.js';
import { faultWords } from './fault-words.js';
import { trials } from './trials.js';

/**
 * “Make something fail”: one button for each fault worth watching, and what is armed.
 *
 * @param {any} store
 * @param {() => Promise<void>} refresh reads again what is armed
 */
export function openTrials(store, refresh) {
  const arm = (trial) =>
    orToast(async () => {
      await controlApi.addFault(trial.fault);
      store.update({ trial: trial.title, watch: trial.watch });
      await refresh();
      announce(`Armed: ${trial.title}`);
    });
  const armed = element('ul', { class: 'armed' });
  const clear = element(
    'button',
    {
      type: 'button',
      class: 'button',
      onclick: () =>
        orToast(async () => {
          await controlApi.clearFaults();
          await refresh();
          announce('Everything works again');
        }),
    },
    'Clear all',
  );
  showDialog(
    element(
      'div',
      { class: 'dialog-head' },
      element(
        'div',
        {},
        element('h2', { id: 'dialog-title' }, 'Make something fail'),
        element(
          'p',
          {},
          'Choose what goes wrong, close this, make an agent available, and watch what the bot makes of it.',
        ),
      ),
      closeButton('Close'),
    ),
    element(
      'div',
      { class: 'dialog-body' },
      element(
        'ul',
        { class: 'trials' },
        trials.map((trial) =>
          element(
            'li',
            { class: 'trial' },
            element(
              'div',
              {},
              element('h3', { id: `trial-${trial.id}` }, trial.title),
              element('p', { id: `watch-${trial.id}` }, trial.watch),
            ),
            element(
              'button',
              {
                type: 'button',
                class: 'button',
                id: `arm-${trial.id}`,
                'aria-labelledby': `arm-${trial.id} trial-${trial.id}`,
                'aria-describedby': `watch-${trial.id}`,
                onclick: () => arm(trial),
              },
              'Let it fail',
            ),
          ),
        ),
      ),
      element('div', { class: 'armed-head' }, element('h3', {}, 'Armed now'), clear),
      armed,
    ),
  );
  const stop = store.watch(
    (/** @type {any} */ state) => [state.faults],
    ({ faults }) => {
      if (faults.length > 0) clear.removeAttribute('disabled');
      else clear.setAttribute('disabled', '');
      armed.replaceChildren(
        ...(faults.length === 0
          ? [element('li', { class: 'none' }, 'Nothing: everything works as it should.')]
          : faults.map((fault) => element('li', {}, faultWords(fault)))),
      );
    },
  );
  document.querySelector('#dialog')?.addEventListener('close', () => stop(), { once: true });
}
