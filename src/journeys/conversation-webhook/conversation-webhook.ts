import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { Session } from '../../sessions/session.ts';
import type {
  ConversationEvent,
  ConversationEventKind,
} from '../../store/shapes/conversation-event-table.ts';
import type { Store } from '../../store/store.ts';
import { createSweep } from '../../sweep.ts';
import { afterTry } from './after-try.ts';
import { conversationEventsOf } from './conversation-event-of.ts';
import type { PostEvent } from './post-event.ts';
import { type KnownExternalId, webhookBody } from './webhook-body.ts';

export interface ConversationWebhook {
  /**
   * Takes in conversations as they stand now; what is to be told of them is written down when this resolves. Seen again, they change
   * nothing. Throws what the store throws: then they must be seen again.
   */
  notice(sessions: readonly Session[]): Promise<void>;
  /** From here on what is due is sent. */
  start(): void;
  /** Waits for tries in hand. */
  stop(): Promise<void>;
}

/** Since when beginnings and ends are told, by the platform's clock: nobody wants a ticket for every chat of yesterday. */
export const toldSinceKey = 'conversation-webhook.since';

/** Until when the receiver asked for a pause: of all instances, and of the next life of this one. */
const heldUntilKey = 'conversation-webhook.held-until';
/** What is longer was written by a clock that was wrong. */
const longestHoldMs = 10 * 60_000;

/** So many requests at once at most: a receiver that comes back after hours must not drown. */
const atOnce = 4;
/** A try takes ten seconds at most; another instance that waits this long may take it for lost. */
const claimMs = 60_000;
/** Longer than anything can still be noticed. */
const keptMs = 30 * 24 * 60 * 60_000;
const pruneEveryMs = 60 * 60_000;
/** The platform's clock is known to about a second: who comes right after the first start would else count as from before, for good. */
const clockSlackMs = 1_000;

/** Tells another system of each conversation once that it began and once that it ended, again until it has taken it. */
export function createConversationWebhook(parts: {
  store: Pick<Store, 'engine' | 'conversationEvents' | 'sessions' | 'settings'>;
  kinds: readonly ConversationEventKind[];
  post: PostEvent;
  queueName: (queueId: string) => string | null;
  /** The ids this external contact is known by elsewhere, as far as that is known here. */
  externalIdsOf: (externalContactId: string) => Promise<readonly KnownExternalId[]>;
  clock: Clock;
  platformNow: () => number;
  log: Logger;
}): ConversationWebhook {
  const { store, kinds, post, queueName, externalIdsOf, clock, platformNow, log } = parts;
  const { conversationEvents: events } = store;
  let since: number | null = null;
  let prunedAt = 0;
  let released = store.engine === 'postgres';

  async function toldSince(): Promise<number> {
    if (since !== null) return since;
    await store.settings.swap(toldSinceKey, null, String(platformNow() - clockSlackMs));
    since = Number(await store.settings.get(toldSinceKey));
    return since;
  }

  async function isHeld(): Promise<boolean> {
    const leftMs = Number((await store.settings.get(heldUntilKey)) ?? 0) - clock.now();
    return leftMs > 0 && leftMs <= longestHoldMs;
  }

  async function hold(ms: number): Promise<void> {
    if (ms > 0) await store.settings.put(heldUntilKey, String(clock.now() + ms));
  }

  /** What is known by now of who it is and where; what nobody can look up any more stays as it was noticed. */
  async function bodyOf(event: ConversationEvent): Promise<string> {
    if (event.attempts > 0) return event.body;
    const session = await store.sessions.get(event.conversationId);
    if (session === null) return event.body;
    const { queueId, externalContactId } = session;
    return webhookBody({
      ...event,
      session,
      queueName: queueId === null ? null : queueName(queueId),
      externalIds: externalContactId === null ? [] : await externalIdsOf(externalContactId),
    });
  }

  async function deliver(event: ConversationEvent): Promise<void> {
    const claimed = await events.change(event, {
      body: await bodyOf(event),
      attempts: event.attempts + 1,
      claimedUntil: clock.now() + claimMs,
    });
    if (claimed === null) return;
    const { patch, holdMs } = afterTry(claimed, await post(claimed), clock.now());
    await hold(holdMs);
    await events.change(claimed, patch);
    const told = {
      eventId: event.id,
      conversationId: event.conversationId,
      kind: event.kind,
      attempt: claimed.attempts,
      status: patch.lastStatus ?? null,
    };
    if (patch.state === 'done') log.info(told, 'a conversation event was taken');
    else if (patch.state === 'dead' || patch.state === 'stopped')
      log.error({ ...told, code: patch.lastError }, 'a conversation event is not sent any more');
    else if (patch.lastError !== undefined)
      log.warn(
        { ...told, code: patch.lastError, nextTryAt: patch.nextTryAt },
        'a conversation event goes again',
      );
  }

  async function work(): Promise<void> {
    if (!released) {
      // Alone on this store, whatever is written down as under way was cut off with an earlier process.
      await events.release();
      released = true;
    }
    for (;;) {
      const due = await events.due(clock.now(), atOnce);
      if (stopping || (due.length > 0 && (await isHeld()))) return;
      const ends = await Promise.allSettled(due.map(deliver));
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      // What was just told may be what an end waited for.
      if (due.length === 0) break;
    }
    if (clock.now() - prunedAt < pruneEveryMs) return;
    await events.prune(clock.now() - keptMs);
    prunedAt = clock.now();
  }

  let stopping = false;
  const sweep = createSweep({ name: 'conversation-webhook', everyMs: 1_000, work, clock, log });
  return {
    async notice(sessions) {
      const noticing = { since: await toldSince(), kinds, platformNow: platformNow(), now: clock.now() };
      const seen = sessions.flatMap((session) => conversationEventsOf(session, noticing));
      if (seen.length > 0 && (await events.add(seen)) > 0) sweep.now();
    },
    start: sweep.start,
    async stop() {
      stopping = true;
      await sweep.stop();
    },
  };
}
