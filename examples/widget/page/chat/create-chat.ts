import {
  type ChatMessage,
  type ChatState,
  messageOf,
  opening,
  withLost,
  withMessages,
} from './chat-state.ts';
import { guestFrame, historyPage, jwtBody, sessionBody, shownBody } from './guest-frame.ts';
import { Refusal } from './refusal.ts';
import type { Issued, widgetBackend } from './widget-backend.ts';
import { withTimeZone } from './with-time-zone.ts';

export interface Chat {
  state(): ChatState;
  subscribe(changed: () => void): () => void;
  send(text: string): void;
  sendAgain(id: string): void;
  /** After a refusal: from the beginning. */
  retry(): void;
  /** Signs out: the token is of no use any more. */
  end(): Promise<void>;
  /** Lets go of the connection; the session stays. */
  close(): void;
}

/** What keeps a guest's session through a reload of the page. */
export interface SessionKeep {
  get(): string | null;
  put(sessionToken: string | null): void;
}

/** The part of a token's life after which it is renewed. */
const renewAt = 0.8;
const longestWaitMs = 15_000;
/** These mean that another word of the shop may help. */
const ofThisToken = ['widget.expired', 'widget.revoked', 'widget.visit-over', 'widget.token-malformed'];
/** These pass by themselves. */
const passing = ['unreachable', 'widget.busy', 'widget.too-many-requests'];

/** One customer's conversation with the shop: token, connection, history, and what is done when any of them is lost. */
export function createChat(parts: {
  backend: ReturnType<typeof widgetBackend>;
  /** The shop's word for who this is; null: a guest. */
  assertion: (() => Promise<string>) | null;
  session: SessionKeep;
}): Chat {
  const { backend, assertion, session } = parts;
  let state = opening;
  let issued: Issued | null = null;
  let socket: WebSocket | null = null;
  let told = false;
  /** The session shows an ended conversation and takes nothing more: another must be begun before the next words. */
  let readOnly = false;
  let held: ChatMessage[] = [];
  /** Epoch milliseconds, by the platform's clock. */
  let endedAt = 0;
  let failures = 0;
  let closed = false;
  const listeners = new Set<() => void>();
  const timers = new Map<'renew' | 'again' | 'typing', number>();

  function set(change: Partial<ChatState>): void {
    state = { ...state, ...change };
    for (const changed of listeners) changed();
  }

  function after(what: 'renew' | 'again' | 'typing', ms: number, run: () => void): void {
    window.clearTimeout(timers.get(what));
    timers.set(what, window.setTimeout(run, ms));
  }

  function wait(): number {
    failures += 1;
    return Math.min(longestWaitMs, 500 * 2 ** Math.min(failures, 6)) * (0.5 + Math.random() / 2);
  }

  function refused(cause: unknown): void {
    if (closed) return;
    const refusal = cause instanceof Refusal ? cause : new Refusal('unreachable', '');
    set({ phase: 'refused', refusal });
    if (passing.includes(refusal.code)) after('again', (refusal.retryAfter ?? 0) * 1_000 || wait(), begin);
  }

  function begin(): void {
    open().catch(refused);
  }

  async function open(): Promise<void> {
    const word = assertion === null ? null : await assertion();
    const given = await backend.token({ assertion: word, sessionToken: session.get() });
    if (closed) return;
    issued = given;
    told = false;
    session.put(given.sessionToken);
    renewIn(given.expiresInSeconds);
    connect(given);
  }

  function renewIn(seconds: number): void {
    after('renew', seconds * 1_000 * renewAt, () => void renew());
  }

  /** The connection goes on meanwhile: it is the guest's session that holds it. */
  async function renew(): Promise<void> {
    const current = issued;
    if (current === null) return;
    try {
      const renewed = await backend.refresh(current.widgetToken);
      issued = { ...current, ...renewed };
      renewIn(renewed.expiresInSeconds);
    } catch (cause) {
      if (cause instanceof Refusal && ofThisToken.includes(cause.code)) return begin();
      if (cause instanceof Refusal && passing.includes(cause.code))
        return after('renew', wait(), () => void renew());
      refused(cause);
    }
  }

  function connect(given: Issued): void {
    const { messagingUrl, deploymentId } = given;
    const before = socket;
    const opened = new WebSocket(`${messagingUrl}?deploymentId=${deploymentId}&application=contoso-example`);
    socket = opened;
    before?.close();
    opened.addEventListener('open', () => configure(opened, given, held.length > 0));
    opened.addEventListener('message', ({ data }) => take(opened, String(data)));
    opened.addEventListener('close', () => {
      if (closed || socket !== opened) return;
      if (state.phase !== 'refused') set({ phase: 'reconnecting', typing: false });
      if (issued !== null) after('again', wait(), () => issued !== null && connect(issued));
    });
  }

  function configure(on: WebSocket, { deploymentId, sessionToken, jwt }: Issued, startNew: boolean): void {
    const how =
      jwt === null
        ? { action: 'configureSession' }
        : { action: 'configureAuthenticatedSession', data: { code: jwt } };
    tell(on, { ...how, token: sessionToken, deploymentId, ...(startNew && { startNew }) });
  }

  function tell(to: WebSocket, frame: object): void {
    to.send(JSON.stringify(frame));
  }

  function take(from: WebSocket, data: string): void {
    const frame = guestFrame.parse(JSON.parse(data));
    if (socket !== from) return;
    if (frame.class === 'SessionResponse') configured(from, frame.body);
    else if (frame.class === 'JwtResponse')
      readHistory(jwtBody.parse(frame.body).jwt).catch(() => from.close());
    else if (frame.class === 'StructuredMessage') shown(frame.body);
    else if (frame.class === 'SessionExpiredEvent') over('guest.expired');
    else if (frame.class === 'LogoutEvent') over('guest.signed-out');
    else if (frame.code >= 400) failed(frame.tracingId, frame.code);
  }

  function configured(from: WebSocket, body: unknown): void {
    const session = sessionBody.parse(body);
    if (!session.connected || issued === null) return;
    readOnly = session.readOnly;
    set({ ended: readOnly });
    tell(from, { action: 'getJwt', token: issued.sessionToken });
  }

  /** What was said before, also while this page was away: the connection tells only what comes from here on. */
  async function readHistory(jwt: string): Promise<void> {
    if (issued === null) return;
    const connectedAt = Date.now();
    const answer = await fetch(`${issued.apiUrl}/api/v2/webmessaging/messages?pageSize=100`, {
      headers: { authorization: `Bearer ${jwt}` },
    });
    if (!answer.ok) throw new Refusal('unreachable', '');
    const { entities } = historyPage.parse(await answer.json());
    const before = entities.flatMap((entity) => messageOf(entity, 0) ?? []);
    failures = 0;
    set({
      phase: 'open',
      refusal: null,
      messages: withLost(withMessages(state.messages, before), connectedAt),
    });
    const next = held;
    held = [];
    for (const message of next) sendMessage(message);
  }

  function shown(body: unknown): void {
    const read = shownBody.parse(body);
    const message = messageOf(read, Date.now());
    // Whoever writes after the end is to be answered, not told that another conversation begins; frames come in any order.
    if (message !== null)
      set({
        messages: withMessages(state.messages, [message]),
        ...(!message.mine && { typing: false, ended: state.ended && message.at <= endedAt }),
      });
    for (const { typing, presence } of read.events ?? []) {
      if (typing?.type === 'On') {
        set({ typing: true });
        after('typing', typing.duration ?? 5_000, () => set({ typing: false }));
      }
      if (presence?.type === 'Disconnect') {
        told = false;
        readOnly = read.metadata?.readOnly === 'true';
        const at = Date.parse(read.channel?.time ?? '');
        endedAt = Number.isNaN(at) ? Date.now() : at;
        set({ ended: true, typing: false });
      }
    }
  }

  function failed(ownId: string | undefined, code: number): void {
    const lost = state.messages.find((message) => message.ownId === ownId && message.state === 'sending');
    if (lost !== undefined) set({ messages: withMessages(state.messages, [{ ...lost, state: 'failed' }]) });
    else refused(new Refusal(`guest.${code}`, `The messenger answered ${code}.`));
  }

  /** This session takes nothing more: the next one is another. */
  function over(code: string): void {
    session.put(null);
    issued = null;
    window.clearTimeout(timers.get('renew'));
    socket?.close();
    set({ phase: 'refused', refusal: new Refusal(code, '') });
  }

  function sendMessage(message: ChatMessage): void {
    const to = socket;
    const sending = { ...message, at: Date.now(), state: 'sending' as const };
    if (to === null || to.readyState !== WebSocket.OPEN || issued === null) {
      set({ messages: withMessages(state.messages, [{ ...sending, state: 'failed' }]) });
      return;
    }
    set({ messages: withMessages(state.messages, [sending]), ended: false });
    if (readOnly) {
      held.push(message);
      if (held.length === 1) configure(to, issued, true);
      return;
    }
    const customAttributes = told ? undefined : withTimeZone(issued.customAttributes);
    told = true;
    tell(to, {
      action: 'onMessage',
      token: issued.sessionToken,
      tracingId: message.ownId,
      message: {
        type: 'Text',
        text: message.text,
        metadata: { customMessageId: message.ownId },
        ...(customAttributes !== undefined && { channel: { metadata: { customAttributes } } }),
      },
    });
  }

  begin();
  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    send(text) {
      const ownId = crypto.randomUUID();
      sendMessage({ id: ownId, ownId, mine: true, text, from: null, at: Date.now(), state: 'sending' });
    },
    sendAgain(id) {
      const message = state.messages.find((each) => each.id === id && each.state === 'failed');
      if (message !== undefined) sendMessage(message);
    },
    retry() {
      set({ phase: 'opening', refusal: null });
      begin();
    },
    async end() {
      this.close();
      session.put(null);
      if (issued !== null) await backend.revoke(issued.widgetToken).catch(() => {});
    },
    close() {
      closed = true;
      for (const timer of timers.values()) window.clearTimeout(timer);
      socket?.close();
    },
  };
}
