import { element } from '../shell/element.js';
import { cardHost } from './card-host.js';
import { cardMarkdown } from './card-markdown.js';
import { withTimes } from './card-times.js';

/**
 * A card drawn by Microsoft's renderer. `press` is told the verb and data of a pressed Action.Execute button; while it
 * works, the card takes no second press. The outreach state of the card stands in `data-state`.
 *
 * @param {object} json
 * @param {string} whose whom it is about, for the names of its buttons
 * @param {(verb: string, data: unknown) => Promise<unknown>} press
 * @returns {HTMLElement}
 */
export function renderCard(json, whose, press) {
  const { AdaptiveCards } = globalThis;
  const place = element('div', { class: 'card', 'data-state': stateOf(json) });
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(cardHost);
  let busy = false;
  card.onExecuteAction = async (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) openLink(action.url);
    if (!(action instanceof AdaptiveCards.ExecuteAction) || busy) return;
    busy = true;
    setBusy(place, true);
    await press(action.verb, action.data ?? {});
    busy = false;
    setBusy(place, false);
  };
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = cardMarkdown(text);
    result.didProcess = true;
  };
  card.parse(withTimes(json));
  const drawn = card.render();
  place.append(
    drawn ??
      element('p', { class: 'card-broken' }, 'This card cannot be drawn: it is not a valid Adaptive Card.'),
  );
  for (const button of place.querySelectorAll('button')) {
    if (whose !== '') button.setAttribute('aria-label', `${button.textContent}: ${whose}`);
  }
  return place;
}

/** The state an outreach card carries as the id of one of its elements (`state-sent` → `sent`). @param {unknown} json */
export function stateOf(json) {
  return /"id":"state-([a-z-]+)"/.exec(JSON.stringify(json) ?? '')?.[1] ?? null;
}

/** What the head of an outreach card says, which tells its state in words; null for other cards. @param {any} json */
export function stateWordsOf(json) {
  if (typeof json !== 'object' || json === null) return null;
  if (/^state-/.test(json.id)) return json.text ?? json.items?.[0]?.text ?? null;
  return Object.values(json).reduce((found, part) => found ?? stateWordsOf(part), null);
}

function setBusy(place, busy) {
  place.classList.toggle('busy', busy);
  place.setAttribute('aria-busy', String(busy));
  // Not `disabled`: a button that loses the focus would take the keyboard's place on the page with it.
  for (const button of place.querySelectorAll('button')) button.setAttribute('aria-disabled', String(busy));
}

function openLink(url) {
  if (/^https?:\/\//i.test(url ?? '')) window.open(url, '_blank', 'noopener,noreferrer');
}
