const send =
  '/conversations/(messages/agentless|messaging/external-messages|webchat/[^/]+/messages|messages/[^/]+/communications/[^/]+/messages)$';

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
];
