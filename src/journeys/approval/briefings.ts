import type { Logger } from 'pino';
import type { Look } from '../../delivery/delivery.ts';
import type { Ledger } from '../../delivery/ledger.ts';
import { truthFromConversation } from '../../delivery/truth-from-conversation.ts';
import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { getConversation } from '../../genesys/endpoints/get-conversation.ts';
import { messagesBulk } from '../../genesys/endpoints/messages-bulk.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { ConversationWire } from '../../genesys/wire/conversation.ts';
import type { Briefing } from '../../outreach/briefing.ts';
import type { Outreach } from '../../outreach/outreach.ts';
import type { Clearance } from '../../policy/before-sending.ts';
import { lastMessageIds } from '../../sessions/last-message-ids.ts';
import type { SessionTable } from '../../store/shapes/session-table.ts';
import { lastWords } from './last-words.ts';

export interface Briefings {
  /** Reads up on a proposal that waits for approval, once at a time, and writes it into the ledger. */
  brief(outreach: Outreach): void;
  /** Waits for those in hand. */
  stop(): Promise<void>;
}

/**
 * What a supervisor needs beside the proposal: the last words of the conversation, and whether the message could leave now. Two calls
 * for a proposal that waits (a truth check and the words), after everything else in line; none for one that does not.
 */
export function createBriefings(parts: {
  ledger: Pick<Ledger, 'apply'>;
  call: PlatformCall;
  sessions: Pick<SessionTable, 'get'>;
  /** The last look before a send; throws what it throws. */
  clear: (outreach: Outreach, look: Look) => Promise<Clearance>;
  timeZoneAttribute: string;
  now: () => number;
  log: Logger;
}): Briefings {
  const { ledger, call, sessions, clear, timeZoneAttribute, now, log } = parts;
  const inHand = new Map<string, Promise<void>>();

  function told(cause: unknown, outreachId: string, what: string): null {
    log.info({ err: cause, outreachId }, what);
    return null;
  }

  /** Null: it could not be read. `gone`: the platform no longer has it. */
  async function read({ id, conversationId }: Outreach): Promise<ConversationWire | 'gone' | null> {
    try {
      return await getConversation(call, conversationId, 'refill');
    } catch (cause) {
      if (cause instanceof ReachbackError && isCaseOf(cause.code, 'genesys.not-found')) return 'gone';
      return told(cause, id, 'a conversation was not read for who decides');
    }
  }

  async function truthOf(conversation: ConversationWire | 'gone', { conversationId }: Outreach): Look {
    if (conversation === 'gone') return null;
    const truth = truthFromConversation(conversation, timeZoneAttribute);
    // What only analytics tells is taken from the index: it is asked for when it is sent.
    return truth && { ...truth, cleared: (await sessions.get(conversationId))?.cleared ?? false };
  }

  async function standsInTheWay(outreach: Outreach, look: Look): Promise<readonly string[] | null> {
    try {
      const clearance = await clear(outreach, look);
      return 'route' in clearance ? [] : clearance.findings.map(({ reason }) => reason);
    } catch (cause) {
      return told(cause, outreach.id, 'the rules were not asked for who decides');
    }
  }

  async function said(outreach: Outreach, conversation: ConversationWire | 'gone' | null) {
    if (conversation === null || conversation === 'gone') return null;
    const ids = lastMessageIds(conversation);
    if (ids.length === 0) return [];
    try {
      return lastWords(await messagesBulk(call, conversation.id, ids, 'refill'));
    } catch (cause) {
      return told(cause, outreach.id, 'the last words were not read for who decides');
    }
  }

  async function found(outreach: Outreach): Promise<Briefing> {
    const conversation = await read(outreach);
    const truth = conversation === null ? null : await truthOf(conversation, outreach);
    const [words, findings] = await Promise.all([
      said(outreach, conversation),
      // How things stand now says nothing of what leaves at an hour of its own.
      conversation === null || outreach.sendAt !== null
        ? null
        : standsInTheWay(outreach, Promise.resolve(truth)),
    ]);
    return { at: now(), said: words, standsInTheWay: findings, timeZone: truth?.timeZone ?? null };
  }

  async function write(outreach: Outreach): Promise<void> {
    try {
      await ledger.apply(outreach.id, { type: 'briefed', briefing: await found(outreach) });
    } catch (cause) {
      told(cause, outreach.id, 'what there is to know was not written for who decides');
    }
  }

  return {
    brief(outreach) {
      const { id } = outreach;
      if (inHand.has(id)) return;
      inHand.set(
        id,
        write(outreach).finally(() => inHand.delete(id)),
      );
    },
    async stop() {
      await Promise.all(inHand.values());
    },
  };
}
