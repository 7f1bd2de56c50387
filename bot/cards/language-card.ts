import { type Locale, locales } from '../locales/locale.ts';
import { nameOfLanguage } from '../locales/name-of-language.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, ExecuteAction } from './adaptive-card.ts';
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

/** The language spoken in a conversation, and a button for every other. */
export function languageCard({ spoken, because, unknown }: LanguageView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const language = nameOfLanguage(spoken, locale);
  const now =
    because === 'set'
      ? [words('language.set', { language })]
      : [words('language.now', { language }), words(`language.because.${because}`)];
  const lines = [...(unknown === null ? [] : [words('language.unknown', { asked: unknown })]), ...now];
  const others = locales
    .filter((each) => each !== spoken)
    .map((each) => {
      const tooltip = words('language.choose-tooltip', { language: nameOfLanguage(each, locale) });
      return button(each, ownName(each), tooltip);
    });
  return card(
    locale,
    [words('language.title'), ...lines].join(' '),
    [
      cardTitle('language', words('language.title'), unknown === null ? 'emphasis' : 'warning'),
      ...lines.flatMap((line) => plainText(line)),
      labelOf(words('language.written')),
    ],
    [...others, button('auto', words('language.auto'), words('language.auto-tooltip'))],
  );
}

/** What its speakers call it, as the beginning of a text. */
function ownName(language: Locale): string {
  const name = nameOfLanguage(language, language);
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}

function button(language: Locale | 'auto', title: string, tooltip: string): ExecuteAction {
  return {
    type: 'Action.Execute',
    id: `language-${language}`,
    title,
    tooltip,
    verb: 'language.choose',
    data: { language },
    fallback: 'drop',
  };
}
