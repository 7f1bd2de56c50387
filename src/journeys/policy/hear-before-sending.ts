import type { Logger } from 'pino';
import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { MessageWire } from '../../genesys/wire/message.ts';
import type { Outreach } from '../../outreach/outreach.ts';
import type { Truth } from '../../policy/facts.ts';
import { isOptOut } from '../../policy/is-opt-out.ts';
import type { OptOutTable } from '../../store/shapes/opt-out-table.ts';
import { customersWords } from './customers-words.ts';

/** The newest so many are read, in one call. */
const mostRead = 500;

/** Whoever the reading took longer for is looked at anew: what the conversation said before it may not be so any more. */
const patienceMs = 15_000;

/**
 * Right before somebody who was written to before is written to again: what they wrote since is read, for it may be a "stop" no notification brought
 * (days later, in another conversation, after many other words, a moment ago). One that is, is kept for every name they are known by (`keys`). Throws
 * while it cannot be read just now: nothing leaves unheard.
 */
export function createHearBeforeSending(parts: {
  /** Messages of a conversation by id. */
  readMessages: (conversationId: string, messageIds: readonly string[]) => Promise<MessageWire[]>;
  optOuts: OptOutTable;
  now: () => number;
  log: Logger;
}) {
  const { readMessages, optOuts, now, log } = parts;

  async function read(outreach: Outreach, ids: readonly string[]): Promise<MessageWire[]> {
    try {
      return await readMessages(outreach.conversationId, ids);
    } catch (cause) {
      const neverReadable =
        cause instanceof ReachbackError &&
        (cause.retry === 'never' || isCaseOf(cause.code, 'genesys.answer-malformed'));
      if (!neverReadable) throw cause;
      log.warn({ err: cause, outreachId: outreach.id }, 'what the customer wrote could not be read');
      return [];
    }
  }

  return async (
    outreach: Outreach,
    truth: Pick<Truth, 'wrote'>,
    keys: readonly string[],
    lastSentAt: number,
  ): Promise<void> => {
    const since = truth.wrote
      .filter(({ at }) => at > lastSentAt)
      .toSorted((one, other) => one.at - other.at)
      .slice(-mostRead);
    if (since.length === 0) return;
    const startedAt = now();
    const said = await read(
      outreach,
      since.map(({ messageId }) => messageId),
    );
    if (said.flatMap(customersWords).some(isOptOut)) {
      await optOuts.add(keys, now());
      log.info({ outreachId: outreach.id }, 'the customer asked not to be written to again');
    } else if (now() - startedAt > patienceMs) throw new ReachbackError('genesys.budget-spent');
  };
}
