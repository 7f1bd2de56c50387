import type { Logger } from 'pino';
import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { ConversationWire } from '../../genesys/wire/conversation.ts';
import type { MessageWire } from '../../genesys/wire/message.ts';
import type { Outreach } from '../../outreach/outreach.ts';
import type { Truth } from '../../policy/facts.ts';
import { isOptOut } from '../../policy/is-opt-out.ts';
import { writtenByCustomer } from '../../sessions/written-by-customer.ts';
import type { OptOutTable } from '../../store/shapes/opt-out-table.ts';
import type { SessionTable } from '../../store/shapes/session-table.ts';
import { customersWords } from './customers-words.ts';

/** The newest so many of a conversation are read, in one call. */
const mostRead = 500;

/** So many other conversations of theirs are read, the newest. */
const mostOthers = 3;

const forGood = ['genesys.not-found', 'genesys.answer-malformed'] as const;

/** What came so shortly before our last message came while that was on its way, its last look behind it. */
const crossedMs = 60_000;

/** Whoever the reading took longer for is looked at anew: what the conversation said before it may not be so any more. */
const patienceMs = 15_000;

/**
 * Hears, right before somebody who was written to before is written to again, what they wrote since (`lastSentAt`), in whatever conversation: it may be a
 * "stop" no notification brought. One that is, is kept for every name they are known by (`keys`). Throws while it cannot be read just now,
 * and where the client may not read it: nothing leaves unheard.
 */
export type HearBeforeSending = (
  outreach: Outreach,
  truth: Truth,
  keys: readonly string[],
  lastSentAt: number,
) => Promise<void>;

/** One call for the conversation at hand, where they wrote in it since, and two for each other one they were in. */
export function createHearBeforeSending(parts: {
  readConversation: (conversationId: string) => Promise<ConversationWire>;
  /** Messages of a conversation by id. */
  readMessages: (conversationId: string, messageIds: readonly string[]) => Promise<MessageWire[]>;
  sessions: Pick<SessionTable, 'othersOf'>;
  optOuts: Pick<OptOutTable, 'add'>;
  now: () => number;
  log: Logger;
}): HearBeforeSending {
  const { readConversation, readMessages, sessions, optOuts, now, log } = parts;

  async function isStop(conversationId: string, wrote: Truth['wrote'], since: number): Promise<boolean> {
    const ids = wrote
      .filter(({ at }) => at > since)
      .toSorted((one, other) => one.at - other.at)
      .slice(-mostRead)
      .map(({ messageId }) => messageId);
    if (ids.length === 0) return false;
    const words = (await readMessages(conversationId, ids)).flatMap(customersWords);
    // However long after our message, and to whom: only what means it by itself.
    return words.some((each) => isOptOut(each, { answer: false }));
  }

  /** What nobody can read any more is let go of; not what we only lack the right to read. */
  async function readable(outreachId: string, work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof ReachbackError) || !forGood.some((code) => isCaseOf(cause.code, code)))
        throw cause;
      log.warn({ err: cause, outreachId }, 'what the customer wrote could not be read');
      return false;
    }
  }

  async function saidStop(outreach: Outreach, truth: Truth, since: number): Promise<boolean> {
    const { id, conversationId, channelId, guestId } = outreach;
    if (await readable(id, () => isStop(conversationId, truth.wrote, since))) return true;
    const externalContactId = truth.externalContactId ?? outreach.externalContactId;
    const here = { conversationId, channelId, guestId, externalContactId };
    for (const other of await sessions.othersOf(here, since, mostOthers)) {
      const read = async () => isStop(other, writtenByCustomer(await readConversation(other)), since);
      if (await readable(id, read)) return true;
    }
    return false;
  }

  return async (outreach, truth, keys, lastSentAt) => {
    const startedAt = now();
    if (await saidStop(outreach, truth, lastSentAt - crossedMs)) {
      await optOuts.add(keys, now());
      log.info({ outreachId: outreach.id }, 'the customer asked not to be written to again');
    } else if (now() - startedAt > patienceMs) throw new ReachbackError('genesys.budget-spent');
  };
}
