import { textsOf } from './texts-of.js';
import { whyItFailed } from './why-it-failed.js';

const sends = [
  { path: /\/conversations\/messages\/agentless$/, route: 'agentless' },
  { path: /\/conversations\/messaging\/external-messages$/, route: 'external-messages' },
  { path: /\/conversations\/webchat\/([^/]+)\/messages$/, route: 'webchat' },
  { path: /\/conversations\/messages\/([^/]+)\/communications\/[^/]+\/messages$/, route: 'communication' },
];

const cobrowses = /\/api\/v2\/cobrowse\/sessions$|\/api\/v2\/conversations\/([\w-]{36})\/cobrowse$/;

const systems = { genesys: 'Genesys Cloud', teams: 'Teams', bot: 'the bot' };

/**
 * A request as a step. `role` says what it is in the story of an outreach: a `send`, a truth `check`, a `press` of a
 * card's button, a `card-call` to Teams; or just a `call`. `told` steps stand in the strip, the others in the list of all calls.
 *
 * @param {any} request
 * @param {any} [teams] to name who pressed
 */
export function callStep(request, teams) {
  const path = request.path.split('?')[0];
  const failure = whyItFailed(request);
  const shared = {
    id: `call-${request.seq}-${request.at}`,
    kind: request.to === 'genesys' ? 'platform' : 'teams',
    failed: failure !== null,
    failure,
    at: request.at,
    request,
    detail: `${request.method} ${request.path}`,
    raw: [
      { title: `Request to ${systems[request.to] ?? 'the platform'}`, json: request.requestBody },
      { title: 'Answer', json: request.responseBody },
    ],
  };
  if (request.to === 'bot') return { ...shared, ...pressOrWords(request, teams, failure) };
  if (request.to === 'teams') return { ...shared, ...teamsCall(request, path, failure) };
  return { ...shared, ...platformCall(request, path, failure) };
}

function platformCall(request, path, failure) {
  const send = request.method === 'POST' ? sends.find((candidate) => candidate.path.test(path)) : undefined;
  const { requestBody: body, responseBody: answer } = request;
  const text = [body?.body?.content, body?.textBody, body?.text].find((words) => hasWords(words));
  if (send !== undefined && text !== undefined) {
    return {
      role: 'send',
      told: true,
      /** An agent's own words in a talk that goes on: no outreach begins with them. */
      isReply: send.route === 'communication',
      /** Into a talk that goes on: an outreach, or the words of a partner over the bridge of a hand-off. */
      joins: body.useExistingActiveConversation === true,
      title: failure === null ? 'Message accepted' : 'Message failed',
      about: failure === null ? `Genesys took it (${send.route}, ${request.status})` : worded(failure),
      text,
      conversationId: answer?.conversationId ?? body?.conversationId ?? send.path.exec(path)?.[1] ?? null,
      externalContactId: body?.externalContactId ?? null,
      guestId: body?.to?.id ?? body?.toAddress ?? answer?.toAddress ?? null,
    };
  }
  const offered = request.method === 'POST' ? cobrowses.exec(path) : null;
  const offeredIn = offered?.[1] ?? body?.target?.id;
  // Without a target it is the question whether there is such an endpoint.
  if (offered !== null && offeredIn !== undefined) {
    const contract = offered[1] === undefined ? 'field contract' : 'platform contract';
    return {
      role: 'offer',
      told: true,
      title: failure === null ? 'Cobrowse offered' : 'Cobrowse not offered',
      about: failure === null ? `Genesys took it (${contract}, ${request.status})` : worded(failure),
      conversationId: offeredIn,
    };
  }
  const looked = request.method === 'GET' ? /^\/api\/v2\/conversations\/([\w-]{36})$/.exec(path) : null;
  if (looked !== null) {
    return {
      role: 'check',
      told: true,
      title: failure === null ? 'Truth check' : 'Truth check failed',
      about: failure === null ? 'Is the conversation still as it was? Read again' : worded(failure),
      conversationId: looked[1],
    };
  }
  return { role: 'call', told: false, title: `${request.method} ${request.status}`, about: path };
}

/** Calls to Teams are told by what they showed; only those that showed nothing tell themselves. */
function teamsCall(request, path, failure) {
  const activity = request.requestBody?.activity ?? request.requestBody;
  const isCard = Array.isArray(activity?.attachments);
  const cardId = request.method === 'PUT' ? decodeURIComponent(path.split('/').at(-1) ?? '') : null;
  return {
    role: isCard ? 'card-call' : 'call',
    told: failure !== null && isCard,
    title: cardId === null ? 'Card not taken' : 'Card update not taken',
    about: failure === null ? path : `Teams: ${worded(failure)}`,
    cardId,
    texts: isCard ? textsOf(activity) : [],
    shownId: cardId ?? request.responseBody?.activityId ?? request.responseBody?.id ?? null,
  };
}

/** As the bot ends the words of a refusal. */
const refusalCode = /\b(?:teams|outreach|store|genesys)\.[a-z-]+/;

function pressOrWords(request, teams, failure) {
  const { value, from, replyToId, text } = request.requestBody ?? {};
  const person = teams?.users.find(({ id }) => id === from?.id)?.name ?? from?.name ?? 'somebody';
  if (value?.action === undefined)
    return { role: 'call', told: false, title: `${person} wrote to the bot`, about: text ?? '' };
  const verb = String(value.action.verb);
  const answer = request.responseBody;
  // A card is the answer to a decision that was taken; words, whatever their status, say why it was not.
  // On a card that several share, words are the answer to each press: only a code among them tells a refusal.
  const shared = verb.startsWith('burst.');
  const inWords = typeof answer?.value === 'string';
  const saysNo = inWords && (!shared || refusalCode.test(answer.value));
  const refused = failure !== null || answer?.statusCode >= 400 || saysNo;
  const word = /approve(-all)?$/.test(verb) ? 'Approve' : /decline$/.test(verb) ? 'Decline' : 'A button';
  const done = { Approve: 'Approved', Decline: 'Declined' }[word] ?? 'Button pressed';
  const sentence = typeof answer?.value === 'string' ? answer.value : answer?.value?.message;
  return {
    role: 'press',
    told: true,
    failed: refused,
    title: refused ? `${word} refused` : `${done} by ${person}`,
    about: refused
      ? `${person}: ${sentence ?? worded(failure)}`
      : inWords
        ? answer.value
        : 'The bot took the decision',
    cardId: replyToId ?? null,
    ...(shared ? { burst: { outreachId: value.action.data?.outreachId ?? null } } : {}),
  };
}

function worded(failure) {
  return failure === null ? '' : `${failure.words} (${failure.code})`;
}

/** A send without words is a question whether the route is there. */
function hasWords(text) {
  return typeof text === 'string' && text !== '';
}
