import type { Logger } from 'pino';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { getConversation } from '../../genesys/endpoints/get-conversation.ts';
import { transferAcross } from '../../genesys/endpoints/transfer-across.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import { customerLeg } from '../../sessions/customer-leg.ts';
import type { HandOff } from '../../store/shapes/hand-off-table.ts';
import type { BridgePort } from './bridge-port.ts';
import type { HandOffEvent } from './hand-off-event.ts';
import { issueTicket } from './issue-ticket.ts';
import type { Partner } from './partner.ts';
import { reissueSession } from './reissue-session.ts';
import type { TicketKey } from './ticket-key.ts';

/** For so long the partner’s word on a ticket is asked for again. */
const askPartnerForMs = 60_000;
/** When a move whose answer was lost is looked for, by age since the attempt; after the last look it has not moved. */
const lookAfterMs = [1_000, 5_000, 15_000, 40_000] as const;

export interface CarryOutParts {
  readonly partner: (id: string) => Partner | null;
  /** Brings a ticket before the receiving side: its own Reachback, or the desk here. Throws `handoff.*`. */
  readonly askReceiver: (partner: Partner, ticket: string) => Promise<void>;
  readonly bridge: BridgePort;
  readonly call: PlatformCall;
  readonly key: TicketKey;
  readonly ownOrganisation: () => Promise<string>;
  /** Writes a step down; null: it came late. */
  readonly step: (handOff: HandOff, event: HandOffEvent) => Promise<HandOff | null>;
  /** Another process, or none any more, has it: what it attempted is over after so long. */
  readonly abandonedAfterMs: number;
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: Logger;
}

/**
 * Takes a hand-off one step further, from whatever an earlier life of the process left: ticket, then move. The attempt is written before
 * the request to move leaves, and that is never made twice. Gives the hand-off when there is more to do at once; null: not now.
 */
export function createCarryOut(parts: CarryOutParts): (handOff: HandOff) => Promise<HandOff | null> {
  const {
    partner,
    askReceiver,
    bridge,
    call,
    key,
    ownOrganisation,
    step,
    abandonedAfterMs,
    now,
    newId,
    log,
  } = parts;
  /** Moves this process has asked for and waits for. */
  const inHand = new Set<string>();
  /** How often a move that is not known has been looked for. */
  const looks = new Map<string, number>();

  async function bringTicket(handOff: HandOff, to: Partner): Promise<HandOff | null> {
    const ticketId = newId();
    try {
      const ticket = {
        id: ticketId,
        sourceOrgId: await ownOrganisation(),
        destinationOrgId: to.organisationId,
        conversationId: handOff.conversationId,
        reason: handOff.reason,
        originalQueue: handOff.originalQueue,
        channelType: handOff.channelType,
      };
      await askReceiver(to, await issueTicket(ticket, key, now()));
    } catch (cause) {
      const { code, retry } = coded(cause);
      log.warn({ code, handOffId: handOff.id, partnerId: to.id }, 'a hand-off ticket was not accepted');
      if (retry === 'never') return step(handOff, { kind: 'ticket-refused', ticketId, code });
      if (now() - handOff.createdAt >= askPartnerForMs) return step(handOff, { kind: 'failed', code });
      return null;
    }
    return step(handOff, { kind: 'ticket-accepted', ticketId });
  }

  async function overBridge(handOff: HandOff, to: Partner): Promise<HandOff | null> {
    const { id, partnerId, conversationId, channelId, guestId, externalContactId, customerName, queue } =
      handOff;
    const { reason, note, originalQueue, agentName } = handOff;
    try {
      await bridge.begin({
        handOffId: id,
        partnerId,
        sourceConversationId: conversationId,
        channelId,
        guestId,
        externalContactId,
        customerName,
        queue,
        context: { reason, note, originalQueue, agentName },
        limitMs: to.limitMs,
      });
    } catch (cause) {
      const { code, retry } = coded(cause);
      log.warn({ code, handOffId: id }, 'a bridge was not begun');
      if (retry === 'never') return step(handOff, { kind: 'refused', code });
      return now() - handOff.createdAt >= askPartnerForMs ? step(handOff, { kind: 'failed', code }) : null;
    }
    return step(handOff, { kind: 'bridged' });
  }

  /** Only right after the attempt was written by this very process. */
  async function move(handOff: HandOff, to: Partner, ticketId: string): Promise<HandOff | null> {
    const { id, conversationId, channelType, guestId, reason, originalQueue } = handOff;
    inHand.add(id);
    try {
      const sourceOrgId = await ownOrganisation();
      const destinationOrgId = to.organisationId;
      const sessionKey = to.sessionKey?.reveal() ?? '';
      const sessionToken = await reissueSession(
        { guestId, sourceOrgId, destinationOrgId },
        sessionKey,
        now(),
      );
      const { destinationConversationId } = await transferAcross(call, conversationId, {
        transferContext: { sourceOrgId, handoffTicketId: ticketId },
        sessionToken,
        sourceOrgId,
        destinationOrgId,
        channelType: to.channelTypes[channelType] ?? channelType,
        metadata: { handoffReason: reason, originalQueue: originalQueue ?? '' },
      });
      return await step(handOff, { kind: 'moved', destinationConversationId });
    } catch (cause) {
      const error = coded(cause);
      log.warn(
        { code: error.code, facts: error.facts, handOffId: id },
        'a conversation was not moved, or the answer was lost',
      );
      if (error.retry === 'unknown') return step(handOff, { kind: 'lost', code: 'handoff.move-unknown' });
      const notThere =
        isCaseOf(error.code, 'genesys.not-found') && !isCaseOf(error.code, 'genesys.conversation.not-found');
      return step(handOff, {
        kind: 'refused',
        code: notThere ? 'handoff.contract-not-offered' : error.code,
      });
    } finally {
      inHand.delete(id);
    }
  }

  /** What a move needs is asked for before its attempt is written: from then on another instance counts the time a request takes. Null: it is there. */
  async function problemBefore(): Promise<ErrorCode | null> {
    try {
      await ownOrganisation();
      return null;
    } catch (cause) {
      return coded(cause).code;
    }
  }

  /** Reads the conversation: a move ends it here as a transfer (*unverified*). */
  async function look(handOff: HandOff): Promise<HandOff | null> {
    const { id, conversationId, attemptedAt } = handOff;
    const done = looks.get(id) ?? 0;
    const due = lookAfterMs[done];
    if (due === undefined || now() - (attemptedAt ?? 0) < due) return null;
    const leg = customerLeg(await getConversation(call, conversationId));
    looks.set(id, done + 1);
    if (leg?.endedBy === 'transfer') return step(handOff, { kind: 'moved', destinationConversationId: null });
    if (done + 1 < lookAfterMs.length) return null;
    looks.delete(id);
    return step(handOff, { kind: 'failed', code: 'handoff.not-moved' });
  }

  /** Another instance may know the partner, registered there a moment ago or in the file of a newer start: it has its time first. */
  const othersTimeMs = abandonedAfterMs === 0 ? 0 : askPartnerForMs + abandonedAfterMs;

  return async (handOff) => {
    const { id, state, contract, partnerId, ticketId, attemptedAt, createdAt } = handOff;
    const to = partner(partnerId);
    if (state === 'unknown') return look(handOff);
    // By another contract it is another way, with other secrets.
    const isOther = state !== 'moving' && to?.contract !== contract;
    if (to === null || isOther) {
      if (now() - createdAt < othersTimeMs) return null;
      return step(handOff, { kind: 'failed', code: 'handoff.partner-unknown' });
    }
    if (state === 'proposed') return bringTicket(handOff, to);
    if (state === 'asserted') {
      const unready = contract === 'field' ? await problemBefore() : null;
      if (unready !== null)
        return now() - createdAt < askPartnerForMs ? null : step(handOff, { kind: 'failed', code: unready });
      const moving = await step(handOff, { kind: 'leaving' });
      if (moving === null || contract === 'bridge') return moving;
      return move(moving, to, ticketId ?? id);
    }
    if (state !== 'moving') return null;
    if (contract === 'bridge') return overBridge(handOff, to);
    if (inHand.has(id) || now() - (attemptedAt ?? 0) < abandonedAfterMs) return null;
    return step(handOff, { kind: 'lost', code: 'handoff.move-unknown' });
  };
}

/** What nobody foresaw may pass: it is tried again as long as anything is. */
function coded(cause: unknown): ReachbackError {
  return cause instanceof ReachbackError
    ? cause
    : new ReachbackError('handoff.partner-unreachable', { cause });
}
