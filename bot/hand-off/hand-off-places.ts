import type { HandOff } from '../../src/store/shapes/hand-off-table.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { HandOffView } from '../cards/hand-off-view.ts';

/** Where a card of a hand-off belongs, and whose people look at it there. */
export interface HandOffPlace {
  readonly reference: ConversationReference;
  readonly side: HandOffView['side'];
}

/**
 * The agent’s own chat, the own channels, and the partner’s channel. The app need not have been met in the partner’s channel: where it is in a
 * team of this tenant it may write to each of the team’s channels. Pure.
 */
export function handOffPlaces(
  { agentId }: Pick<HandOff, 'agentId'>,
  installed: readonly { readonly reference: ConversationReference; readonly agentId: string | null }[],
  channels: { readonly ofPartner: string | null; readonly ofAnyPartner: ReadonlySet<string> },
): HandOffPlace[] {
  const own = installed.filter(
    (place) =>
      !channels.ofAnyPartner.has(place.reference.conversationId) &&
      (place.reference.kind === 'channel' || place.agentId === agentId),
  );
  const places = own.map(({ reference }) => ({ reference, side: 'ours' as const }));
  const { ofPartner } = channels;
  if (ofPartner === null) return places;
  const met = installed.find(({ reference }) => reference.conversationId === ofPartner);
  const sibling = installed.find(({ reference }) => reference.kind === 'channel');
  const base = met?.reference ?? sibling?.reference;
  if (base === undefined) return places;
  return [...places, { reference: { ...base, conversationId: ofPartner }, side: 'partner' }];
}
