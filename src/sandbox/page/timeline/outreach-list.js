import { element } from '../shell/element.js';
import { shortTime } from '../shell/words-of-time.js';

/**
 * One row of the list of outreaches. Drawn once and then kept up to date in place, so that focus and scroll stay.
 *
 * @param {string} id
 * @param {(id: string) => void} choose
 */
export function outreachRow(id, choose) {
  const names = element('span', { class: 'outreach-names' });
  const status = element('span', { class: 'outreach-status' });
  const time = element('time', { class: 'outreach-time' });
  const button = element(
    'button',
    { type: 'button', class: 'outreach', 'data-outreach': id, onclick: () => choose(id) },
    names,
    status,
    time,
  );
  const item = element('li', {}, button);
  let shown = '';
  return {
    item,
    /** @param {any} outreach @param {any} words @param {boolean} current */
    update(outreach, words, current) {
      if (current) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
      const now = JSON.stringify(words) + outreach.at;
      if (now === shown) return;
      shown = now;
      names.replaceChildren(
        words.agent,
        element('span', { class: 'arrow', 'aria-hidden': 'true' }, words.customer === null ? '' : '→'),
        element('span', { class: 'visually-hidden' }, words.customer === null ? '' : ' to '),
        words.customer ?? '',
      );
      names.title = words.customer === null ? words.agent : `${words.agent} → ${words.customer}`;
      status.textContent = words.status;
      status.className = `outreach-status ${words.tone}`;
      if (time instanceof HTMLTimeElement) time.dateTime = outreach.at;
      time.textContent = shortTime(outreach.at);
    },
  };
}
