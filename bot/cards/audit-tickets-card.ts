import { catalogue } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { andMore } from './and-more.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { fittingCard } from './fitting-card.ts';
import { localDateTime } from './local-time.ts';
import { plainText } from './plain-text.ts';
import { stepRows } from './step-rows.ts';

/** A verdict on a hand-off ticket. */
export interface TicketVerdictView {
  readonly at: number;
  readonly ticketId: string | null;
  readonly conversationId: string | null;
  /** Why it was refused; null: it was accepted. */
  readonly code: string | null;
  /** Null: it does not say. */
  readonly from: {
    readonly organisationId: string;
    readonly name: string | null;
    readonly ours: boolean;
  } | null;
}

/** The last verdicts on hand-off tickets, newest first. Times by the reader's own clock. */
export function auditTicketsCard(verdicts: readonly TicketVerdictView[], locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const title = words('audit.tickets-title');
  const [newest] = verdicts;
  const spoken = newest === undefined ? words('audit.tickets-none') : verdictWords(newest, words);
  return fittingCard(verdicts.length, (shown) =>
    card(locale, `${title}. ${spoken}`, [
      cardTitle('audit-tickets', title, 'emphasis'),
      ...(verdicts.length === 0 ? plainText(words('audit.tickets-none')) : []),
      ...verdicts.slice(0, shown).flatMap((verdict) => rowsOf(verdict, words)),
      ...andMore(verdicts.length - shown, words),
    ]),
  );
}

function rowsOf(verdict: TicketVerdictView, words: Words): CardElement[] {
  const { at, ticketId, conversationId, code, from } = verdict;
  const kind = from === null ? 'none' : from.ours ? 'ours' : 'other';
  return [
    ...stepRows([
      {
        mark: code === null ? 'done' : 'problem',
        label: verdictWords(verdict, words),
        more: [
          words('audit.tickets-from', { kind, name: from?.name ?? from?.organisationId ?? '' }),
          ...(ticketId === null ? [] : [words('audit.tickets-ticket', { id: ticketId })]),
          ...(conversationId === null ? [] : [words('audit.tickets-conversation', { id: conversationId })]),
          ...(code === null ? [] : [words('step.code', { code })]),
        ],
      },
    ]),
    {
      type: 'TextBlock',
      text: localDateTime(at),
      size: 'small',
      isSubtle: true,
      wrap: true,
      spacing: 'none',
    },
  ];
}

function verdictWords({ code }: TicketVerdictView, words: Words): string {
  if (code === null) return words('audit.tickets-accepted');
  const meaning = isErrorCode(code) ? catalogue[code].meaning : code;
  return words('audit.tickets-refused', { meaning });
}
