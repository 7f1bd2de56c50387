import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { cobrowseCard } from '../../../../bot/cards/cobrowse-card.ts';
import { cobrowsePlacesCard } from '../../../../bot/cards/cobrowse-places-card.ts';
import type { CobrowseView } from '../../../../bot/cards/cobrowse-view.ts';
import type { Locale } from '../../../../bot/locales/locale.ts';

const at = Date.UTC(2026, 10, 21, 14, 0, 0);
const hostile = '**Bold** [link](https://evil.example) {{DATE(2026-11-21T00:00:00Z,SHORT)}}';
const conversationId = '0f8c1a52-7b1e-4f0e-9a3e-0c2b7b1d5e01';

/** An offer that stands. */
function cobrowseSample(part: Partial<CobrowseView> = {}): CobrowseView {
  return {
    eventId: `cobrowse ${conversationId} 0 view`,
    conversationId,
    customerName: 'Noor Haddad',
    mode: 'view',
    state: 'offered',
    code: null,
    joinCode: '483920175',
    offerEndsAt: at + 60_000,
    acceptedAt: null,
    attemptedAt: at,
    changedAt: at + 12_000,
    openAt:
      'https://apps.mypurecloud.de/directory/#/analytics/interactions/0f8c1a52-7b1e-4f0e-9a3e-0c2b7b1d5e01/admin/details',
    offeredAgain: false,
    ...part,
  };
}

const over = { joinCode: null } as const;
const samples: Readonly<Record<string, Partial<CobrowseView>>> = {
  asking: { state: 'asking', joinCode: null, offerEndsAt: null },
  offered: {},
  'offered-control': { mode: 'control' },
  accepted: { state: 'accepted', acceptedAt: at + 12_000 },
  rejected: { ...over, state: 'rejected' },
  expired: { ...over, state: 'expired' },
  'expired-again': { ...over, state: 'expired', offeredAgain: true },
  ended: { ...over, state: 'ended', acceptedAt: at + 12_000, changedAt: at + 300_000 },
  over: { ...over, state: 'ended', code: 'cobrowse.outcome-unknown' },
  unknown: { ...over, state: 'unknown', code: 'cobrowse.unknown', offerEndsAt: null },
  'outcome-unknown': { state: 'unknown', code: 'cobrowse.outcome-unknown' },
  missing: { ...over, state: 'missing', code: 'cobrowse.not-there', offerEndsAt: null },
  refused: { ...over, state: 'refused', code: 'genesys.cobrowse.target', offerEndsAt: null },
  hostile: { customerName: hostile, openAt: null },
};

/** Every state of an offer, and the conversations to choose from. */
export function* cobrowseSamples(locale: Locale): Generator<[string, AdaptiveCard]> {
  for (const [name, part] of Object.entries(samples))
    yield [`cobrowse-${name}.${locale}`, cobrowseCard(cobrowseSample(part), locale)];
  const places = [
    { conversationId, customerName: 'Noor Haddad', offers: 1 },
    { conversationId: '0f8c1a52-7b1e-4f0e-9a3e-0c2b7b1d5e02', customerName: null, offers: 0 },
  ];
  yield [`cobrowse-places.${locale}`, cobrowsePlacesCard({ places, control: false }, locale)];
  yield [`cobrowse-places-control.${locale}`, cobrowsePlacesCard({ places, control: true }, locale)];
  yield [`cobrowse-places-none.${locale}`, cobrowsePlacesCard({ places: [], control: false }, locale)];
}
