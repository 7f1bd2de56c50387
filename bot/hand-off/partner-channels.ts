import type { Partner } from '../../src/journeys/hand-off/partner.ts';
import type { ReferenceTable } from '../../src/store/shapes/reference-table.ts';

/** Channels of our tenant where a partner’s people see what is handed to them, and nothing else. */
export interface PartnerChannels {
  readonly all: ReadonlySet<string>;
  /** Null: that partner has none. */
  of(partnerId: string): string | null;
}

export function partnerChannels(
  partners: readonly Pick<Partner, 'id' | 'teamsConversation'>[],
): PartnerChannels {
  const byId = new Map(partners.map(({ id, teamsConversation }) => [id, teamsConversation]));
  return {
    all: new Set(partners.flatMap(({ teamsConversation }) => teamsConversation ?? [])),
    of: (partnerId) => byId.get(partnerId) ?? null,
  };
}

/** The places for our own people’s cards: a partner’s channel gets no outreach and no question, though the app is there. */
export function withoutPartnerChannels<Table extends Pick<ReferenceTable, 'installed'>>(
  references: Table,
  { all }: Pick<PartnerChannels, 'all'>,
): Table {
  if (all.size === 0) return references;
  return {
    ...references,
    installed: async () =>
      (await references.installed()).filter(({ conversationId }) => !all.has(conversationId)),
  };
}
