import type { Logger } from 'pino';
import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { getCobrowseSession } from '../../genesys/endpoints/get-cobrowse-session.ts';
import { getConversation } from '../../genesys/endpoints/get-conversation.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { ConversationWire } from '../../genesys/wire/conversation.ts';
import { timeOf } from '../../sessions/times.ts';
import type { CobrowseOffer, CobrowsePatch, CobrowseTable } from '../../store/shapes/cobrowse-table.ts';
import { nextCobrowse, type SeenOfOffer } from './next-cobrowse.ts';
import { assumedOfferMs, type OffersUnderWay } from './offer-cobrowse.ts';
import { sessionsIn, witnessOf } from './witness-of.ts';

/** When an offer whose answer was lost is looked for, by age since the attempt; after the last look it is called missing. */
const lookAfterMs = [1_000, 5_000, 15_000, 40_000] as const;
/** How often what is not over is read, whatever notifications say. */
const readEveryMs = { offered: 5_000, unknown: 15_000, accepted: 30_000 } as const;

export interface SettleCobrowses {
  /** Reads what is due. To be called again and again; never offers. */
  work(): Promise<void>;
  /** A conversation as a notification tells it. */
  hear(conversation: ConversationWire): Promise<void>;
  /** Whether anything of this conversation is waited for, as of the last round. */
  waitsFor(conversationId: string): boolean;
}

/** Follows offers to their end, also those of an earlier life of the process. */
export function createSettleCobrowses(parts: {
  table: Pick<CobrowseTable, 'open' | 'of' | 'settle'>;
  call: PlatformCall;
  underWay: OffersUnderWay;
  /** So long after its attempt no other instance can be making it any more. */
  abandonedAfterMs: number;
  changed: (offer: CobrowseOffer) => void;
  now: () => number;
  log: Logger;
}): SettleCobrowses {
  const { table, call, underWay, abandonedAfterMs, changed, now, log } = parts;
  let looks = new Map<string, { readonly done: number; readonly notBefore: number }>();
  let waiting = new Set<string>();

  async function settle(offer: CobrowseOffer, patch: CobrowsePatch | null): Promise<void> {
    if (patch === null) return;
    const settled = await table.settle(offer, patch);
    if (settled === null) return;
    if (settled.state !== 'unknown') underWay.delete(offer.eventId);
    log.info({ eventId: offer.eventId, state: settled.state, code: settled.code }, 'cobrowse moved on');
    changed(settled);
  }

  /** Null: it could not be read just now. */
  async function tried<T, Gone>(read: () => Promise<T>, gone: Gone): Promise<T | Gone | null> {
    try {
      return await read();
    } catch (cause) {
      if (!(cause instanceof ReachbackError)) throw cause;
      if (isCaseOf(cause.code, 'genesys.not-found')) return gone;
      log.warn({ code: cause.code, facts: cause.facts }, 'what became of cobrowse could not be read');
      return null;
    }
  }

  const readSession = ({ channelId: deploymentId }: CobrowseOffer, sessionId: string) =>
    tried(
      async () => (await getCobrowseSession(call, { deploymentId, sessionId })) ?? 'gone',
      'gone' as const,
    );

  const readConversation = ({ conversationId }: CobrowseOffer) =>
    tried(() => getConversation(call, conversationId), 'gone' as const);

  async function seenOf(offer: CobrowseOffer, sessionId: string): Promise<SeenOfOffer> {
    const conversation = await readConversation(offer);
    const witness =
      conversation === null
        ? null
        : conversation === 'gone'
          ? 'silent'
          : (witnessOf(conversation, sessionId) ?? 'silent');
    // The conversation's word is enough; a call saved.
    if (witness !== null && witness !== 'silent' && offer.state !== 'accepted')
      return { witness, session: null };
    const session = await readSession(offer, sessionId);
    return { witness, session: session === null || session === 'gone' ? session : 'stands' };
  }

  async function read(offer: CobrowseOffer, everyMs: number): Promise<void> {
    const { notBefore } = looks.get(offer.eventId) ?? { notBefore: 0 };
    const ends = offer.offerEndsAt !== null && now() >= offer.offerEndsAt && offer.state === 'offered';
    if (now() < (ends ? Math.min(notBefore, offer.offerEndsAt + 1_000) : notBefore)) return;
    looks.set(offer.eventId, { done: 0, notBefore: now() + (ends ? 1_000 : everyMs) });
    if (offer.sessionId === null) return;
    await settle(offer, nextCobrowse(offer, await seenOf(offer, offer.sessionId), now()));
  }

  /** The session of an offer whose answer was lost: our own id where we chose it, else one that was not there before. */
  async function find(offer: CobrowseOffer): Promise<string | 'not-there' | null> {
    const { sessionId, conversationId, eventId } = offer;
    if (sessionId !== null) {
      const session = await readSession(offer, sessionId);
      return session === null ? null : session === 'gone' ? 'not-there' : sessionId;
    }
    const conversation = await readConversation(offer);
    if (conversation === null) return null;
    if (conversation === 'gone') return 'not-there';
    const before = underWay.get(eventId)?.before;
    const others = new Set((await table.of(conversationId)).map(({ sessionId: known }) => known));
    // After a restart it is not known what was there before: only what still stands can be it.
    const found = sessionsIn(conversation, before === undefined).filter(
      (id) => !others.has(id) && before?.has(id) !== true,
    );
    return found.at(-1) ?? 'not-there';
  }

  async function lookFor(offer: CobrowseOffer): Promise<void> {
    const { done, notBefore } = looks.get(offer.eventId) ?? { done: 0, notBefore: 0 };
    const due = lookAfterMs[done];
    if (due === undefined || now() - offer.attemptedAt < due || now() < notBefore) return;
    const found = await find(offer);
    if (found === null) {
      looks.set(offer.eventId, { done, notBefore: now() + readEveryMs.offered });
      return;
    }
    looks.set(offer.eventId, { done: done + 1, notBefore: 0 });
    const last = done + 1 === lookAfterMs.length;
    if (found === 'not-there') {
      if (last) await settle(offer, { state: 'missing', code: 'cobrowse.not-there', changedAt: now() });
      return;
    }
    const session = await readSession(offer, found);
    const told = session === null || session === 'gone' ? null : session;
    looks.delete(offer.eventId);
    await settle(offer, {
      state: 'offered',
      code: null,
      sessionId: found,
      joinCode: told?.joinCode ?? null,
      offerEndsAt: timeOf(told?.dateOfferEnds) ?? offer.attemptedAt + assumedOfferMs,
      changedAt: now(),
    });
  }

  async function follow(offer: CobrowseOffer): Promise<void> {
    switch (offer.state) {
      case 'asking':
        if (underWay.get(offer.eventId)?.inHand !== true && now() - offer.attemptedAt >= abandonedAfterMs)
          await settle(offer, { state: 'unknown', code: 'cobrowse.unknown', changedAt: now() });
        return;
      case 'unknown':
        return offer.code === 'cobrowse.unknown' ? lookFor(offer) : read(offer, readEveryMs.unknown);
      case 'offered':
      case 'accepted':
        return read(offer, readEveryMs[offer.state]);
      default:
    }
  }

  return {
    async work() {
      const open = await table.open();
      waiting = new Set(open.map(({ conversationId }) => conversationId));
      looks = new Map([...looks].filter(([eventId]) => open.some((offer) => offer.eventId === eventId)));
      for (const offer of open) await follow(offer);
    },
    async hear(conversation) {
      for (const offer of await table.of(conversation.id)) {
        if (offer.sessionId === null) continue;
        const witness = witnessOf(conversation, offer.sessionId);
        if (witness !== null) await settle(offer, nextCobrowse(offer, { witness, session: null }, now()));
      }
    },
    waitsFor: (conversationId) => waiting.has(conversationId),
  };
}
