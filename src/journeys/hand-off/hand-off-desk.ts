import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { ownOrganisation } from '../../genesys/endpoints/own-organisation.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { HandOff } from '../../store/shapes/hand-off-table.ts';
import type { Store } from '../../store/store.ts';
import { wait } from '../../wait.ts';
import { createBeginHandOff } from './begin-hand-off.ts';
import type { Bridge, BridgeGround } from './bridge-port.ts';
import { createHandOffWork } from './hand-offs.ts';
import type { HandOffs } from './handing-off.ts';
import type { Partner } from './partner.ts';
import { createPartnerBook, type PartnerClient } from './partner-book.ts';
import { postTicket } from './post-ticket.ts';
import type { Ticket } from './ticket.ts';
import { createTicketDesk } from './ticket-desk.ts';
import type { TicketKey } from './ticket-key.ts';

export interface HandOffDesk {
  readonly handOffs: HandOffs;
  /** A partner brings a ticket for us. Throws `handoff.ticket.*`, and what the platform or the store throws. */
  takeTicket(text: string): Promise<Ticket>;
  /** What partners put into their trust keys. */
  readonly publicKeys: { readonly keys: readonly TicketKey['publicJwk'][] };
  /** An outbound message or receipt of the partner’s Open Messaging integration. */
  readonly takeWebhook: Bridge['takeWebhook'];
  /** Something happened in this conversation of ours. */
  readonly poke: Bridge['poke'];
  start(): void;
  stop(): Promise<void>;
}

const stopPatienceMs = 3_000;

/** Alone on a SQLite store nobody else can be moving it; on PostgreSQL another instance may be, for as long as a request lasts. */
const abandonedAfterMs = { sqlite: 0, postgres: 30_000 } as const;

/** Hand-offs to partner organisations, joined: tickets, the two contracts, and the word of the receiving side. */
export function createHandOffDesk(parts: {
  store: Pick<Store, 'engine' | 'handOffs' | 'sessions'>;
  call: PlatformCall;
  /** Our own id with the platform. */
  clientId: string;
  partners: readonly Partner[];
  client: (partner: Partner) => PartnerClient;
  key: TicketKey;
  queueName: (queueId: string) => string | null;
  changed: (handOff: HandOff) => void;
  bridge: (ground: BridgeGround) => Bridge;
  clock: Clock;
  /** The platform’s clock, epoch milliseconds. */
  platformNow: () => number;
  newId: () => string;
  log: Logger;
}): HandOffDesk {
  const { store, call, clientId, partners, client, key, queueName, changed, clock, platformNow, newId, log } =
    parts;
  const table = store.handOffs;
  let ownId: string | null = null;
  const book = createPartnerBook({ partners, client, key, ownOrganisationId: () => ownId, table });

  async function ownOrganisationId(): Promise<string> {
    ownId ??= (await ownOrganisation(call)).id;
    return ownId;
  }

  const desk = createTicketDesk({ table, issuer: book.issuer, now: clock.now, log });
  const bridge = parts.bridge({
    source: call,
    sourceClientId: clientId,
    partner(partnerId) {
      const partner = book.get(partnerId);
      if (partner === null || partner.integration === null) return null;
      const { id: integrationId, webhookToken } = partner.integration;
      return { call: book.callOf(partner), integrationId, webhookToken: webhookToken.reveal() };
    },
    ended: (handOffId, how) => work.ended(handOffId, how),
    changed: (handOffId) => work.changed(handOffId),
    clock,
    platformNow,
    newId,
    log,
  });
  const work = createHandOffWork({
    table,
    propose: createBeginHandOff({
      table,
      call,
      partner: book.get,
      knownCustomer: (conversationId) => store.sessions.get(conversationId),
      queueName,
      now: clock.now,
      newId,
    }),
    bridge,
    tell: changed,
    partner: book.get,
    async askReceiver({ ticketUrl, organisationId }, ticket) {
      if (ticketUrl === null) await desk.assertTicket(ticket, organisationId);
      else await postTicket(ticketUrl, ticket);
    },
    call,
    key,
    ownOrganisation: ownOrganisationId,
    abandonedAfterMs: abandonedAfterMs[store.engine],
    now: clock.now,
    newId,
    clock,
    log,
  });

  return {
    handOffs: {
      offered: book.offered,
      openOn: work.openOn,
      get: work.get,
      async begin(request) {
        if (partners.length === 0) throw new ReachbackError('handoff.not-set-up');
        return work.begin(request);
      },
      end: work.end,
      partners: book.seen,
    },
    takeTicket: async (text) => desk.assertTicket(text, await ownOrganisationId()),
    publicKeys: { keys: [key.publicJwk] },
    takeWebhook: bridge.takeWebhook,
    poke: bridge.poke,
    start() {
      bridge.start();
      work.start();
    },
    async stop() {
      const stopped = Promise.all([work.stop(), bridge.stop()]);
      // What is in hand gets time to be answered, then the partners’ clients close under it.
      await Promise.race([stopped, wait(clock, stopPatienceMs)]);
      await book.stop();
      await stopped;
    },
  };
}
