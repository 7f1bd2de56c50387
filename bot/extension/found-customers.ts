import type { CustomerFound } from '../../src/journeys/on-request/writing-by-hand.ts';
import { agoWords } from '../cards/ago-words.ts';
import { customerCard } from '../cards/customer-card.ts';
import { heldReasonWords } from '../cards/held-reason-words.ts';
import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { ExtensionAnswer } from './extension-answer.ts';
import { withoutMarkup } from './without-markup.ts';

/**
 * What is found as the compose box lists it: whom one may write to before whom one may not, each part latest first as it came.
 * `skip` and `count`: the page asked for. `now` is epoch milliseconds. Pure.
 */
export function foundCustomers(
  found: readonly CustomerFound[],
  asked: { readonly text: string; readonly skip: number; readonly count: number; readonly now: number },
  locale: Locale,
): ExtensionAnswer {
  const words = wordsOf(locale);
  if (found.length === 0) {
    const name = withoutMarkup(asked.text);
    const text = name === '' ? words('extension.nobody') : words('extension.nobody-named', { name });
    return { kind: 'message', text };
  }
  const ordered = [
    ...found.filter(({ leftAlone }) => leftAlone === null),
    ...found.filter(({ leftAlone }) => leftAlone !== null),
  ];
  return {
    kind: 'results',
    results: ordered.slice(asked.skip, asked.skip + asked.count).map((customer) => ({
      title: withoutMarkup(customer.customerName ?? words('outreach.anonymous')),
      text: withoutMarkup(lineOf(customer, words, asked.now)),
      card: customerCard(customer, locale),
    })),
  };
}

/** The queue, when they left, and why not if so. */
function lineOf(customer: CustomerFound, words: Words, now: number): string {
  const { queueName, endedAt, lastActivityAt, leftAlone } = customer;
  const ago = agoWords(words, now - (endedAt ?? lastActivityAt));
  return [
    ...(queueName === null ? [] : [queueName]),
    words(endedAt === null ? 'extension.active' : 'extension.left', { ago }),
    ...(leftAlone === null
      ? []
      : [words('extension.left-alone', { reason: heldReasonWords(words, leftAlone) })]),
  ].join(' · ');
}
