import { controlApi } from '../link/control-api.js';
import { element } from '../shell/element.js';
import { aheadMs, sandboxNow } from '../shell/sandbox-time.js';
import { orToast } from '../shell/toast.js';
import { shortDate, shortTime } from '../shell/words-of-time.js';

const jumps = [
  { seconds: 3600, label: '+1 h', words: 'Move the sandbox’s clock one hour ahead' },
  { seconds: 86_400, label: '+1 day', words: 'Move the sandbox’s clock one day ahead' },
];

/**
 * The sandbox's clock: the time there, and two buttons that move it ahead, so that what takes a day can be watched now.
 * Hidden while nothing is known of it.
 *
 * @param {HTMLElement} place
 * @param {any} store
 */
export function clockPanel(place, store) {
  const time = element('time');
  const ahead = element('span', { class: 'clock-ahead' });
  place.replaceChildren(
    element('span', { class: 'clock-now' }, time, ahead),
    ...jumps.map(({ seconds, label, words }) =>
      element(
        'button',
        {
          type: 'button',
          class: 'button small',
          'aria-label': `${label}: ${words}`,
          title: words,
          onclick: () => orToast(() => controlApi.advance(seconds)),
        },
        label,
      ),
    ),
  );
  const show = () => {
    const now = new Date(sandboxNow());
    const moved = aheadMs() > 60_000;
    if (time instanceof HTMLTimeElement) time.dateTime = now.toISOString();
    time.textContent = moved ? `${shortDate(now)} ${shortTime(now)}` : shortTime(now);
    ahead.textContent = moved ? `${lengthOf(aheadMs())} ahead` : 'Sandbox time';
    place.classList.toggle('moved', moved);
  };
  store.watch(
    (/** @type {any} */ state) => [state.aheadMs],
    ({ aheadMs: known }) => {
      place.hidden = known === null;
      show();
    },
  );
  setInterval(show, 5000);
}

function lengthOf(ms) {
  const hours = Math.round(ms / 3_600_000);
  const days = Math.floor(hours / 24);
  return [days > 0 && `${days} d`, hours % 24 > 0 && `${hours % 24} h`].filter(Boolean).join(' ');
}
