import { closeButton, showDialog } from '../shell/dialog.js';
import { element } from '../shell/element.js';
import { clockTime } from '../shell/words-of-time.js';
import { openStep } from './step-dialog.js';

const goesTo = { genesys: 'Genesys Cloud', teams: 'Teams', bot: 'Bot' };

/**
 * Every request so far, newest first, with a filter; new ones come in at the top without moving what is being read.
 *
 * @param {any} store
 * @param {{ filter?: string, scrollTop?: number, callId?: string }} [place] where the reader was
 */
export function openCalls(store, { filter = '', scrollTop = 0, callId } = {}) {
  const field = element('input', {
    type: 'search',
    class: 'field',
    'aria-label': 'Filter by path, method or status',
    placeholder: 'Filter: agentless, POST, 503, Teams…',
    value: filter,
  });
  const count = element('p', { class: 'calls-count', role: 'status' });
  const body = element('tbody');
  const scroller = element(
    'div',
    { class: 'dialog-body calls', tabindex: '0', role: 'region', 'aria-label': 'Calls' },
    element(
      'table',
      {},
      element('caption', { class: 'visually-hidden' }, 'Requests, newest first'),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ['Time', 'To', 'Request', 'Status', 'Took'].map((name) => element('th', { scope: 'col' }, name)),
        ),
      ),
      body,
    ),
  );
  const wanted = () => (field instanceof HTMLInputElement ? field.value.trim().toLowerCase() : '');
  /** @type {Map<string, HTMLElement>} */
  const drawn = new Map();

  const open = (step) => {
    const place = { filter: wanted(), scrollTop: scroller.scrollTop, callId: step.id };
    openStep(step, store.get().steps, () => openCalls(store, place));
  };
  const draw = () => {
    const calls = store.get().steps.filter(({ request }) => request !== undefined);
    const fits = calls.filter((call) => textOf(call).includes(wanted()));
    count.textContent =
      fits.length === calls.length ? `${calls.length} calls` : `${fits.length} of ${calls.length} calls`;
    const keep = new Set(fits.map(({ id }) => id));
    for (const [id, row] of drawn) {
      if (keep.has(id)) continue;
      row.remove();
      drawn.delete(id);
    }
    let previous = /** @type {Element | null} */ (null);
    for (const call of fits.toReversed()) {
      const row = drawn.get(call.id) ?? callRow(call, open);
      if (!drawn.has(call.id)) {
        body.insertBefore(row, previous === null ? body.firstChild : previous.nextSibling);
        drawn.set(call.id, row);
        if (scroller.scrollTop > 0 && previous === null) scroller.scrollTop += row.offsetHeight;
      }
      previous = row;
    }
  };
  field.addEventListener('input', draw);
  showDialog(
    element(
      'div',
      { class: 'dialog-head' },
      element(
        'div',
        {},
        element('h2', { id: 'dialog-title' }, 'All calls'),
        element('p', {}, 'Every request to Genesys Cloud, to Teams and to the bot, as the sandbox saw it.'),
      ),
      closeButton('Close'),
    ),
    element('div', { class: 'calls-filter' }, field, count),
    scroller,
  );
  document.querySelector('#dialog')?.classList.add('wide');
  const stop = store.watch(
    (/** @type {any} */ state) => [state.steps],
    () => {
      if (scroller.isConnected) draw();
      else stop();
    },
  );
  scroller.scrollTop = scrollTop;
  if (callId === undefined) field.focus();
  else drawn.get(callId)?.querySelector('button')?.focus({ preventScroll: true });
}

function callRow(call, open) {
  const { request, failure } = call;
  return element(
    'tr',
    { class: failure === null ? null : 'bad' },
    element('td', {}, element('time', { datetime: call.at }, clockTime(call.at))),
    element('td', {}, goesTo[request.to] ?? 'Genesys Cloud'),
    element(
      'td',
      {},
      element(
        'button',
        { type: 'button', class: 'call-open', onclick: () => open(call) },
        element('strong', {}, request.method),
        ` ${readable(request.path)}`,
      ),
    ),
    element('td', {}, failure === null ? String(request.status) : `${failure.code}: ${failure.words}`),
    element('td', {}, `${request.ms} ms`),
  );
}

/** The path as people read it. */
function readable(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function textOf({ request, failure }) {
  return `${goesTo[request.to]} ${request.method} ${request.path} ${request.status} ${failure?.code ?? ''} ${failure?.words ?? ''}`.toLowerCase();
}
