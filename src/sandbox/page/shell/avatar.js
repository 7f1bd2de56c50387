import { element } from './element.js';

const tints = [
  ['#e3e4fb', '#3a3d9f'],
  ['#dff1ec', '#0c5a43'],
  ['#fbe9d3', '#7a4600'],
  ['#fbe1e6', '#8c1c3c'],
  ['#dcecfb', '#0d4f86'],
  ['#efe3fa', '#5f2a90'],
];

/**
 * A person's initials on a tint of their own; decoration, so hidden from screen readers.
 *
 * @param {string} name
 * @param {string} [more] further classes
 */
export function avatar(name, more = '') {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ?? '').slice(0, 1).toUpperCase())
    .join('');
  const made = element('span', { class: `avatar ${more}`, 'aria-hidden': 'true' }, initials);
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const [ground, ink] = tints[sum % tints.length] ?? tints[0];
  made.style.setProperty('--avatar', ground);
  made.style.setProperty('--avatar-ink', ink);
  return made;
}
