import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement, TextBlock } from './adaptive-card.ts';
import { agoWords } from './ago-words.ts';
import { candidateRow } from './candidate-row.ts';
import type { CandidatesView } from './candidates-view.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { fittingCard } from './fitting-card.ts';
import { labelOf } from './labelled.ts';
import { leftAloneWords } from './left-alone-words.ts';
import { localDateTime } from './local-time.ts';
import { plainText } from './plain-text.ts';

/** The customers an agent may write to, best first, each with why and a form to write; as many as one card holds. */
export function candidatesCard(view: CandidatesView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  return fittingCard(view.best.length, (shown) => {
    const best = view.best.slice(0, shown);
    const more = view.more + view.best.length - shown;
    return build({ ...view, best, more }, locale, words);
  });
}

function build(view: CandidatesView, locale: Locale, words: Words): AdaptiveCard {
  const { best, more, said } = view;
  const title = words(best.length === 0 ? 'candidates.nobody' : 'candidates.title');
  const spoken = [title, ...(said === null ? [] : [said])].join('. ');
  return card(
    locale,
    spoken,
    [
      cardTitle('candidates', title, best.length === 0 ? 'emphasis' : 'accent'),
      ...(said === null ? [] : [done(said)]),
      labelOf(words('candidates.as-of', { when: localDateTime(view.at) })),
      ...cautions(view, words),
      ...best.map((candidate, index) => candidateRow(candidate, index + 1, view, words)),
      ...(more === 0 ? [] : [own(words('candidates.more', { count: more }))]),
      ...(best.length === 0 ? [] : [labelOf(words('candidates.order'))]),
      ...leftAlone(view, words),
    ],
    [
      {
        type: 'Action.Execute',
        id: 'candidates-look-again',
        title: words('candidates.look-again'),
        tooltip: words('candidates.look-again-tooltip'),
        verb: 'candidates.look-again',
        data: {},
        fallback: 'drop',
      },
    ],
  );
}

function done(said: string): CardElement {
  return { type: 'Container', id: 'candidates-said', style: 'good', items: plainText(said) };
}

/** What is to be known before the list is believed, and why nobody is on it. */
function cautions({ paused, quietHours, silentForMs, best, leftAlone }: CandidatesView, words: Words) {
  const silent =
    silentForMs === null ? [] : [words('candidates.feed-stale', { age: agoWords(words, silentForMs) })];
  if (paused) return [words('candidates.paused'), ...silent].map(own);
  const count = sum(leftAlone);
  return [
    ...(best.length > 0
      ? []
      : [count === 0 ? words('candidates.none-here') : words('candidates.all-left-alone', { count })]),
    ...silent,
    ...(quietHours ? [words('candidates.quiet-hours')] : []),
  ].map(own);
}

function leftAlone({ leftAlone: counts }: CandidatesView, words: Words): TextBlock[] {
  return sum(counts) === 0
    ? []
    : [labelOf(words('candidates.left-alone', { list: leftAloneWords(counts, words) }))];
}

function sum(counts: CandidatesView['leftAlone']): number {
  return Object.values(counts).reduce((all: number, count) => all + (count ?? 0), 0);
}

function own(text: string): TextBlock {
  return { type: 'TextBlock', text, wrap: true, spacing: 'small' };
}
