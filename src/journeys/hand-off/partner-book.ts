import { ReachbackError } from '../../errors/reachback-error.ts';
import { ownOrganisation } from '../../genesys/endpoints/own-organisation.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { HandOffTable, TicketAudit } from '../../store/shapes/hand-off-table.ts';
import type { OfferedPartner, PartnerState, PartnersSeen } from './handing-off.ts';
import { refusedToStrangers, type TicketIssuer } from './judge-ticket.ts';
import type { Partner } from './partner.ts';
import type { TicketKey } from './ticket-key.ts';

/** A client of a partner’s organisation. */
export interface PartnerClient {
  readonly call: PlatformCall;
  stop(): Promise<void>;
}

/** The registered partners, with a client of each one’s organisation. */
export interface PartnerBook {
  get(id: string): Partner | null;
  offered(): readonly OfferedPartner[];
  callOf(partner: Partner): PlatformCall;
  /** Whose tickets are taken: each partner’s, and our own where a partner has no Reachback to judge them. */
  issuer(organisationId: string, audience: string): TicketIssuer | null;
  seen(): Promise<PartnersSeen>;
  stop(): Promise<void>;
}

const mostLatest = 3;
const mostTurnedAway = 5;
/** As many of them as anybody can cause: they are shown, and crowd out nothing of a partner. */
const mostOfStrangers = 2;

export function createPartnerBook(parts: {
  partners: readonly Partner[];
  client: (partner: Partner) => PartnerClient;
  key: TicketKey;
  /** Null while it is not known. */
  ownOrganisationId: () => string | null;
  table: Pick<HandOffTable, 'latest' | 'audits'>;
}): PartnerBook {
  const { partners, client, key, ownOrganisationId, table } = parts;
  const clients = new Map<string, PartnerClient>();

  function callOf(partner: Partner): PlatformCall {
    const known = clients.get(partner.id) ?? client(partner);
    clients.set(partner.id, known);
    return known.call;
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
    };
  }

  async function newestRefused(): Promise<readonly TicketAudit[]> {
    const strangers = refusedToStrangers;
    const [partnersOwn, strangersOwn] = await Promise.all([
      table.audits(mostTurnedAway, { strangers, theirs: false }),
      table.audits(mostTurnedAway, { strangers, theirs: true }),
    ]);
    const room = Math.max(mostOfStrangers, mostTurnedAway - partnersOwn.length);
    const shown = strangersOwn.slice(0, room);
    return [...shown, ...partnersOwn.slice(0, mostTurnedAway - shown.length)].sort(
      (one, other) => other.at - one.at,
    );
  }

  return {
    get: (id) => partners.find((partner) => partner.id === id) ?? null,
    offered: () => partners.map(({ id, name, queues }) => ({ id, name, queues })),
    callOf,
    issuer(organisationId, audience) {
      const partner = partners.find((each) => each.organisationId === organisationId);
      if (partner !== undefined)
        return { keys: partner.trustKeys, channelTypes: Object.keys(partner.channelTypes) };
      const judgedHere = partners.find((each) => each.organisationId === audience && each.ticketUrl === null);
      if (organisationId !== ownOrganisationId() || judgedHere === undefined) return null;
      return { keys: [key.publicJwk], channelTypes: Object.keys(judgedHere.channelTypes) };
    },
    async seen() {
      const [states, audits] = await Promise.all([Promise.all(partners.map(stateOf)), newestRefused()]);
      const turnedAway = audits.flatMap(({ at, code, sourceOrgId }) =>
        code === null
          ? []
          : [
              {
                at,
                code,
                partner: partners.find(({ organisationId }) => organisationId === sourceOrgId)?.name ?? null,
              },
            ],
      );
      return { partners: states, turnedAway };
    },
    async stop() {
      await Promise.all([...clients.values()].map((each) => each.stop()));
    },
  };
}
