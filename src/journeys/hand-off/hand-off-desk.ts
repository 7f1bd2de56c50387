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
import { createPartnerCheck } from './registering/partner-check.ts';
import { createPartnerRegistrations } from './registering/partner-registrations.ts';
import { createPartnerRegistry, type PartnerRegistry } from './registering/partner-registry.ts';
import type { RegisteringGround } from './registering/registered-partner.ts';
import type { PartnerRegistrations } from './registering/registering.ts';
import type { Ticket } from './ticket.ts';
import { createTicketDesk } from './ticket-desk.ts';
import type { TicketKey } from './ticket-key.ts';

export interface HandOffDesk {
  readonly handOffs: HandOffs;
  readonly registrations: PartnerRegistrations;
  readonly registry: Pick<PartnerRegistry, 'all' | 'registrations' | 'refresh'>;
  /** A partner brings a ticket for us. Null: nobody is registered whose tickets are taken. Throws `handoff.ticket.*`, and what the platform or the store throws. */
  takeTicket(text: string): Promise<Ticket | null>;
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
  store: Pick<Store, 'engine' | 'handOffs' | 'partners' | 'sessions'>;
  call: PlatformCall;
  /** Our own id with the platform. */
  clientId: string;
  /** Of the file; others come from Teams. */
  partners: readonly Partner[];
  ground: RegisteringGround;
  /** Partners came, changed or went in Teams. Must not throw. */
  partnersChanged: () => void;
  /** Permissions our own OAuth client lacks for hand-offs by a contract. */
  missing: (contract: Partner['contract']) => readonly string[];
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
  const { store, call, clientId, client, key, queueName, changed, clock, platformNow, newId, log } = parts;
  const { ground, missing } = parts;
  const table = store.handOffs;
  let ownId: string | null = null;
  let state: 'idle' | 'waiting' | 'working' | 'stopped' = 'idle';
  const registry = createPartnerRegistry({
    ofFile: parts.partners,
    table: store.partners,
    ground,
    changed() {
      workIfUsed();
      parts.partnersChanged();
    },
    clock,
    log,
  });
  const book = createPartnerBook({
    registry,
    client,
    key,
    ownOrganisationId: () => ownId,
    table,
    missing,
  });

  async function ownOrganisationId(): Promise<string> {
    ownId ??= (await ownOrganisation(call)).id;
    return ownId;
  }

  const desk = createTicketDesk({ table, issuer: book.issuer, now: clock.now, log });
  const bridge = parts.bridge({
    source: call,
    sourceClientId: clientId,
    partner(partnerId) {
      const partner = book.known(partnerId);
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
      refreshPartners: registry.refresh,
      knownCustomer: (conversationId) => store.sessions.get(conversationId),
      queueName,
      now: clock.now,
      newId,
    }),
    bridge,
    tell: changed,
    partner: book.known,
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

  const check = createPartnerCheck({ client, ownOrganisationId, clock });

  /** Where there never was a partner there is nothing to look for every second. */
  function workIfUsed(): void {
    if (state !== 'waiting' || !registry.isUsed()) return;
    state = 'working';
    bridge.start();
    work.start();
    // Whatever is shown of tickets tells our own from others’; where it is not known yet the next ticket asks again.
    ownOrganisationId().catch(() => {});
  }

  return {
    registry,
    registrations: createPartnerRegistrations({
      registry,
      table: store.partners,
      handOffs: table,
      check,
      ground,
      missing,
      now: clock.now,
      log,
    }),
    handOffs: {
      offered: book.offered,
      openOn: work.openOn,
      get: work.get,
      async begin(request) {
        if (registry.all().length === 0) throw new ReachbackError('handoff.not-set-up');
        return work.begin(request);
      },
      end: work.end,
      partners: book.seen,
      tickets: book.tickets,
    },
    // Unasked for, it costs neither a request nor a row.
    takeTicket: async (text) =>
      registry.all().length === 0 ? null : desk.assertTicket(text, await ownOrganisationId()),
    publicKeys: { keys: [key.publicJwk] },
    takeWebhook: bridge.takeWebhook,
    poke: bridge.poke,
    start() {
      registry.start();
      state = 'waiting';
      workIfUsed();
    },
    async stop() {
      state = 'stopped';
      const stopped = Promise.all([work.stop(), bridge.stop(), registry.stop(), check.stop()]);
      // What is in hand gets time to be answered, then the partners’ clients close under it.
      await Promise.race([stopped, wait(clock, stopPatienceMs)]);
      await book.stop();
      await stopped;
    },
  };
}
