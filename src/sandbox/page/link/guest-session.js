/**
 * One customer's messenger connection, speaking the guest protocol of web messaging: configure the session with the
 * browser's token, fetch a JWT, read the history over REST, then live frames. Telling `hear` what comes:
 * `{ type: 'state', state }` (connecting, open, closed), `history`, `message`, `cobrowse`, `ended`, `problem`.
 *
 * @param {{ token: string, channelId: string }} customer
 * @param {(event: any) => void} hear
 */
export function openGuestSession({ token, channelId }, hear) {
  const host = location.host;
  const socket = new WebSocket(`ws://${host}/v1?deploymentId=${channelId}`);
  const send = (/** @type {object} */ frame) => socket.send(JSON.stringify({ token, ...frame }));
  let left = false;
  hear({ type: 'state', state: 'connecting' });

  socket.addEventListener('open', () => send({ action: 'configureSession', deploymentId: channelId }));
  socket.addEventListener('close', () => {
    if (!left) hear({ type: 'state', state: 'closed' });
  });
  socket.addEventListener('message', ({ data }) => {
    if (left) return;
    const frame = JSON.parse(data);
    const handle = handlers[frame.class];
    if (handle !== undefined) handle(frame);
    else if (frame.code >= 400) hear({ type: 'problem', text: problemWords(frame) });
  });

  /** @type {Record<string, (frame: any) => void>} */
  const handlers = {
    SessionResponse({ body }) {
      // The end of the old one, before a new session's own answer.
      if (!body.connected) return;
      hear({ type: 'state', state: 'open', readOnly: body.readOnly === true });
      send({ action: 'getJwt' });
    },
    async JwtResponse({ body }) {
      const answer = await fetch('/api/v2/webmessaging/messages?pageSize=100&pageNumber=1', {
        headers: { authorization: `Bearer ${body.jwt}` },
      });
      if (left) return;
      if (!answer.ok)
        return hear({ type: 'problem', text: `The history could not be read (${answer.status}).` });
      const { entities } = await answer.json();
      hear({ type: 'history', messages: entities.flatMap(messagesOf) });
    },
    StructuredMessage({ body }) {
      for (const message of messagesOf(body)) hear({ type: 'message', message });
      for (const { coBrowse } of body.events ?? []) if (coBrowse) hear({ type: 'cobrowse', event: coBrowse });
      const over = (body.events ?? []).some(({ presence }) => presence?.type === 'Disconnect');
      if (over) hear({ type: 'ended', readOnly: body.metadata?.readOnly === 'true' });
    },
    SessionExpiredEvent() {
      hear({ type: 'problem', text: 'The session has expired.' });
    },
    SessionClearedEvent() {
      hear({ type: 'history', messages: [] });
    },
    ConnectionClosedEvent() {
      hear({ type: 'problem', text: 'The platform closed this messenger.' });
    },
    LogoutEvent() {
      hear({ type: 'problem', text: 'The customer was signed out.' });
    },
    TooManyRequestsErrorMessage() {
      hear({ type: 'problem', text: 'Too fast: the platform takes two messages a second.' });
    },
  };

  return {
    /** @param {string} text */
    write(text) {
      send({ action: 'onMessage', tracingId: crypto.randomUUID(), message: { type: 'Text', text } });
    },
    /** Takes an offer to look along, or turns it down. @param {string} sessionId @param {boolean} accepts */
    answerCobrowse(sessionId, accepts) {
      const coBrowse = { type: accepts ? 'OfferingAccepted' : 'OfferingRejected', sessionId };
      const message = { type: 'Event', events: [{ eventType: 'CoBrowse', coBrowse }] };
      send({ action: 'onMessage', tracingId: crypto.randomUUID(), message });
    },
    /** Leaves what was behind: the only way on after a read-only end. */
    startAnew() {
      send({ action: 'configureSession', deploymentId: channelId, startNew: true });
    },
    close() {
      left = true;
      socket.close();
    },
  };
}

/** The readable messages of a StructuredMessage; events and receipts have none. */
function messagesOf(body) {
  if (body.type !== 'Text' && body.type !== 'Structured') return [];
  const from = body.channel?.from;
  const name = from?.nickname ?? [from?.firstName, from?.lastName].filter(Boolean).join(' ');
  return [
    {
      id: body.id,
      text: body.text ?? '',
      mine: body.direction === 'Inbound',
      at: body.channel?.time ?? new Date().toISOString(),
      from: name === '' ? null : name,
      bot: body.originatingEntity === 'Bot',
    },
  ];
}

const readOnlyWords = 'The other side has ended this conversation for good.';

function problemWords({ code, body }) {
  const known = {
    403: typeof body === 'string' && body.includes('read-only') ? readOnlyWords : undefined,
    4006: 'This session has expired; the customer would start anew.',
    4011: 'That message is too long.',
  };
  return known[code] ?? (typeof body === 'string' ? body : `The messenger refused that (${code}).`);
}
