import { announce } from '../shell/announce.js';
import { element } from '../shell/element.js';

/**
 * One JSON body as it went over the wire, with a button that copies it.
 *
 * @param {{ title: string, json: unknown }} part
 */
export function rawPart({ title, json }) {
  if (json === undefined || json === null) {
    return element(
      'section',
      { class: 'raw' },
      element('h3', {}, title),
      element('p', { class: 'raw-none' }, 'No body'),
    );
  }
  const text = typeof json === 'string' ? json : JSON.stringify(json, null, 2);
  const copy = element(
    'button',
    { type: 'button', class: 'button small', 'aria-label': `Copy: ${title}` },
    'Copy',
  );
  copy.addEventListener('click', async () => {
    const done = await copied(text);
    copy.textContent = done ? 'Copied' : 'Select and copy by hand';
    announce(copy.textContent);
    setTimeout(() => {
      copy.textContent = 'Copy';
    }, 2000);
  });
  return element(
    'section',
    { class: 'raw' },
    element('div', { class: 'raw-head' }, element('h3', {}, title), copy),
    element('pre', { tabindex: '0', role: 'region', 'aria-label': title }, text),
  );
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
