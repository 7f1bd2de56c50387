import { element } from '../shell/element.js';
import { after, afterInWords, clockTime } from '../shell/words-of-time.js';

/**
 * One step of an outreach: what, about whom, when, and how long after the step before; pressed, it opens.
 *
 * @param {any} step
 * @param {any} before the step before, if there is one
 * @param {(step: any) => void} open
 */
export function stepItem(step, before, open) {
  const gap = before === undefined ? null : Date.parse(step.at) - Date.parse(before.at);
  const tone = step.failed ? 'failed' : step.warn ? 'warn' : '';
  const inside = [
    element(
      'span',
      { class: 'step-title' },
      step.failed && element('span', { class: 'step-sign', 'aria-hidden': 'true' }, '✕'),
      step.failed && element('span', { class: 'visually-hidden' }, 'Failed: '),
      step.title,
    ),
    element('span', { class: 'step-about' }, step.about),
    element(
      'span',
      { class: 'step-when' },
      element('time', { datetime: step.at }, step.role === 'why' ? '' : clockTime(step.at)),
      gap !== null &&
        step.role !== 'why' &&
        element(
          'span',
          { class: 'step-gap' },
          element('span', { 'aria-hidden': 'true' }, after(gap)),
          element('span', { class: 'visually-hidden' }, `, ${afterInWords(gap)}`),
        ),
    ),
  ];
  const look = `step from-${step.kind} ${tone}`;
  return element(
    'li',
    { 'data-step': step.id },
    step.raw.length === 0
      ? element('div', { class: `${look} plain` }, inside)
      : element('button', { type: 'button', class: look, onclick: () => open(step) }, inside),
  );
}
