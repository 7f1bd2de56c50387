import { controlApi } from '../link/control-api.js';
import { avatar } from '../shell/avatar.js';
import { element, replaceContent } from '../shell/element.js';
import { orToast } from '../shell/toast.js';
import { sinceTime } from '../shell/words-of-time.js';
import { kindOf } from './kind-of.js';

const presences = [
  'Available',
  'On Queue',
  'Busy',
  'Away',
  'Break',
  'Meal',
  'Meeting',
  'Training',
  'Offline',
];

const groups = [
  { kind: 'free', title: 'Free for customers' },
  { kind: 'talking', title: 'Talking to a customer' },
  { kind: 'busy', title: 'Busy or away' },
  { kind: 'offline', title: 'Offline' },
];

/** With more agents than this a field to find one stands above them. */
const findFrom = 15;

/**
 * The left column: who is free, who is not, and a way to change it.
 *
 * @param {HTMLElement} place
 * @param {HTMLElement} find holds the field to find an agent with, and says how many there are
 * @param {any} store
 */
export function agentsColumn(place, find, store) {
  const field = find.querySelector('input');
  field?.addEventListener('input', () => store.update({ agentSearch: field.value }));
  store.watch(
    (/** @type {any} */ state) => [state.org?.agents, state.changedAgentId, state.agentSearch],
    ({ org, changedAgentId, agentSearch }) => {
      if (org === null) return;
      const wanted = agentSearch.trim().toLowerCase();
      const shown = org.agents.filter(({ name }) => name.toLowerCase().includes(wanted));
      const total = org.totals?.agents ?? org.agents.length;
      find.hidden = total <= findFrom;
      const count = find.querySelector('p');
      if (count !== null) count.textContent = `${shown.length} of ${total} agents`;
      const queueNames = new Map(org.queues.map(({ id, name }) => [id, name]));
      replaceContent(
        place,
        ...groups.flatMap(({ kind, title }) => {
          const agents = shown.filter((agent) => kindOf(agent) === kind);
          if (agents.length === 0) return [];
          const heading = element(
            'h3',
            { id: `group-${kind}` },
            title,
            element('span', { class: 'count' }, String(agents.length)),
          );
          const list = element(
            'ul',
            { 'aria-labelledby': `group-${kind}` },
            agents.map((agent) => agentItem(agent, queueNames, agent.id === changedAgentId)),
          );
          return [element('div', { class: 'agent-group' }, heading, list)];
        }),
      );
      // Only after a press here: whoever reads elsewhere in the list stays there when somebody else changes.
      const pressed = place.contains(document.activeElement);
      if (pressed) place.querySelector('.agent.changed')?.scrollIntoView({ block: 'nearest' });
    },
  );
}

function agentItem(agent, queueNames, changed) {
  const kind = kindOf(agent);
  const since =
    kind === 'talking' || agent.presence === 'On Queue' ? agent.routingSince : agent.presenceSince;
  const queues = agent.queueIds.map((id) => queueNames.get(id)).join(', ');
  const dot = kind === 'busy' && ['Away', 'Meal', 'Break'].includes(agent.presence) ? 'away' : kind;
  return element(
    'li',
    { class: changed ? 'agent changed' : 'agent', 'data-agent': agent.id },
    element('span', { class: 'agent-face' }, avatar(agent.name), element('span', { class: `dot ${dot}` })),
    element(
      'div',
      { class: 'agent-about' },
      element('p', { class: 'agent-name', title: `${agent.name}, ${agent.title}` }, agent.name),
      element(
        'p',
        { class: kind === 'free' ? 'agent-status free' : 'agent-status', title: `${agent.title}: ${queues}` },
        `${statusWords(agent)} · `,
        sinceTime(since),
      ),
      element('p', { class: 'agent-queues', title: queues }, queues),
    ),
    element('div', { class: 'agent-controls' }, presenceSelect(agent), oneClick(agent, kind)),
  );
}

function presenceSelect(agent) {
  const options = presences.map((presence) =>
    element('option', { value: presence, selected: presence === agent.presence }, presence),
  );
  const select = element(
    'select',
    { 'aria-label': `Presence of ${agent.name}`, 'data-key': `presence-${agent.id}` },
    options,
  );
  select.addEventListener('change', () => {
    if (select instanceof HTMLSelectElement) change(agent.id, select.value);
  });
  return select;
}

/** The button a newcomer looks for: free them, or take them off again so that the story can be told twice. */
function oneClick(agent, kind) {
  const free = kind === 'free';
  const label = free ? 'Set busy' : 'Make available';
  return element(
    'button',
    {
      type: 'button',
      class: free ? 'button' : 'button primary',
      'aria-label': `${label}: ${agent.name}`,
      'data-key': `quick-${agent.id}`,
      onclick: () => change(agent.id, free ? 'Busy' : 'Available'),
    },
    label,
  );
}

function statusWords({ presence, routingStatus }) {
  if (presence !== 'On Queue') return presence;
  const routing = {
    IDLE: 'idle',
    INTERACTING: 'in a chat',
    COMMUNICATING: 'on a call',
    NOT_RESPONDING: 'not responding',
  };
  return `On queue, ${routing[routingStatus] ?? 'off queue'}`;
}

function change(agentId, presence) {
  return orToast(() => controlApi.setPresence(agentId, presence));
}
