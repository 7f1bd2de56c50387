import { backOffMs } from '../../../../back-off.ts';
import { ReachbackError } from '../../../../errors/reachback-error.ts';
import { getConversation } from '../../../../genesys/endpoints/get-conversation.ts';
import { sendOpenMessage } from '../../../../genesys/endpoints/send-open-message.ts';
import type { Bridge, Carried, CarriedPatch, Direction } from '../../../../store/shapes/bridge-table.ts';
import type { CrossingParts } from '../crossing-parts.ts';
import { endPlan } from '../end-plan.ts';
import { customerIsOff } from '../read/listed-messages.ts';
import { findCarried } from './find-carried.ts';
import { createMessageEnds } from './message-ends.ts';
import { type Heard, nextStep } from './next-step.ts';
import { sendOutcome } from './send-outcome.ts';

/**
 * Carries what waits in one direction of a hand-off, one message at a time: the attempt is written before the request leaves, and one without an
 * answer is looked for before anything else goes. Each call goes on until nothing can go now and gives how soon something may, milliseconds;
 * null: when there is something new. `heard` as for `nextStep`.
 */
export function createCarry(
  parts: CrossingParts & {
    readonly direction: Direction;
    readonly heard: () => Heard | null;
    /** One is over. */
    readonly settled: () => void;
  },
): () => Promise<number | null> {
  const { handOffId, direction, bridges, clock, log, timings, words } = parts;
  const ends = createMessageEnds(parts);

  async function once(): Promise<number | 'again' | null> {
    // Before the rows are read: what is heard in between may have changed their order.
    const heard = parts.heard();
    const bridge = await bridges.get(handOffId);
    if (bridge === null || bridge.state === 'ended') return null;
    if (direction === 'to-partner' && parts.isOthers(bridge)) return timings.readEveryMs;
    const pending = stillWanted(bridge, await bridges.pending(handOffId, direction));
    const step = nextStep(pending, {
      now: clock.now(),
      shared: bridges.shared,
      heard,
      timings,
    });
    if (step.do === 'nothing') return null;
    if (step.do === 'wait') return step.ms;
    if (step.do === 'suspect') await suspect(step.message);
    else if (step.do === 'look') await look(bridge, step.message);
    else if (step.do === 'send') await send(bridge, step.message);
    else if (step.do === 'give-up') {
      await parts.beginEnd('fault', false, 'bridge.side-refuses');
      return timings.readEveryMs;
    } else await ends.leftOut(step.message, 'bridge.message-unknown');
    return 'again';
  }

  /** Once a side has left nothing more is sent to it but what is on its way: in the partner's organisation it would begin anew. */
  function stillWanted(bridge: Bridge, pending: readonly Carried[]): readonly Carried[] {
    if (bridge.state === 'open' || !endPlan(bridge, words).drop.includes(direction)) return pending;
    return pending.filter(({ state, kind }) => state !== 'waiting' || kind === 'notice');
  }

  async function suspect(message: Carried): Promise<void> {
    const now = clock.now();
    await settle(message, { state: 'unknown', unknownSince: now, nextTryAt: now });
  }

  /** Looked at right before each message: to a customer who has left it would begin a conversation they did not ask for. */
  async function hasLeft({ sourceConversationId }: Bridge): Promise<boolean> {
    if (direction === 'to-partner') return false;
    return customerIsOff(await getConversation(parts.source, sourceConversationId, 'send'));
  }

  async function send(bridge: Bridge, waiting: Carried): Promise<void> {
    try {
      if (await hasLeft(bridge)) {
        return await (bridge.state === 'open' ? parts.beginEnd('source', true) : ends.cameLate(waiting));
      }
    } catch (thrown) {
      if (!(thrown instanceof ReachbackError)) throw thrown;
      const failures = waiting.failures + 1;
      const nextTryAt = clock.now() + backOffMs(failures, timings.backOff, Math.random());
      await settle(waiting, { failures, nextTryAt, code: thrown.code });
      return parts.note(thrown.code);
    }
    const now = clock.now();
    const attemptedAt = direction === 'to-customer' ? parts.platformNow() : now;
    const message = await settle(waiting, {
      state: 'sending',
      attemptedAt,
      firstAttemptAt: waiting.firstAttemptAt ?? now,
    });
    if (message === null) return;
    let sent: Awaited<ReturnType<typeof deliver>>;
    try {
      sent = await deliver(bridge, message);
    } catch (thrown) {
      await failed(message, thrown);
      return;
    }
    await arrived(bridge, message, sent.messageId, sent.conversationId);
  }

  /** `conversationId`: where it is now, as far as that was told. */
  async function arrived(
    bridge: Bridge,
    message: Carried,
    messageId: string | null,
    conversationId: string | null,
  ): Promise<void> {
    if (direction === 'to-partner') {
      if (conversationId !== null) await landed(conversationId);
    } else if (conversationId !== null && conversationId !== bridge.sourceConversationId) {
      return ends.strayed(message, messageId, conversationId);
    }
    await ends.delivered(message, messageId);
  }

  async function deliver(bridge: Bridge, message: Carried): ReturnType<CrossingParts['sendToCustomer']> {
    if (direction === 'to-customer') return parts.sendToCustomer(bridge, message);
    const { call, integrationId } = parts.partnerOf(bridge);
    return sendOpenMessage(
      call,
      integrationId,
      {
        from: { id: handOffId, name: bridge.customerName },
        messageId: message.id,
        saidAt: message.saidAt,
        text: message.text,
      },
      message.kind === 'context' ? bridge.attributes : null,
    );
  }

  /** The partner's conversation is known from its first answer, and another one where that was over. */
  async function landed(conversationId: string): Promise<void> {
    const bridge = await bridges.get(handOffId);
    if (bridge === null || bridge.destinationConversationId === conversationId) return;
    if ((await bridges.change(bridge, { destinationConversationId: conversationId })) === null) {
      await landed(conversationId);
    }
  }

  async function failed(message: Carried, thrown: unknown): Promise<void> {
    const code = thrown instanceof ReachbackError ? thrown.code : 'genesys.no-answer';
    const facts = thrown instanceof ReachbackError ? thrown.facts : {};
    const outcome = sendOutcome(thrown);
    log.warn(
      { handOffId, direction, messageId: message.id, code, facts, outcome },
      'a message was not carried',
    );
    if (!(thrown instanceof ReachbackError)) log.error({ handOffId, err: thrown }, 'a send failed');
    const now = clock.now();
    if (code === 'bridge.no-route') await parts.beginEnd('fault', false, code);
    if (outcome === 'refused') return ends.leftOut(message, 'bridge.message-refused');
    const failures = message.failures + 1;
    const nextTryAt = now + backOffMs(failures, timings.backOff, Math.random());
    if (outcome === 'unknown') {
      const looksAt = now + Math.min(timings.backOff.baseMs, timings.settleMs);
      await settle(message, { state: 'unknown', unknownSince: now, nextTryAt: looksAt, failures: 0, code });
    } else {
      // What surely did not leave is no reason to pass a message over, however long it lasts.
      const since = outcome === 'unsent' ? { firstAttemptAt: null } : {};
      await settle(message, { state: 'waiting', failures, nextTryAt, code, ...since });
    }
    await parts.note(code);
  }

  async function look(bridge: Bridge, message: Carried): Promise<void> {
    const beganAt = clock.now();
    const failures = message.failures + 1;
    const nextTryAt = () => clock.now() + backOffMs(failures, timings.backOff, Math.random());
    let found: Awaited<ReturnType<typeof findCarried>>;
    try {
      const call = direction === 'to-customer' ? parts.source : parts.partnerOf(bridge).call;
      found = await findCarried(call, bridge, message, await otherIds());
    } catch (thrown) {
      if (!(thrown instanceof ReachbackError)) throw thrown;
      log.warn(
        { handOffId, direction, code: thrown.code, facts: thrown.facts },
        'a message could not be looked for',
      );
      await settle(message, { failures, nextTryAt: nextTryAt() });
      return;
    }
    if (found !== null) {
      return arrived(bridge, message, found.messageId, found.conversationId);
    }
    const blind = direction === 'to-partner' && bridge.destinationConversationId === null;
    const patienceMs = blind ? timings.settleFirstMs : timings.settleMs;
    if (beganAt - (message.unknownSince ?? beganAt) < patienceMs) {
      await settle(message, { failures, nextTryAt: nextTryAt() });
      return;
    }
    log.info(
      { handOffId, direction, messageId: message.id },
      'a message without an answer is not there: it goes again',
    );
    await settle(message, { state: 'waiting', unknownSince: null, failures: 0, nextTryAt: clock.now() });
  }

  /** Ids of messages of the same direction that are known where they went. */
  async function otherIds(): Promise<ReadonlySet<string>> {
    const all = await bridges.of(handOffId);
    return new Set(
      all.flatMap((each) => (each.direction === direction && each.sentAs !== null ? [each.sentAs] : [])),
    );
  }

  function settle(message: Carried, patch: CarriedPatch): Promise<Carried | null> {
    return bridges.settle(message, patch);
  }

  return async () => {
    for (;;) {
      const next = await once();
      if (next !== 'again') return next;
    }
  };
}
