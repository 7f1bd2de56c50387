import { controlApi } from '../link/control-api.js';
import { closeButton, showDialog } from '../shell/dialog.js';
import { element } from '../shell/element.js';
import { clockTime } from '../shell/words-of-time.js';
import { rawPart } from './raw-part.js';

/**
 * Shows what is behind a step: when, the request with its status and correlation id, and the bodies as they went over
 * the wire. What Teams shows comes with the request that put it there.
 *
 * @param {any} step
 * @param {any[]} steps all, to find that request
 * @param {(() => void) | undefined} [back] to where this was opened from
 */
export function openStep(step, steps, back) {
  const call = step.request === undefined ? callBehind(step, steps) : step;
  const parts = call === undefined || call === step ? step.raw : [...step.raw, ...call.raw];
  const body = element(
    'div',
    { class: 'dialog-body' },
    call !== undefined && callFacts(call),
    parts.map((part) => rawPart(part)),
  );
  if (step.kind === 'agent') addFrames(step, body);
  showDialog(
    element(
      'div',
      { class: 'dialog-head' },
      element(
        'div',
        {},
        element('h2', { id: 'dialog-title' }, step.title),
        element('p', {}, element('time', { datetime: step.at }, clockTime(step.at)), ` · ${step.about}`),
      ),
      element(
        'div',
        { class: 'dialog-buttons' },
        back !== undefined &&
          element('button', { type: 'button', class: 'button', onclick: back }, 'Back to all calls'),
        closeButton('Close'),
      ),
    ),
    body,
  );
}

/** What the notification sockets told of this change, as soon as it is known. */
async function addFrames(step, body) {
  const { entries } = await controlApi.frames(`v2.users.${step.agentId}.`).catch(() => ({ entries: [] }));
  const near = entries.filter(({ at }) => Math.abs(Date.parse(at) - Date.parse(step.at)) < 2000);
  if (near.length === 0) {
    body.append(
      element('p', {}, 'No notification went out: nobody was subscribed to this agent, or it was lost.'),
    );
    return;
  }
  body.replaceChildren(
    ...near.map(({ topic, sockets, frame }) =>
      rawPart({
        title: `Frame of ${topic.split('.').at(-1)}, on ${sockets} ${sockets === 1 ? 'socket' : 'sockets'}`,
        json: frame,
      }),
    ),
  );
}

/** The request to Teams that posted or changed the shown card. */
function callBehind(step, steps) {
  if (step.cardId === null || step.cardId === undefined) return undefined;
  const near = (call) => Math.abs(Date.parse(call.at) - Date.parse(step.at)) < 1000;
  return steps.findLast(
    (call) =>
      call.role === 'card-call' &&
      (call.cardId !== null) !== step.isNew &&
      String(call.shownId).includes(step.cardId) &&
      near(call),
  );
}

function callFacts({ request, failure }) {
  const facts = [
    ['Request', `${request.method} ${request.path}`],
    ['Status', failure === null ? String(request.status) : `${failure.code}: ${failure.words}`],
    ['Took', `${request.ms} ms`],
    ['Correlation id', request.correlationId === '' ? 'none' : request.correlationId],
  ];
  return element(
    'dl',
    { class: 'facts' },
    facts.map(([name, value]) =>
      element(
        'div',
        { class: failure !== null && name === 'Status' ? 'bad' : null },
        element('dt', {}, name),
        element('dd', {}, value),
      ),
    ),
  );
}
