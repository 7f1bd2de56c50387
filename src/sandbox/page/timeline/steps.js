import { kindOf } from '../agents/agents-column.js';
import { customerName } from '../customer/customer-name.js';
import { stateOf, stateWordsOf } from '../teams/render-card.js';

const sends = [
  { path: /\/conversations\/messages\/agentless$/, route: 'agentless' },
  { path: /\/conversations\/messaging\/external-messages$/, route: 'external-messages' },
  { path: /\/conversations\/webchat\/[^/]+\/messages$/, route: 'webchat' },
  { path: /\/communications\/[^/]+\/messages$/, route: 'communication' },
];

/**
 * A presence change as a step of the story; null for changes that free nobody.
 *
 * @param {any} agent
 * @param {any} before the agent as last known
 */
export function presenceStep(agent, before) {
  const free = kindOf(agent) === 'free';
  if (free === (before !== undefined && kindOf(before) === 'free')) return null;
  const at =
    Date.parse(agent.presenceSince) > Date.parse(agent.routingSince)
      ? agent.presenceSince
      : agent.routingSince;
  return {
    kind: 'agent',
    title: free ? 'Agent became free' : 'Agent no longer free',
    about: `${agent.name}: ${agent.presence}`,
    at,
    raw: [{ title: 'Agent', json: agent }],
  };
}

/** A platform call. `told` says whether it is part of the story or one of the many quiet ones. @param {any} request */
export function requestStep(request) {
  const path = request.path.split('?')[0];
  const send = request.method === 'POST' ? sends.find((candidate) => candidate.path.test(path)) : undefined;
  const failed = request.status === 0 || request.status >= 400;
  const answer = request.status === 0 ? 'no answer' : String(request.status);
  return {
    kind: 'platform',
    failed,
    told: send !== undefined && hasWords(request.requestBody),
    title: send === undefined ? `${request.method} ${answer}` : failed ? 'Send refused' : 'Message sent',
    about: send === undefined ? path : `Route ${send.route}, answer ${answer}`,
    at: request.at,
    detail: `${request.method} ${request.path} · ${answer} · ${request.ms} ms`,
    raw: [
      { title: 'Request', json: request.requestBody },
      { title: 'Response', json: request.responseBody },
    ],
  };
}

/** A send without words is a question whether the route is there. */
function hasWords(body) {
  return [body?.body?.content, body?.textBody, body?.text].some(
    (text) => typeof text === 'string' && text !== '',
  );
}

/** What a Teams conversation saw. @param {any} entry @param {any} teams */
export function teamsStep(entry, teams) {
  const chat = teams?.conversations.find(({ id }) => id === entry.conversationId);
  const where =
    chat === undefined ? 'Teams' : chat.kind === 'channel' ? `#${chat.name}` : `${chat.name}’s chat`;
  const state = stateOf(entry.activity);
  const what = (entry.activity.attachments ?? []).length > 0 ? 'Card' : 'Message';
  const titles = {
    posted: `${what} posted`,
    updated: `${what} updated`,
    deleted: `${what} deleted`,
    said: 'Message to the bot',
  };
  return {
    kind: 'teams',
    title: titles[entry.event],
    about:
      state === null
        ? `${where}${quoted(entry.activity.text)}`
        : `${where}: ${stateWordsOf(entry.activity) ?? state}`,
    outreach: state !== null,
    card: state === null ? null : { id: entry.activityId, state, updated: entry.event === 'updated' },
    at: entry.at,
    raw: [{ title: 'Activity', json: entry.activity }],
  };
}

/** The words of a message, if it has any, without the mention of the bot. */
function quoted(text) {
  const words = (text ?? '').replaceAll(/<at>.*?<\/at>/g, '').trim();
  return words === '' ? '' : `: “${words}”`;
}

/** What a customer saw or did. @param {any} entry @param {any} org */
export function customerStep(entry, org) {
  const customer = org?.customers.find(({ id }) => id === entry.customerId);
  const name = customer === undefined ? 'The customer' : customerName(customer);
  const titles = {
    shown: 'Shown to the customer',
    waiting: 'Waits for the customer',
    'seen-in-history': 'Customer read it later',
    wrote: 'Customer wrote',
  };
  return {
    kind: 'customer',
    title: titles[entry.event],
    about: `${name}: “${entry.message.text}”`,
    wrote: entry.event === 'wrote',
    at: entry.at,
    raw: [{ title: 'Record', json: entry }],
  };
}
