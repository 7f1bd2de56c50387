const send =
  '/conversations/(messages/agentless|messaging/external-messages|webchat/[^/]+/messages|messages/[^/]+/communications/[^/]+/messages)$';

const offer = '/(cobrowse/sessions|conversations/[^/]+/cobrowse)$';

/**
 * Faults worth watching, in plain words: what the sandbox is told to do wrong, and what to look for.
 *
 * @type {{ id: string, title: string, watch: string, fault: object }[]}
 */
export const trials = [
  {
    id: 'send-503',
    title: 'Genesys answers a message with 503, once',
    watch:
      'The bot cannot know whether it was sent, so it looks into the conversation before it does anything else.',
    fault: { on: 'endpoint', method: 'POST', path: send, status: 503 },
  },
  {
    id: 'lost-answer',
    title: 'Genesys stores the message, but the answer is lost',
    watch: 'The customer sees it exactly once. The bot finds it in the conversation and sends no second one.',
    fault: { on: 'endpoint', method: 'POST', path: send, when: 'after', reset: true },
  },
  {
    id: 'slow-down',
    title: 'Genesys asks to slow down (429, wait 5 s)',
    watch: 'The message waits five seconds and goes out then, once.',
    fault: { on: 'endpoint', method: 'POST', path: send, status: 429, retryAfter: 5 },
  },
  {
    id: 'silent-socket',
    title: 'The notification socket goes silent',
    watch:
      'Make an agent available: nothing comes of it for up to a minute, until the bot connects anew and reads who is free.',
    fault: { on: 'channel', what: 'black-hole' },
  },
  {
    id: 'card-update',
    title: 'Teams refuses the next card update',
    watch: 'The card stands still for a moment. The bot tries again until the card tells the truth.',
    fault: { on: 'teams', call: 'update', code: 'ServiceUnavailable' },
  },
  {
    id: 'token',
    title: 'The bot’s token is revoked',
    watch: 'The next call is answered with 401; the bot gets a new token and goes on. See “All calls”.',
    fault: { on: 'token', what: 'revoke' },
  },
  {
    id: 'cobrowse-refused',
    title: 'Cobrowse: Genesys refuses the offer (400)',
    watch:
      'Press “Start cobrowse” on the card of an answer. The offer’s card says what was refused and what to do; the customer is asked nothing.',
    fault: {
      on: 'endpoint',
      method: 'POST',
      path: offer,
      status: 400,
      code: 'invalid_field',
      message: "Field 'participants' contains invalid user ID format",
    },
  },
  {
    id: 'cobrowse-lost',
    title: 'Cobrowse: the customer is asked, but the answer is lost',
    watch: 'The bot looks for the offer, finds it, and its card goes on. The customer is asked once.',
    fault: { on: 'endpoint', method: 'POST', path: offer, when: 'after', status: 504 },
  },
  {
    id: 'partner-away',
    title: 'Hand-off: the partner’s Genesys takes no messages, four times',
    watch:
      'Press “Hand off” on the card of an answer. Its card says how many messages wait and why; then they arrive, each once and in order.',
    fault: {
      on: 'endpoint',
      method: 'POST',
      path: '/inbound/open/message$',
      status: 503,
      count: 4,
    },
  },
  {
    id: 'contact-lost',
    title: 'Widget: a contact is made, but the answer is lost',
    watch:
      'Sign in as somebody new in the example shop (npm run widget-example) and open its chat: it opens, and there is one contact.',
    fault: {
      on: 'endpoint',
      method: 'POST',
      path: '/externalcontacts/contacts$',
      when: 'after',
      reset: true,
    },
  },
  {
    id: 'link-refused',
    title: 'Widget: a conversation is not linked to its contact at first',
    watch:
      'Write in the chat of the example shop. Here it is a visitor without a name until the bot has tried again; then it is the contact. See “All calls”.',
    fault: { on: 'endpoint', method: 'PUT', path: '/externalcontacts/conversations/[^/]+$', status: 503 },
  },
];
