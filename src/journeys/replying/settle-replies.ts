import type { Logger } from 'pino';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { getConversation } from '../../genesys/endpoints/get-conversation.ts';
import { messagesBulk } from '../../genesys/endpoints/messages-bulk.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { AgentReply, ReplyTable } from '../../store/shapes/reply-table.ts';
import { messagesToCustomer } from './agent-leg.ts';

/** By event: replies this process sends just now, or whose answer was lost; with the ids of what had been written before. */
export type RepliesUnderWay = Map<string, { readonly inHand: boolean; readonly before: ReadonlySet<string> }>;

/** When a reply whose answer was lost is looked for, by age since the attempt; after the last look it is called missing. */
const lookAfterMs = [1_000, 5_000, 15_000, 40_000] as const;
/** From a look that failed to the next one. */
const failedWaitMs = 5_000;
/** The platform's clock, which attempts are dated by, is known to about a second. */
const clockSlackMs = 2_000;

/**
 * Settles replies whose end is not known, also those of an earlier life of the process, by looking for them in the conversation. Never
 * sends. To be called again and again.
 */
export function createSettleReplies(parts: {
  replies: Pick<ReplyTable, 'unsettled' | 'settle' | 'of'>;
  call: PlatformCall;
  underWay: RepliesUnderWay;
  /** So long after its attempt no other instance can be sending it any more. */
  abandonedAfterMs: number;
  changed: (outreachId: string) => void;
  now: () => number;
  log: Logger;
}): () => Promise<void> {
  const { replies, call, underWay, abandonedAfterMs, changed, now, log } = parts;
  let looks = new Map<string, { readonly done: number; readonly notBefore: number }>();

  async function settle(reply: AgentReply, patch: Parameters<ReplyTable['settle']>[1]): Promise<void> {
    if ((await replies.settle(reply, patch)) === null) return;
    underWay.delete(reply.eventId);
    changed(reply.outreachId);
  }

  /** The message id of the reply; null: it is not there. */
  async function find(reply: AgentReply): Promise<string | null> {
    const { conversationId, attemptedAt, eventId, outreachId, text } = reply;
    const before = underWay.get(eventId)?.before ?? new Set<string>();
    const others = new Set((await replies.of(outreachId)).flatMap(({ messageId }) => messageId ?? []));
    const ids = messagesToCustomer(await getConversation(call, conversationId))
      .filter(({ messageId, at }) => at >= attemptedAt - clockSlackMs && !before.has(messageId))
      .flatMap(({ messageId }) => (others.has(messageId) ? [] : [messageId]));
    const messages = ids.length === 0 ? [] : await messagesBulk(call, conversationId, ids);
    return messages.find(({ normalizedMessage }) => normalizedMessage?.text?.trim() === text)?.id ?? null;
  }

  async function look(reply: AgentReply): Promise<void> {
    const { done, notBefore } = looks.get(reply.eventId) ?? { done: 0, notBefore: 0 };
    const due = lookAfterMs[done];
    if (due === undefined || now() - reply.attemptedAt < due || now() < notBefore) return;
    try {
      const messageId = await find(reply);
      looks.set(reply.eventId, { done: done + 1, notBefore: 0 });
      if (messageId !== null) await settle(reply, { state: 'sent', code: null, messageId });
      else if (done + 1 === lookAfterMs.length)
        await settle(reply, { state: 'missing', code: 'reply.not-there' });
    } catch (cause) {
      if (!(cause instanceof ReachbackError)) throw cause;
      looks.set(reply.eventId, { done, notBefore: now() + failedWaitMs });
      log.warn({ err: cause, outreachId: reply.outreachId }, 'a reply could not be looked for');
    }
  }

  return async () => {
    const open = await replies.unsettled();
    looks = new Map([...looks].filter(([eventId]) => open.some((reply) => reply.eventId === eventId)));
    for (const reply of open) {
      if (reply.state === 'unknown') await look(reply);
      else if (underWay.get(reply.eventId)?.inHand !== true && now() - reply.attemptedAt >= abandonedAfterMs)
        await settle(reply, { state: 'unknown', code: 'reply.unknown' });
    }
  };
}
