import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement, TextBlock } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { fittingCard } from './fitting-card.ts';
import { heldReasonWords } from './held-reason-words.ts';
import type { HistoryRow } from './history-row.ts';
import { labelOf } from './labelled.ts';
import { localDateTime } from './local-time.ts';
import { plainText } from './plain-text.ts';

export interface HistoryView {
  /** Of everybody; false: of the asking agent alone. */
  readonly ofAll: boolean;
  /** The customer's name asked for. */
  readonly name: string | null;
  /** Newest first. */
  readonly rows: readonly HistoryRow[];
  /** There are older ones. */
  readonly older: boolean;
}

/** What became of the latest messages, in honest words. */
export function historyCard(view: HistoryView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  return fittingCard(view.rows.length, (shown) =>
    build(
      { ...view, rows: view.rows.slice(0, shown), older: view.older || shown < view.rows.length },
      locale,
      words,
    ),
  );
}

function build(view: HistoryView, locale: Locale, words: Words): AdaptiveCard {
  const { ofAll, name, rows, older } = view;
  const title = words(ofAll ? 'history.title.all' : 'history.title.you');
  const none = name === null ? words('history.none') : words('history.none-named', { name });
  return card(locale, rows.length === 0 ? `${title}. ${none}` : title, [
    cardTitle('history', title, 'emphasis'),
    ...(name === null || rows.length === 0 ? [] : plainText(words('history.named', { name }))),
    ...(rows.length === 0 ? plainText(none) : rows.map((row) => rowOf(row, ofAll, words))),
    ...(older ? [labelOf(words('history.older'))] : []),
    ...(!older && name === null && rows.length > 0 ? [labelOf(words('history.hint'))] : []),
  ]);
}

function rowOf(row: HistoryRow, ofAll: boolean, words: Words): CardElement {
  const { at, customerName, agentName } = row;
  const small = { size: 'small', isSubtle: true } as const;
  return {
    type: 'ColumnSet',
    spacing: 'medium',
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [
          ...plainText(customerName ?? words('outreach.anonymous'), { weight: 'bolder' }),
          stateOf(row, words),
          ...(ofAll ? closely(plainText(words('history.by', { agent: agentName }), small)) : []),
        ],
      },
      {
        type: 'Column',
        width: 'auto',
        items: [{ type: 'TextBlock', text: localDateTime(at), ...small, wrap: true }],
      },
    ],
  };
}

/** Own words only: an hour in the reader's manner is computed where markdown is rendered. */
function stateOf({ state, sendAt, reason }: HistoryRow, words: Words): TextBlock {
  return { type: 'TextBlock', text: stateWords(), size: 'small', wrap: true, spacing: 'none' };

  function stateWords(): string {
    if (state === 'approved' && sendAt !== null)
      return words('history.state.scheduled', { when: localDateTime(sendAt) });
    if (state === 'replied' && reason === 'opted-out') return words('history.state.opted-out');
    if (state === 'held')
      return words('history.state.held', { reason: heldReasonWords(words, reason ?? '') });
    if (state === 'failed') return words('history.state.failed', { code: reason ?? '?' });
    return words(`history.state.${state}`);
  }
}

function closely(blocks: ReturnType<typeof plainText>): CardElement[] {
  return blocks.map((block) => ({ ...block, spacing: 'none' as const }));
}
