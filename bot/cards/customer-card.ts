import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { localDateTime } from './local-time.ts';
import { plainText } from './plain-text.ts';

/** A customer who was here, as a card shows them. Times are epoch milliseconds. */
export interface CustomerView {
  readonly conversationId: string;
  readonly customerName: string | null;
  readonly queueName: string | null;
  readonly lastActivityAt: number;
  /** Null while still connected. */
  readonly endedAt: number | null;
}

/**
 * A customer picked from the search, as a message in any chat: no more of them than who and when, because whoever is in that chat
 * reads it. Whoever presses the button is asked for their right then.
 */
export function customerCard(customer: CustomerView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const name = nameOf(customer, words);
  return card(
    locale,
    words('extension.fallback', { customer: name }),
    [cardTitle('customer', words('extension.title'), 'emphasis'), ...whoAndWhen(customer, words)],
    [
      {
        type: 'Action.Execute',
        id: 'open',
        title: words('extension.open'),
        tooltip: words('extension.open-tooltip', { customer: name }),
        verb: 'customer.open',
        data: { conversationId: customer.conversationId },
        fallback: 'drop',
      },
    ],
  );
}

/** Name, queue and when they were last here, without labels: a search answers with 25 of these cards at once. */
export function whoAndWhen(customer: CustomerView, words: Words): CardElement[] {
  const { queueName, endedAt, lastActivityAt } = customer;
  const when = localDateTime(endedAt ?? lastActivityAt);
  const text = words(endedAt === null ? 'extension.session-active' : 'extension.session-left', { when });
  return [
    ...plainText(nameOf(customer, words), { size: 'medium', weight: 'bolder' }),
    ...(queueName === null
      ? []
      : plainText(queueName).map((line) => ({ ...line, spacing: 'none' as const }))),
    { type: 'TextBlock', text, isSubtle: true, wrap: true, spacing: 'none' },
  ];
}

function nameOf({ customerName }: CustomerView, words: Words): string {
  return customerName ?? words('outreach.anonymous');
}
