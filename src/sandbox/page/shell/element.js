/**
 * Makes an element. Attributes starting with `on` are listeners, `true` sets a bare attribute, and
 * `false`, `null` and `undefined` leave it out. Text children are text, never markup.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | null | false | undefined | (Node | string | null | false)[])} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/**
 * Replaces what a container holds, keeping its scroll position and the keyboard focus on the element with the same
 * `data-key`.
 *
 * @param {HTMLElement} container
 * @param {...(Node | string)} children
 */
export function replaceContent(container, ...children) {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && container.contains(focused) ? focused.dataset.key : undefined;
  const { scrollTop } = container;
  container.replaceChildren(...children);
  container.scrollTop = scrollTop;
  if (key === undefined) return;
  const again = [...container.querySelectorAll('[data-key]')].find(
    (candidate) => candidate instanceof HTMLElement && candidate.dataset.key === key,
  );
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}
