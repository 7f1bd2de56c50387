import { type Locale, locales } from '../locales/locale.ts';
import { nameOfLanguage } from '../locales/name-of-language.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { labelOf } from './labelled.ts';
import { plainText } from './plain-text.ts';

export interface LanguageView {
  readonly spoken: Locale;
  /** `set`: just now, by who asked. */
  readonly because: 'chosen' | 'told' | 'standard' | 'set';
  /** What was asked for and is not spoken. */
  readonly unknown: string | null;
}

/** The language spoken in a conversation, and how to get another. */
export function languageCard({ spoken, because, unknown }: LanguageView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const language = nameOfLanguage(spoken, locale);
  const now =
    because === 'set'
      ? [words('language.set', { language })]
      : [words('language.now', { language }), words(`language.because.${because}`)];
  const lines = [...(unknown === null ? [] : [words('language.unknown', { asked: unknown })]), ...now];
  return card(locale, [words('language.title'), ...lines].join('. '), [
    cardTitle('language', words('language.title'), unknown === null ? 'emphasis' : 'warning'),
    ...lines.flatMap((line) => plainText(line)),
    labelOf(words('language.choices')),
    ...locales.map((each) => choice(each, nameOfLanguage(each, each))),
    choice('auto', words('language.auto')),
  ]);
}

function choice(said: string, meaning: string): CardElement {
  return {
    type: 'ColumnSet',
    spacing: 'small',
    columns: [
      { type: 'Column', width: '120px', items: plainText(`language ${said}`, { weight: 'bolder' }) },
      { type: 'Column', width: 'stretch', items: plainText(meaning) },
    ],
  };
}
