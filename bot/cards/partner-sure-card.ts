import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { plainText } from './plain-text.ts';

export interface PartnerSureView {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  /** Hand-offs that are not over. */
  readonly underWay: number;
}

/** The question before a partner is taken out: only the second yes does it. */
export function partnerSureCard(view: PartnerSureView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const { id, name: partner, revision, underWay: count } = view;
  const asked = words('partners.sure.ask', { partner });
  return card(
    locale,
    `${words('partners.sure.title')} ${asked}`,
    [
      cardTitle('partner-sure', words('partners.sure.title'), 'warning'),
      ...plainText(asked, { weight: 'bolder' }),
      ...plainText(words('partners.sure.under-way', { count })),
    ],
    [
      {
        ...button,
        id: 'partner-sure-yes',
        title: words('partners.sure.yes'),
        tooltip: words('partners.sure.yes-tooltip'),
        verb: 'partners.out',
        data: { partnerChosen: id, partnerRevision: revision, partnerSure: 'yes' },
        style: 'destructive',
      },
      {
        ...button,
        id: 'partner-sure-no',
        title: words('partners.sure.no'),
        tooltip: words('partners.leave-tooltip'),
        verb: 'partners.leave',
        data: {},
      },
    ],
  );
}

const button = { type: 'Action.Execute', fallback: 'drop' } as const;
