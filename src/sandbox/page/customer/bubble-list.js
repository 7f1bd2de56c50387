import { element } from '../shell/element.js';
import { sandboxNow } from '../shell/sandbox-time.js';
import { shortDate, shortTime } from '../shell/words-of-time.js';

/**
 * Messages as bubbles, with a line for each new day.
 *
 * @param {{ id: string, at: string, mine: boolean, text: string, from?: string | null }[]} messages in the order of their times
 * @param {string | null} freshId the one that has just come
 * @param {{ mine: string, theirs: string }} names of who gave none
 */
export function bubbleList(messages, freshId, names) {
  let day = '';
  return messages.flatMap((message) => {
    const rows = [];
    const thisDay = new Date(message.at).toDateString();
    if (thisDay !== day) rows.push(element('li', { class: 'note' }, dayWords(message.at)));
    day = thisDay;
    const side = message.mine ? 'mine' : 'theirs';
    const author = message.from ?? names[side];
    rows.push(
      element(
        'li',
        { class: message.id === freshId ? `${side} fresh` : side, 'data-message': message.id },
        element('p', { class: 'bubble' }, message.text),
        element(
          'p',
          { class: 'bubble-meta' },
          `${author} · `,
          element('time', { datetime: message.at }, shortTime(message.at)),
        ),
      ),
    );
    return rows;
  });
}

function dayWords(at) {
  const date = new Date(at);
  if (date.toDateString() === new Date(sandboxNow()).toDateString()) return 'Today';
  return shortDate(date);
}
