import type { Logger } from 'pino';
import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { DeploymentCobrowse } from '../../genesys/deployment-cobrowse.ts';
import { bulkPresences } from '../../genesys/endpoints/bulk-presences.ts';
import { createCobrowseSession } from '../../genesys/endpoints/create-cobrowse-session.ts';
import { getCobrowseSession } from '../../genesys/endpoints/get-cobrowse-session.ts';
import { getConversation } from '../../genesys/endpoints/get-conversation.ts';
import { offerCobrowse } from '../../genesys/endpoints/offer-cobrowse.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { CobrowseSessionWire } from '../../genesys/wire/cobrowse-session.ts';
import type { ConversationWire } from '../../genesys/wire/conversation.ts';
import { customerLeg } from '../../sessions/customer-leg.ts';
import { timeOf } from '../../sessions/times.ts';
import type { CobrowseOffer, CobrowsePatch, CobrowseTable } from '../../store/shapes/cobrowse-table.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';
import type { SessionTable } from '../../store/shapes/session-table.ts';
import type { AgentDirectory } from '../agents/agent-directory.ts';
import type { AgentSignIn } from '../agents/agent-sign-in.ts';
import type { CobrowseRequest } from './cobrowsing.ts';
import { findTarget } from './find-target.ts';
import { mayOffer } from './may-offer.ts';
import { sessionsIn } from './witness-of.ts';

/** By event: offers this process is making just now, or whose answer was lost; with the sessions the conversation had told of before. */
export type OffersUnderWay = Map<string, { readonly inHand: boolean; readonly before: ReadonlySet<string> }>;

/** *unverified*: how long an offer holds where the platform does not say. */
export const assumedOfferMs = 60_000;

export interface OfferParts {
  store: {
    readonly cobrowses: CobrowseTable;
    readonly outreaches: Pick<OutreachTable, 'get' | 'onConversation'>;
    readonly sessions: Pick<SessionTable, 'get'>;
  };
  /** In the bot's own name. */
  call: PlatformCall;
  signIns: Pick<AgentSignIn, 'callOf' | 'offered'>;
  directory: Pick<AgentDirectory, 'agent'>;
  deploymentOf: (deploymentId: string) => Promise<DeploymentCobrowse | null>;
  /** The organisation offers `POST /cobrowse/sessions`. */
  sessionsOffered: () => boolean;
  /** Throws `store.*`. */
  policyControl: () => Promise<boolean>;
  /** Written here. */
  underWay: OffersUnderWay;
  /** Something about this offer changed. Must not throw. */
  changed: (offer: CobrowseOffer) => void;
  newId: () => string;
  /** The platform's clock. */
  now: () => number;
  log: Logger;
}

/**
 * Offers cobrowse in a conversation the agent is in. All that could be refused is looked at first; the attempt is written before the request
 * leaves; an event counts once; a lost answer is looked for and the request never made again.
 */
export function createOfferCobrowse(parts: OfferParts): (request: CobrowseRequest) => Promise<CobrowseOffer> {
  const { store, call, signIns, directory, deploymentOf, underWay, changed, newId, now, log } = parts;
  const table = store.cobrowses;

  async function conversationOf(id: string): Promise<ConversationWire | null> {
    try {
      return await getConversation(call, id, 'send');
    } catch (cause) {
      if (cause instanceof ReachbackError && isCaseOf(cause.code, 'genesys.not-found')) return null;
      throw cause;
    }
  }

  async function look({ target, agentId, mode, personKey }: CobrowseRequest) {
    const conversationId = await findTarget(target, agentId, store);
    const [conversation, presences, policyControl] = await Promise.all([
      conversationOf(conversationId),
      bulkPresences(call, [agentId]),
      parts.policyControl(),
    ]);
    const customer = conversation === null ? null : customerLeg(conversation);
    // A conversation we began has its addresses the other way round, and they are not believed.
    const channelId = customer?.channelId ?? (await store.sessions.get(conversationId))?.channelId ?? null;
    const own = signIns.callOf({ personKey, agentId });
    const presence = presences.find(({ userId }) => userId === agentId);
    const choice = mayOffer({
      asked: mode,
      agentId: directory.agent(agentId) === null ? null : agentId,
      presence: presence?.presenceDefinition.systemPresence ?? null,
      conversation,
      deployment: channelId === null ? null : await deploymentOf(channelId),
      policyControl,
      sessionsOffered: parts.sessionsOffered(),
      agent: own !== null ? 'signed-in' : signIns.offered() ? 'signed-out' : 'unavailable',
    });
    if ('refused' in choice) throw new ReachbackError(choice.refused);
    if (conversation === null || channelId === null) throw new ReachbackError('cobrowse.not-web');
    const before = new Set(sessionsIn(conversation));
    return {
      ...choice,
      conversationId,
      channelId,
      own,
      before,
      customerName: customer?.customerName ?? null,
    };
  }

  async function settle(offer: CobrowseOffer, patch: CobrowsePatch): Promise<CobrowseOffer> {
    const settled = await table.settle(offer, { ...patch, changedAt: now() });
    const became = settled ?? (await table.ofEvent(offer.eventId)) ?? offer;
    changed(became);
    return became;
  }

  /** The request itself. */
  function ask(offer: CobrowseOffer, own: PlatformCall | null): Promise<CobrowseSessionWire> {
    const { contract, conversationId, agentId, mode, sessionId } = offer;
    if (contract === 'platform' && own !== null) return offerCobrowse(own, conversationId);
    return createCobrowseSession(call, { id: sessionId ?? '', initiatorId: agentId, conversationId, mode });
  }

  /** What the field contract does not answer; where it cannot be had the offer is told without a code to join by. */
  async function completed(offer: CobrowseOffer, told: CobrowseSessionWire): Promise<CobrowseSessionWire> {
    const sessionId = told.id ?? offer.sessionId;
    if (sessionId === null || told.joinCode !== null) return told;
    try {
      return (await getCobrowseSession(call, { deploymentId: offer.channelId, sessionId })) ?? told;
    } catch (cause) {
      if (!(cause instanceof ReachbackError)) throw cause;
      log.warn({ code: cause.code, facts: cause.facts }, 'a cobrowse session could not be read');
      return told;
    }
  }

  async function leave(offer: CobrowseOffer, own: PlatformCall | null): Promise<CobrowseOffer> {
    try {
      const told = await ask(offer, own);
      const sessionId = offer.contract === 'field' ? offer.sessionId : told.id;
      // A 2xx without an id is no receipt: it is looked for.
      if (sessionId === null) return await settle(offer, { state: 'unknown', code: 'cobrowse.unknown' });
      const whole = await completed(offer, told);
      const offered = await settle(offer, {
        state: 'offered',
        sessionId,
        joinCode: whole.joinCode,
        offerEndsAt: timeOf(whole.dateOfferEnds) ?? offer.attemptedAt + assumedOfferMs,
      });
      log.info(
        { eventId: offer.eventId, contract: offer.contract, mode: offer.mode },
        'cobrowse was offered',
      );
      return offered;
    } catch (cause) {
      if (!(cause instanceof ReachbackError)) throw cause;
      const { code, facts } = cause;
      log.warn({ code, facts }, 'cobrowse was not offered, or the answer was lost');
      const lost = cause.retry === 'unknown';
      return settle(
        offer,
        lost ? { state: 'unknown', code: 'cobrowse.unknown' } : { state: 'refused', code },
      );
    }
  }

  return async (request) => {
    const { eventId, agentId } = request;
    const counted = await table.ofEvent(eventId);
    // What tells a press from another is in the button, which anybody could have written.
    if (counted !== null && counted.agentId !== agentId) throw new ReachbackError('cobrowse.not-yours');
    if (counted !== null) return counted;
    const { contract, mode, conversationId, channelId, own, before, customerName } = await look(request);
    const at = now();
    const offer: CobrowseOffer = {
      eventId,
      sessionId: contract === 'field' ? newId() : null,
      conversationId,
      channelId,
      agentId,
      customerName,
      contract,
      mode,
      state: 'asking',
      code: null,
      joinCode: null,
      offerEndsAt: null,
      acceptedAt: null,
      attemptedAt: at,
      changedAt: at,
      version: 1,
    };
    // Pressed twice at a time: it is the other's to say when nothing of it is under way any more.
    if (underWay.has(eventId)) return (await table.ofEvent(eventId)) ?? offer;
    underWay.set(eventId, { inHand: true, before });
    let became = offer;
    try {
      const added = await table.add(offer);
      if (added === 'one-under-way') throw new ReachbackError('cobrowse.one-under-way');
      if (added === 'counted') return (await table.ofEvent(eventId)) ?? offer;
      changed(offer);
      became = await leave(offer, own);
      return became;
    } finally {
      if (became.state === 'unknown') underWay.set(eventId, { inHand: false, before });
      else underWay.delete(eventId);
    }
  };
}
