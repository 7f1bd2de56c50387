import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { plainText } from './plain-text.ts';

/** What is left of a card whose question is asked again on a newer one. */
export function movedCard(customerName: string | null, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const customer = customerName ?? words('outreach.anonymous');
  const title = words('approval.title.moved');
  const next = words('approval.moved-next');
  return card(locale, words('outreach.summary', { title, customer }), [
    cardTitle('moved', title, 'emphasis'),
    ...plainText(customer, { weight: 'bolder' }),
    { type: 'TextBlock', text: next, wrap: true },
  ]);
}
