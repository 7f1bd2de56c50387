import type { Logger } from 'pino';
import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { MessageWire } from '../../genesys/wire/message.ts';
import type { Outreach } from '../../outreach/outreach.ts';
import { isOptOut } from '../../policy/is-opt-out.ts';
import type { OptOutTable } from '../../store/shapes/opt-out-table.ts';
import type { SessionTable } from '../../store/shapes/session-table.ts';
import { customersWords } from './customers-words.ts';

/**
 * Reads what a customer wrote and tells whether it was a "stop": then this customer is never written to again, by whatever name or at
 * whichever browser we know them. What cannot be read just now may be that "stop": throws then, to be asked again.
 */
export function createNoteOptOut(parts: {
  /** A message by id. */
  readMessage: (messageId: string) => Promise<MessageWire>;
  optOuts: OptOutTable;
  sessions: Pick<SessionTable, 'knownAs'>;
  now: () => number;
  log: Logger;
}): (outreach: Outreach, messageId: string) => Promise<boolean> {
  const { readMessage, optOuts, sessions, now, log } = parts;
  return async (outreach, messageId) => {
    const { id } = outreach;
    try {
      if (!isStop(customersWords(await readMessage(messageId)))) return false;
      await optOuts.add([outreach.customerKey, ...(await sessions.knownAs(outreach))], now());
      log.info({ outreachId: id }, 'the customer asked not to be written to again');
      return true;
    } catch (cause) {
      const neverReadable =
        cause instanceof ReachbackError &&
        (cause.retry === 'never' || isCaseOf(cause.code, 'genesys.answer-malformed'));
      if (!neverReadable) throw cause;
      log.warn({ err: cause, outreachId: id }, 'an answer could not be read');
      return false;
    }
  };
}

function isStop(words: readonly string[]): boolean {
  return words.some((each) => isOptOut(each, { answer: true }));
}
