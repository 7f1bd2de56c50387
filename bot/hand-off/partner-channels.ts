import type { PartnerRegistry } from '../../src/journeys/hand-off/registering/partner-registry.ts';
import type { ReferenceTable } from '../../src/store/shapes/reference-table.ts';

/** Channels of our tenant where a partner’s people see what is handed to them, and nothing else. */
export interface PartnerChannels {
  all(): ReadonlySet<string>;
  /** Null: that partner has none. */
  of(partnerId: string): string | null;
}

/** No partner, no channel. */
export const noPartnerChannels: PartnerChannels = { all: () => new Set(), of: () => null };

/**
 * As the partners stand this moment. The channel of one that was taken out or cannot be used stays its own: its people are still in there,
 * and our customers’ words are not for them.
 */
export function partnerChannels(registry: Pick<PartnerRegistry, 'all' | 'registrations'>): PartnerChannels {
  function channels(): Map<string, string> {
    const ofTeams = registry
      .registrations()
      .flatMap(({ id, written }): [string, string][] =>
        written?.teamsConversation === undefined ? [] : [[id, written.teamsConversation]],
      );
    const inForce = registry
      .all()
      .flatMap(({ id, teamsConversation }): [string, string][] =>
        teamsConversation === null ? [] : [[id, teamsConversation]],
      );
    return new Map([...ofTeams, ...inForce]);
  }
  return {
    all: () => new Set(channels().values()),
    of: (partnerId) => channels().get(partnerId) ?? null,
  };
}

/** The places for our own people’s cards: a partner’s channel gets no outreach and no question, though the app is there. */
export function withoutPartnerChannels<Table extends Pick<ReferenceTable, 'installed'>>(
  references: Table,
  channels: Pick<PartnerChannels, 'all'>,
): Table {
  return {
    ...references,
    async installed() {
      const theirs = channels.all();
      const places = await references.installed();
      return theirs.size === 0 ? places : places.filter(({ conversationId }) => !theirs.has(conversationId));
    },
  };
}
