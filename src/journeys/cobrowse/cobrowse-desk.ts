import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { getConversation } from '../../genesys/endpoints/get-conversation.ts';
import { conversationFrame } from '../../sessions/conversation-frame.ts';
import { customerLeg } from '../../sessions/customer-leg.ts';
import type { CobrowseOffer } from '../../store/shapes/cobrowse-table.ts';
import type { Store } from '../../store/store.ts';
import { createSweep } from '../../sweep.ts';
import type { AgentSignIn } from '../agents/agent-sign-in.ts';
import { connectedLeg } from '../replying/agent-leg.ts';
import { conversationAddress } from '../replying/conversation-address.ts';
import type { CobrowsePlace, Cobrowses } from './cobrowsing.ts';
import { createOfferCobrowse, type OfferParts, type OffersUnderWay } from './offer-cobrowse.ts';
import { createSettleCobrowses } from './settle-cobrowses.ts';

export interface CobrowseDesk {
  readonly cobrowses: Cobrowses;
  /** A notification came. */
  onEvent(topic: string, body: unknown): void;
  /** Offers are followed to their end from now on. */
  start(): void;
  stop(): Promise<void>;
}

/** Alone on a SQLite store nobody else can be offering; on PostgreSQL another instance may be, for as long as a request lasts. */
const abandonedAfterMs = { sqlite: 0, postgres: 30_000 } as const;

const mostPlaces = 5;
/** Of conversations an agent was last seen in, so many are read. */
const mostRead = 8;

/** Cobrowse, joined: offering it, and following each offer to its end. */
export function createCobrowseDesk(
  parts: Omit<OfferParts, 'underWay' | 'changed' | 'now' | 'store' | 'signIns'> & {
    store: Pick<Store, 'engine' | 'cobrowses' | 'outreaches' | 'sessions'>;
    signIns: Pick<AgentSignIn, 'callOf' | 'offered' | 'isSignedIn'>;
    hosts: readonly string[];
    /** Something about this offer changed; its card is behind. Must not throw. */
    changed: (offer: CobrowseOffer) => void;
    clock: Clock;
    /** The platform's clock, epoch milliseconds. */
    platformNow: () => number;
    log: Logger;
  },
): CobrowseDesk {
  const { store, call, signIns, hosts, changed, clock, platformNow, log } = parts;
  const table = store.cobrowses;
  const underWay: OffersUnderWay = new Map();
  const settle = createSettleCobrowses({
    table,
    call,
    underWay,
    abandonedAfterMs: abandonedAfterMs[store.engine],
    changed,
    now: platformNow,
    log,
  });
  const sweep = createSweep({ name: 'cobrowse', everyMs: 1_000, work: settle.work, clock, log });
  const hearing = new Set<Promise<void>>();
  const offer = createOfferCobrowse({ ...parts, underWay, now: platformNow });

  async function placeOf(conversationId: string, agentId: string): Promise<CobrowsePlace | null> {
    try {
      const conversation = await getConversation(call, conversationId);
      const customer = customerLeg(conversation);
      if (customer?.connected !== true || connectedLeg(conversation, agentId) === null) return null;
      const offers = (await table.of(conversationId)).length;
      return { conversationId, customerName: customer.customerName, offers };
    } catch (cause) {
      if (cause instanceof ReachbackError && cause.retry === 'never') return null;
      throw cause;
    }
  }

  return {
    cobrowses: {
      isThere: (person) => parts.sessionsOffered() || signIns.isSignedIn(person),
      controlAllowed: parts.policyControl,
      async offer(request) {
        const became = await offer(request);
        // Until the next round nobody would listen for the answer.
        sweep.now();
        return became;
      },
      ofEvent: (eventId) => table.ofEvent(eventId),
      offersIn: async (conversationId) => (await table.of(conversationId)).length,
      async places(agentId) {
        const written = await store.outreaches.latest({ agentId, named: null, limit: mostRead });
        const replied = written.flatMap(({ state, answer, conversationId }) =>
          state === 'replied' ? [answer?.conversationId ?? conversationId] : [],
        );
        const seen = await table.conversationsWith(agentId, mostRead);
        const ids = [...new Set([...seen, ...replied])].slice(0, mostRead);
        const places = await Promise.all(ids.map((id) => placeOf(id, agentId)));
        return places.filter((place) => place !== null).slice(0, mostPlaces);
      },
      address: (conversationId) => conversationAddress(hosts, conversationId),
    },
    onEvent(topic, body) {
      const conversation = conversationFrame(topic, body);
      if (conversation === 'other' || conversation === 'malformed') return;
      if (!settle.waitsFor(conversation.id)) return;
      const heard = settle
        .hear(conversation)
        .catch((cause: unknown) => log.warn({ err: cause }, 'news of cobrowse could not be written'))
        .finally(() => hearing.delete(heard));
      hearing.add(heard);
    },
    start: sweep.start,
    async stop() {
      await sweep.stop();
      await Promise.all(hearing);
    },
  };
}
