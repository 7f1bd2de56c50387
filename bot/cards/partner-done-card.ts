import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { plainText } from './plain-text.ts';

export type PartnerDoneView =
  | { readonly kind: 'nothing' }
  /** The press was counted before. */
  | { readonly kind: 'again' }
  | { readonly kind: 'removed'; readonly name: string; readonly underWay: number }
  | {
      readonly kind: 'registered' | 'changed' | 'unchanged';
      readonly id: string;
      readonly name: string;
      readonly contract: 'bridge' | 'field';
      /** Whether it has a channel in Teams. */
      readonly channel: boolean;
      /** Permissions our own OAuth client lacks for it. */
      readonly missing: readonly string[];
    };

/** What came of a press on a card of partners, and what is left to do at the partner. */
export function partnerDoneCard(view: PartnerDoneView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const said =
    view.kind === 'nothing' || view.kind === 'again'
      ? words(`partners.done.${view.kind}`)
      : words(`partners.done.${view.kind}`, { partner: view.name });
  const style = view.kind === 'registered' || view.kind === 'changed' ? 'good' : 'emphasis';
  return card(locale, `${words('partners.title')}. ${said}`, [
    cardTitle(`partner-${view.kind}`, words('partners.title'), style),
    ...plainText(said, { weight: 'bolder' }),
    ...more().flatMap((line) => plainText(line)),
    ...plainText(words('partners.done.see'), { size: 'small', isSubtle: true }),
  ]);

  function more(): string[] {
    if (view.kind === 'nothing' || view.kind === 'again') return [];
    if (view.kind === 'removed') return [words('partners.sure.under-way', { count: view.underWay })];
    const { id, contract, channel, missing } = view;
    return [
      ...(missing.length === 0 ? [] : [words('partners.lacking', { permissions: missing.join(', ') })]),
      ...(contract === 'bridge'
        ? [words('partners.done.webhook', { path: `/hooks/open-messaging/${id}` })]
        : []),
      words('partners.done.keys', { path: '/hand-off/keys' }),
      ...(channel ? [words('partners.done.channel')] : []),
    ];
  }
}
