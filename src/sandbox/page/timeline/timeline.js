import { element } from '../shell/element.js';
import { sandboxNow } from '../shell/sandbox-time.js';
import { openCalls } from './calls-dialog.js';
import { foldedCards } from './folded-cards.js';
import { outreachRow } from './outreach-list.js';
import { outreachWords } from './outreach-words.js';
import { outreachesOf } from './outreaches.js';
import { openStep } from './step-dialog.js';
import { stepItem } from './step-item.js';

/** More than this and a field to find one stands above them. */
const findFrom = 6;

/**
 * The strip at the bottom: every outreach, and the steps of the chosen one as they happen. The newest is chosen until
 * the reader chooses another.
 *
 * @param {{ list: HTMLElement, find: HTMLElement, about: HTMLElement, steps: HTMLElement, calls: HTMLElement }} places
 * @param {any} store
 */
export function timeline({ list, find, about, steps: strip, calls }, store) {
  /** @type {Map<string, ReturnType<typeof outreachRow>>} */
  const rows = new Map();
  /** What the strip shows: the outreach, and its steps in order. */
  let shownId = '';
  /** @type {Map<string, { item: HTMLElement, key: string }>} */
  let shown = new Map();
  let drawing = false;

  const choose = (/** @type {string} */ id) => {
    const newest = list.querySelector('[data-outreach]');
    const isNewest = newest instanceof HTMLElement && newest.dataset.outreach === id;
    store.update({ outreachId: isNewest ? null : id });
  };

  function drawList(outreaches, words, chosen) {
    const wanted = find instanceof HTMLInputElement ? find.value.trim().toLowerCase() : '';
    const fits = (outreach) => {
      const { agent, customer, status } = words.get(outreach.id);
      return `${agent} ${customer ?? ''} ${status}`.toLowerCase().includes(wanted);
    };
    const newestFirst = outreaches.toReversed().filter(fits);
    find.hidden = outreaches.length < findFrom && wanted === '';
    for (const [id, { item }] of rows) {
      if (newestFirst.some((outreach) => outreach.id === id)) continue;
      item.remove();
      rows.delete(id);
    }
    list.querySelector('.nobody')?.remove();
    if (newestFirst.length === 0)
      list.append(
        element('li', { class: 'nobody' }, outreaches.length === 0 ? 'No outreach yet' : 'None fits.'),
      );
    const top = list.scrollTop;
    let next = /** @type {Element | null} */ (null);
    for (const outreach of newestFirst.toReversed()) {
      const row = rows.get(outreach.id) ?? outreachRow(outreach.id, choose);
      if (!rows.has(outreach.id)) {
        list.insertBefore(row.item, next);
        rows.set(outreach.id, row);
        // Whoever reads further down stays where they are.
        if (top > 0) list.scrollTop += row.item.offsetHeight;
      }
      row.update(outreach, words.get(outreach.id), outreach.id === chosen?.id);
      next = row.item;
    }
  }

  function drawSteps(outreach, words) {
    const fresh = shownId !== (outreach?.id ?? '');
    if (fresh) {
      shownId = outreach?.id ?? '';
      shown = new Map();
      strip.replaceChildren();
    }
    if (outreach === undefined) {
      about.textContent = 'The newest outreach';
      if (strip.childElementCount === 0) strip.append(element('li', { class: 'waiting' }, firstWords));
      return;
    }
    const atEnd = strip.scrollWidth - strip.scrollLeft - strip.clientWidth < 60;
    const steps = foldedCards(outreach.steps.filter(({ told }) => told !== false));
    if (words.lastStep !== null) steps.push(words.lastStep);
    const keys = new Set(steps.map(({ id }) => id));
    for (const [id, { item }] of shown) {
      if (keys.has(id)) continue;
      item.remove();
      shown.delete(id);
    }
    let grown = false;
    let previous = /** @type {Element | null} */ (null);
    for (const [index, step] of steps.entries()) {
      const key = `${step.title}|${step.about}|${steps[index - 1]?.id}`;
      const known = shown.get(step.id);
      if (known?.key !== key) {
        const open = (chosenStep) => openStep(chosenStep, store.get().steps);
        const item = stepItem(step, steps[index - 1], open);
        const focused = known?.item.contains(document.activeElement) === true;
        if (known === undefined)
          strip.insertBefore(item, previous === null ? strip.firstChild : previous.nextSibling);
        else known.item.replaceWith(item);
        const button = item.querySelector('button');
        if (focused) button?.focus({ preventScroll: true });
        shown.set(step.id, { item, key });
        grown = true;
      }
      previous = shown.get(step.id)?.item ?? previous;
    }
    about.textContent = words.customer === null ? words.agent : `${words.agent} to ${words.customer}`;
    const reading = strip.contains(document.activeElement);
    if (grown && !reading && (fresh || atEnd)) strip.scrollLeft = strip.scrollWidth;
  }

  function draw() {
    drawing = false;
    const { orgs, teams, steps, outreachId } = store.get();
    if (orgs === null) {
      rows.clear();
      list.replaceChildren();
      drawSteps(undefined, null);
      return;
    }
    const everybody = {
      agents: orgs.flatMap(({ agents }) => agents),
      customers: orgs.flatMap(({ customers }) => customers),
    };
    const { outreaches } = outreachesOf(steps, everybody);
    const known = {
      outreaches,
      orgs,
      paused: isPaused(steps),
      installed: (teams?.conversations ?? []).some(({ installed }) => installed),
      now: sandboxNow(),
    };
    const words = new Map(outreaches.map((outreach) => [outreach.id, outreachWords(outreach, known)]));
    const chosen = outreaches.find(({ id }) => id === outreachId) ?? outreaches.at(-1);
    drawList(outreaches, words, chosen);
    drawSteps(chosen, words.get(chosen?.id));
    const count = steps.filter(({ request }) => request !== undefined).length;
    calls.textContent = `All calls (${count})`;
  }

  /** Many things happen at once; one drawing a frame is enough. */
  function soon() {
    if (drawing) return;
    drawing = true;
    setTimeout(draw, 40);
  }

  store.watch(
    (/** @type {any} */ state) => [state.steps, state.orgs, state.outreachId, state.teams?.conversations],
    soon,
  );
  find.addEventListener('input', soon);
  calls.addEventListener('click', () => openCalls(store));
  setInterval(soon, 1000);
}

const firstWords = 'Nothing yet. Make an agent available, and each step shows here as it happens.';

/** Was “pause” the last of both words written to the bot? */
function isPaused(steps) {
  const last = steps.findLast(({ said }) => /\b(pause|resume)\b/i.test(said ?? ''));
  return /\bpause\b/i.test(last?.said ?? '');
}
