import { ReachbackError } from '../../errors/reachback-error.ts';
import { ownOrganisation } from '../../genesys/endpoints/own-organisation.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { HandOffTable, TicketAudit } from '../../store/shapes/hand-off-table.ts';
import type { OfferedPartner, PartnerState, PartnersSeen, TicketVerdictTold } from './handing-off.ts';
import { refusedToStrangers, type TicketIssuer } from './judge-ticket.ts';
import type { Partner } from './partner.ts';
import { isSameClient } from './registering/is-same-client.ts';
import type { PartnerRegistry } from './registering/partner-registry.ts';
import type { TicketKey } from './ticket-key.ts';

/** A client of a partner’s organisation. */
export interface PartnerClient {
  readonly call: PlatformCall;
  stop(): Promise<void>;
}

/** The registered partners, with a client of each one’s organisation. */
export interface PartnerBook {
  /** To begin something with. */
  get(id: string): Partner | null;
  /** To go on with: one taken out since, too. */
  known(id: string): Partner | null;
  offered(): readonly OfferedPartner[];
  callOf(partner: Partner): PlatformCall;
  /** Whose tickets are taken: each partner’s, and our own where a partner has no Reachback to judge them. */
  issuer(organisationId: string, audience: string): TicketIssuer | null;
  seen(): Promise<PartnersSeen>;
  tickets(): Promise<readonly TicketVerdictTold[]>;
  stop(): Promise<void>;
}

const mostLatest = 3;
const mostTurnedAway = 5;
/** As many of them as anybody can cause: they are shown, and crowd out nothing of a partner. */
const mostOfStrangers = 2;
const mostVerdicts = 20;

export function createPartnerBook(parts: {
  registry: Pick<PartnerRegistry, 'all' | 'known' | 'registrations'>;
  client: (partner: Partner) => PartnerClient;
  key: TicketKey;
  /** Null while it is not known. */
  ownOrganisationId: () => string | null;
  table: Pick<HandOffTable, 'latest' | 'audits'>;
  /** Permissions our own OAuth client lacks for hand-offs by a contract. */
  missing: (contract: Partner['contract']) => readonly string[];
}): PartnerBook {
  const { registry, client, key, ownOrganisationId, table, missing } = parts;
  const clients = new Map<string, { readonly of: Partner; readonly client: PartnerClient }>();
  const partnerOf = (organisationId: string | null): Partner | null =>
    registry.all().find((each) => each.organisationId === organisationId) ?? null;

  function callOf(partner: Partner): PlatformCall {
    const known = clients.get(partner.id);
    if (known !== undefined && isSameClient(known.of, partner)) return known.client.call;
    const made = client(partner);
    clients.set(partner.id, { of: partner, client: made });
    // It was registered otherwise: what the old client has in hand is tried again by the new one.
    void known?.client.stop();
    return made.call;
  }

  async function problemOf(partner: Partner): Promise<string | null> {
    try {
      const { id } = await ownOrganisation(callOf(partner));
      return id === partner.organisationId ? null : 'handoff.organisation-mismatch';
    } catch (cause) {
      if (cause instanceof ReachbackError) return cause.code;
      throw cause;
    }
  }

  async function stateOf(partner: Partner): Promise<PartnerState> {
    const { id, name, queues, contract, channelTypes, trustKeys, ticketUrl } = partner;
    const by = registry.registrations().find((each) => each.partner === partner);
    const [problem, latest] = await Promise.all([problemOf(partner), table.latest(id, mostLatest)]);
    return {
      id,
      name,
      queues,
      contract,
      channelTypes,
      trustKeys: trustKeys.length,
      ticketsJudged: ticketUrl === null ? 'here' : 'there',
      problem,
      latest,
      missing: missing(contract),
      registered: by === undefined ? null : { by: by.by, at: by.at },
    };
  }

  async function newest(most: number, accepted: boolean): Promise<readonly TicketAudit[]> {
    const strangers = refusedToStrangers;
    const [partnersOwn, strangersOwn] = await Promise.all([
      table.audits(most, { strangers, theirs: false, accepted }),
      table.audits(most, { strangers, theirs: true }),
    ]);
    const room = Math.max(mostOfStrangers, most - partnersOwn.length);
    const shown = strangersOwn.slice(0, room);
    return [...shown, ...partnersOwn.slice(0, most - shown.length)].sort((one, other) => other.at - one.at);
  }

  return {
    get: (id) => registry.all().find((partner) => partner.id === id) ?? null,
    known: (id) => registry.known().find((partner) => partner.id === id) ?? null,
    offered: () => registry.all().map(({ id, name, queues }) => ({ id, name, queues })),
    callOf,
    issuer(organisationId, audience) {
      const partner = partnerOf(organisationId);
      if (partner !== null)
        return { keys: partner.trustKeys, channelTypes: Object.keys(partner.channelTypes) };
      const judgedHere = registry
        .known()
        .find((each) => each.organisationId === audience && each.ticketUrl === null);
      if (organisationId !== ownOrganisationId() || judgedHere === undefined) return null;
      return { keys: [key.publicJwk], channelTypes: Object.keys(judgedHere.channelTypes) };
    },
    async seen() {
      const [states, audits] = await Promise.all([
        Promise.all(registry.all().map(stateOf)),
        newest(mostTurnedAway, false),
      ]);
      const turnedAway = audits.flatMap(({ at, code, sourceOrgId }) =>
        code === null ? [] : [{ at, code, partner: partnerOf(sourceOrgId)?.name ?? null }],
      );
      const setAside = registry
        .registrations()
        .flatMap(({ id, written, code, by, at }) =>
          code === null ? [] : [{ id, name: written?.name ?? null, code, by, at }],
        );
      return { partners: states, setAside, turnedAway };
    },
    async tickets() {
      return (await newest(mostVerdicts, true)).map(({ sourceOrgId, destinationOrgId: _, ...verdict }) => ({
        ...verdict,
        from:
          sourceOrgId === null
            ? null
            : {
                organisationId: sourceOrgId,
                name: partnerOf(sourceOrgId)?.name ?? null,
                ours: sourceOrgId === ownOrganisationId(),
              },
      }));
    },
    async stop() {
      await Promise.all([...clients.values()].map((each) => each.client.stop()));
    },
  };
}
