import type { Logger } from 'pino';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { getConversation } from '../../genesys/endpoints/get-conversation.ts';
import { sendOwnMessage } from '../../genesys/endpoints/send-own-message.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import { buildMessage } from '../../outreach/build-message.ts';
import { messageFindings } from '../../outreach/message-findings.ts';
import type { Outreach } from '../../outreach/outreach.ts';
import type { OptOutTable } from '../../store/shapes/opt-out-table.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';
import type { AgentReply } from '../../store/shapes/reply-table.ts';
import type { SessionTable } from '../../store/shapes/session-table.ts';
import type { Store } from '../../store/store.ts';
import type { AgentSignIn } from '../agents/agent-sign-in.ts';
import { connectedLeg, messagesToCustomer } from './agent-leg.ts';
import { conversationAddress } from './conversation-address.ts';
import { customerAnswer } from './customer-answer.ts';
import type { Replies, ReplyRequest } from './replying.ts';
import type { RepliesUnderWay } from './settle-replies.ts';

/**
 * The agent's own answer to a customer who replied, by the `communication` route: with the agent's token, while the agent is connected. The
 * attempt is written before the request leaves; a lost answer is looked for and never sent again.
 */
export function createReplyToCustomer(parts: {
  store: Pick<Store, 'replies'> & {
    readonly outreaches: Pick<OutreachTable, 'get'>;
    readonly optOuts: Pick<OptOutTable, 'among'>;
    readonly sessions: Pick<SessionTable, 'knownAs'>;
  };
  /** In the bot's own name, for looking. */
  call: PlatformCall;
  signIns: Pick<AgentSignIn, 'callOf'>;
  /** The organisation's hosts. */
  hosts: readonly string[];
  /** Written here: which replies are being sent, and what had been written before. */
  underWay: RepliesUnderWay;
  /** Something about the replies of an outreach changed. Must not throw. */
  changed: (outreachId: string) => void;
  /** The platform's clock. */
  now: () => number;
  log: Logger;
}): Replies {
  const { store, call, signIns, hosts, underWay, changed, now, log } = parts;

  /** What may be answered, by whom. */
  async function require({ outreachId, agentId }: ReplyRequest): Promise<Outreach> {
    const outreach = await store.outreaches.get(outreachId);
    if (outreach === null) throw new ReachbackError('outreach.not-found');
    if (outreach.agentId !== agentId) throw new ReachbackError('reply.not-yours');
    if (outreach.state !== 'replied') throw new ReachbackError('reply.not-replied');
    const keys = [outreach.customerKey, ...(await store.sessions.knownAs(outreach))];
    if (outreach.reason === 'opted-out' || (await store.optOuts.among(keys)).size > 0)
      throw new ReachbackError('reply.opted-out');
    return outreach;
  }

  async function settle(
    reply: AgentReply,
    patch: Parameters<Store['replies']['settle']>[1],
  ): Promise<AgentReply> {
    const settled = await store.replies.settle(reply, patch);
    changed(reply.outreachId);
    return settled ?? (await store.replies.ofEvent(reply.eventId)) ?? reply;
  }

  async function leave(reply: AgentReply, communicationId: string, own: PlatformCall): Promise<AgentReply> {
    const { conversationId, outreachId, text } = reply;
    try {
      const { messageId } = await sendOwnMessage(own, { conversationId, communicationId, text });
      // A 2xx without an id is no receipt: it is looked for.
      const became = messageId === null ? 'unknown' : 'sent';
      return await settle(reply, { state: became, messageId });
    } catch (cause) {
      if (!(cause instanceof ReachbackError)) throw cause;
      const { code, facts } = cause;
      log.warn({ code, facts, outreachId }, 'a reply was not taken, or its answer was lost');
      return settle(reply, { state: cause.retry === 'unknown' ? 'unknown' : 'refused', code });
    }
  }

  return {
    said: (outreach) => customerAnswer(call, outreach),
    address: (outreach) =>
      conversationAddress(hosts, outreach.answer?.conversationId ?? outreach.conversationId),
    async send(request) {
      const { eventId, agentId, outreachId } = request;
      const counted = await store.replies.ofEvent(eventId);
      if (counted !== null) return counted;
      const outreach = await require(request);
      const text = request.text.replaceAll(/\r\n?/g, '\n').trim();
      const unfit = unfitness(outreach, text);
      if (unfit !== null) throw new ReachbackError(unfit);
      const own = signIns.callOf(request);
      if (own === null) throw new ReachbackError('reply.not-signed-in');
      const conversationId = outreach.answer?.conversationId ?? outreach.conversationId;
      const conversation = await getConversation(call, conversationId, 'send');
      const communicationId = connectedLeg(conversation, agentId);
      if (communicationId === null) throw new ReachbackError('reply.not-connected');
      // The customer may have written "stop" while the platform was asked.
      await require(request);
      const reply: AgentReply = {
        eventId,
        outreachId,
        conversationId,
        agentId,
        text,
        state: 'sending',
        code: null,
        messageId: null,
        attemptedAt: now(),
        version: 1,
      };
      const before = new Set(messagesToCustomer(conversation).map(({ messageId }) => messageId));
      // Pressed twice at a time: it is the other's to say when nothing of it is under way any more.
      if (underWay.has(eventId)) return (await store.replies.ofEvent(eventId)) ?? reply;
      underWay.set(eventId, { inHand: true, before });
      let became = reply;
      try {
        const added = await store.replies.add(reply);
        if (added === 'one-under-way') throw new ReachbackError('reply.one-under-way');
        if (added === 'counted') return (await store.replies.ofEvent(eventId)) ?? reply;
        changed(outreachId);
        became = await leave(reply, communicationId, own);
        return became;
      } finally {
        if (became.state === 'unknown') underWay.set(eventId, { inHand: false, before });
        else underWay.delete(eventId);
      }
    },
  };
}

/** What is wrong with the words, as of any message to a customer. */
function unfitness(outreach: Outreach, text: string): ErrorCode | null {
  const found = messageFindings(buildMessage({ ...outreach, text }), {
    conversationId: outreach.conversationId,
    externalContactId: outreach.externalContactId,
    leg: { channelId: null, guestId: null, externalContactId: null },
  });
  return found.find((name) => name.startsWith('outreach.text-')) ?? null;
}
